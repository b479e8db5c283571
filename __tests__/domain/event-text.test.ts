import { expect, it } from '@jest/globals';
import type { Event } from '../../src/domain/event.ts';
import { eventFrom, textOfEvent } from '../../src/domain/event-text.ts';

/** An event in which this stands for the variables of containers. */
function keptOf(...environments: readonly unknown[]): unknown {
  const containers = environments.map((Environment) => ({ Environment }));
  const event = { kind: 'compared', containers } as unknown as Event;
  const text = textOfEvent(event);
  expect(text).not.toContain('correct horse');
  const { containers: kept } = eventFrom(text) as unknown as { readonly containers: object[] };
  return kept.map((container) => ('Environment' in container ? container.Environment : 'left out'));
}

it('keeps of the variables of containers their names and which values are the same', () => {
  expect(
    keptOf({ DB_PASS: 'correct horse', MODE: 'fast' }, { DB_PASS: 'correct horse', MODE: 'slow' }),
  ).toEqual([
    { DB_PASS: 'value 1', MODE: 'value 2' },
    { DB_PASS: 'value 1', MODE: 'value 3' },
  ]);
});

it('keeps nothing of variables that are not a map', () => {
  expect(keptOf('correct horse', null)).toEqual(['left out', 'left out']);
});
