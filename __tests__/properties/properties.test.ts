import { describe, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { exactlyRight, neverWrong, rightInTheEnd } from './properties.ts';
import { calm, type Scenario, storm, troubled } from './scenario.ts';

/** The same scenarios each time: the suite never depends on luck. `npm run test:soak` takes new ones. */
const seed = 20_260_302;
/** Nothing here depends on how quick the machine is. */
const patienceMs = 600_000;

jest.retryTimes(0);

describe('whatever happens to an endpoint and to its rollouts', () => {
  it.each([
    ['a storm: no verdict is wrong, nothing is requested twice', storm, neverWrong, 6000],
    ['trouble that passes: the verdict comes, and is right', troubled, rightInTheEnd, 2000],
    ['calm: the verdict is exactly what was true', calm, exactlyRight, 2000],
  ] as const)(
    '%s',
    async (_, scenarios, property, numRuns) => {
      const holds = fc.asyncProperty<[Scenario]>(scenarios, async (scenario) => {
        await property(scenario);
      });
      await fc.assert(holds, { seed, numRuns, includeErrorInReport: true });
    },
    patienceMs,
  );
});
