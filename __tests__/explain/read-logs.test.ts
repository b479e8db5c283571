import { describe, expect, it } from '@jest/globals';
import { failurePattern } from '../../src/domain/cause/failure-lines.ts';
import type { LogStream } from '../../src/domain/cause/new-containers.ts';
import { nothingRead, readLogs } from '../../src/explain/read-logs.ts';
import type { ContainerLogs, FoundEvent } from '../../src/ports/logs.ts';

const within = { since: 1000, until: 5000 };
const old = (name: string): LogStream => ({ name, createdAt: 10 });
const fresh = (name: string, createdAt = 2000): LogStream => ({ name, createdAt });
const failed = (stream: string): FoundEvent => ({ stream, at: 2500, message: 'Worker died' });

/** Logs of these pages, which count what they are asked. */
class FewLogs implements ContainerLogs {
  readonly asked: string[] = [];
  readonly #streams: readonly (readonly LogStream[])[];
  readonly #events: readonly FoundEvent[];

  constructor(streams: readonly (readonly LogStream[])[], events: readonly FoundEvent[] = []) {
    this.#streams = streams;
    this.#events = events;
  }

  async streams(_: string, { prefix, token }: Parameters<ContainerLogs['streams']>[1]) {
    this.asked.push(`streams ${prefix ?? `page ${token ?? 0}`}`);
    if (prefix !== undefined) {
      const items = this.#streams.flat().filter(({ name }) => name.startsWith(prefix));
      return { items, next: undefined };
    }
    const page = Number(token ?? 0);
    const next = page + 1 < this.#streams.length ? String(page + 1) : undefined;
    return { items: this.#streams[page] ?? [], next };
  }

  async find(_: string, { streams, pattern }: Parameters<ContainerLogs['find']>[1]) {
    expect(pattern).toBe(failurePattern);
    this.asked.push(`find in ${streams?.join(' ') ?? 'all'}`);
    const items = this.#events.filter(({ stream }) => streams?.includes(stream) ?? true);
    return { items, next: 'more' };
  }

  async last(_: string, stream: string) {
    this.asked.push(`last of ${stream}`);
    return [{ at: 3000, message: `The end of ${stream}` }];
  }
}

async function reading(logs: ContainerLogs, depth: Parameters<typeof readLogs>[1]) {
  const read = nothingRead();
  const { signal } = new AbortController();
  await readLogs({ logs, endpointName: 'fraud', within, signal }, depth, read);
  return { ...read, names: read.streams.map(({ name }) => name) };
}

describe('a reading of the logs', () => {
  it('takes at most six calls, and looks at containers that were started since the call alone', async () => {
    const streams = [
      [old('a'), fresh('b'), fresh('c'), fresh('d'), fresh('late', 6000)],
      [fresh('e')],
      [fresh('f')],
    ];
    const logs = new FewLogs(streams, ['a', 'd', 'late'].map(failed));
    const { names, events, isComplete } = await reading(logs, 'last-lines-too');
    expect(names).toEqual(['b', 'c', 'd', 'e']);
    expect(isComplete).toBe(false);
    expect(logs.asked).toEqual([
      ...['streams page 0', 'streams page 1'],
      ...['find in b c d e', 'find in b c d e'],
      ...['last of d', 'last of b'],
    ]);
    expect([...events.keys()]).toEqual(['d', 'b']);
    expect(events.get('d')).toHaveLength(2);
  });

  it('finds a new stream that comes after hundreds of others by what it says, and asks how old it is', async () => {
    const streams = [[old('a')], [old('b')], [old('c'), fresh('d')]];
    const logs = new FewLogs(streams, ['a', 'd'].map(failed));
    const { names, events } = await reading(logs, 'failures');
    expect(names).toEqual(['d']);
    expect([...events.keys()]).toEqual(['d']);
    expect(logs.asked).toEqual([
      ...['streams page 0', 'streams page 1', 'find in all', 'find in all'],
      ...['streams a', 'streams d'],
    ]);
  });

  it('ends after one call where there is no log group, or no new container', async () => {
    const nothing = new FewLogs([]);
    const missing: ContainerLogs = { ...nothing, streams: async () => undefined } as never;
    expect((await reading(missing, 'last-lines-too')).logGroup).toBe('missing');
    const onlyOld = new FewLogs([[old('a')]], [failed('a')]);
    const { logGroup, isComplete } = await reading(onlyOld, 'last-lines-too');
    expect([logGroup, isComplete]).toEqual(['found', true]);
    expect(onlyOld.asked).toEqual(['streams page 0']);
  });
});
