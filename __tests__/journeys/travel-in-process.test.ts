import { describe, expect, it } from '@jest/globals';
import { canary, type Told, travel } from './journey.ts';
import { travelInProcess } from './travel-in-process.ts';

/** Everything that anybody sees, word for word and to the second. */
function seen({ run, comments, updates, calls, invocations }: Told) {
  const { exitCode, log, annotations, outputs, summary } = run;
  const told = { exitCode, log, annotations, outputs, summary: summary.trim() };
  return { ...told, comments: comments.map(({ body }) => body), updates, calls, invocations };
}

/** Many journeys are not worth a process: this says that they would be the same in one. */
describe('a journey in this process is that of the bundle', () => {
  it.each([
    ['lost-answer', { ...canary, environment: 'production' }],
    ['server-errors', canary],
    ['rollback-fails', canary],
    ['access-denied', { comment: 'false' }],
  ] as const)('%s with %j', async (scenario, inputs) => {
    const there = await travel({ scenario, inputs });
    const here = await travelInProcess({ scenario, inputs });
    expect(seen(here)).toEqual(seen(there));
  });
});
