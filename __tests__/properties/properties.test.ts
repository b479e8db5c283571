import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { kinds } from './kinds.ts';
import type { Scenario } from './scenario.ts';

/** The same scenarios each time: the suite never depends on luck. `npm run test:soak` takes a million new ones. */
const seed = 20_260_302;
const scenariosInAll = 5_000;
/** Nothing here depends on how quick the machine is. */
const patienceMs = 600_000;

describe('whatever happens to an endpoint and to its rollouts', () => {
  it.each(kinds)(
    '$name',
    async ({ scenarios, property, ofTen }) => {
      const holds = fc.asyncProperty<[Scenario]>(scenarios, async (scenario) => {
        await property(scenario);
      });
      const numRuns = (scenariosInAll / 10) * ofTen;
      await fc.assert(holds, { seed, numRuns, includeErrorInReport: true });
    },
    patienceMs,
  );
});
