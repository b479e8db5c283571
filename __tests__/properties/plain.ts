import type { Course } from './model-endpoint.ts';
import type { Model } from './model-fleet.ts';
import { neverWrong } from './properties.ts';
import type { RunScript, Scenario, Trouble } from './scenario.ts';

/** The shortest course. */
export const quick: Course = {
  showsAfter: 3,
  provisioning: 20,
  bake: 0,
  ending: 'success',
  turnsIn: 0,
  turning: 1,
  reason: 'none',
};
export const rollback: Course = { ...quick, ending: 'rollback' };
export const broken: Course = { ...quick, ending: 'broken-rollback' };

export const good: Model = { answers: 'rightly', atFirst: 'not-ready', warmUp: 0 };

export const plain: RunScript = {
  startsAfter: 0,
  config: 'v2',
  source: 'existing',
  strategy: 'default',
  pollSeconds: 15,
  waitTimeout: undefined,
  ifInProgress: 'wait',
  startOnly: false,
  preflight: 'enforce',
  createEndpoint: false,
  retains: false,
  smoke: undefined,
  callSeconds: 0,
  staleness: [0],
  troubles: [],
  cancelledAfter: undefined,
  killed: undefined,
};

export const base: Scenario = {
  endpoint: 'InService',
  serving: 'v1',
  oldReason: false,
  configsShowAfter: 0,
  manners: {
    rollbackStatus: 'Updating',
    lastStep: 'none',
    rollbackModifies: false,
    rollbackNames: 'requested',
    brokenStaysPending: false,
    interludeModifies: false,
  },
  models: { m2: good, m3: good },
  isRecorded: false,
  courses: [quick],
  deeds: [],
  runs: [plain],
};

export function trouble(told: Partial<Trouble>): Trouble {
  return { from: 0, seconds: 60, on: 'every call', kind: 'unavailable', takes: false, ...told };
}

/** A run that loses the answer to its call, and sees nothing for a minute. */
export const cutOff: RunScript = {
  ...plain,
  callSeconds: 0.2,
  troubles: [
    trouble({ on: 'changes', takes: true }),
    trouble({ from: 0.1, on: 'looks', kind: 'reset' }),
  ],
};

export async function endings(
  scenario: Scenario,
  property = neverWrong,
): Promise<readonly string[]> {
  const { runs } = await property(scenario);
  return runs.map(({ outcome }) => outcome.kind);
}
