import { afterEach, describe, expect, it } from '@jest/globals';
import { type ScenarioName, scenarios } from '../../simulator/scenarios.ts';
import { canary, openWorld, type TestWorld, update } from './sagemaker-world.ts';

/** How a canary rollout to fraud-v2 looks two hours later, and what became of the call. */
const ends: Record<ScenarioName, string> = {
  'canary-succeeds': 'InService fraud-v2',
  'alarm-while-launching': 'InService fraud-v1',
  'alarm-in-canary-bake': 'InService fraud-v1',
  'alarm-in-second-bake': 'InService fraud-v2',
  'alarm-in-final-bake': 'InService fraud-v1',
  'two-alarms': 'InService fraud-v1',
  'alarm-already-tripped': 'InService fraud-v1',
  'alarm-missing': 'InService fraud-v2',
  'alarm-without-data': 'InService fraud-v2',
  'composite-alarm': 'InService fraud-v2',
  'composite-alarm-tripped': 'InService fraud-v1',
  'rollback-without-reason': 'InService fraud-v1',
  'stale-reason-then-success': 'InService fraud-v2',
  'rolling-back-shown': 'InService fraud-v1',
  'traffic-returns-late': 'InService fraud-v1',
  'rollback-fails': 'UpdateRollbackFailed fraud-v1',
  'ends-failed': 'Failed fraud-v1',
  capacity: 'InService fraud-v1',
  quota: 'ResourceLimitExceeded, InService fraud-v1',
  'health-check': 'InService fraud-v1',
  timeout: 'InService fraud-v2',
  'late-summary': 'InService fraud-v2',
  'lingering-summary': 'InService fraud-v2',
  'container-dies-at-start': 'InService fraud-v1',
  'container-fails-later': 'InService fraud-v1',
  'container-silent': 'InService fraud-v1',
  'container-hostile': 'InService fraud-v1',
  'late-configuration': 'InService fraud-v2',
  'scaled-out': 'InService fraud-v2',
  'scaled-far-out': 'InService fraud-v2',
  'single-instance': 'InService fraud-v2',
  inf1: 'InService fraud-v2',
  serverless: 'InService fraud-v2',
  asynchronous: 'InService fraud-v2',
  'two-variants': 'InService fraud-v2',
  'shadow-variant': 'InService fraud-v2',
  'inference-components': 'InService fraud-v2',
  'endpoint-missing': 'ValidationException, gone',
  'configuration-deleted': 'ValidationException, InService fraud-v1',
  'model-deleted': 'ValidationException, InService fraud-v1',
  'auto-scaling': 'ValidationException, InService fraud-v1',
  'system-updating': 'ValidationException, InService fraud-v1',
  'foreign-update': 'InService fraud-v3',
  'foreign-update-before': 'ValidationException, InService fraud-v3',
  'endpoint-deleted': 'gone',
  throttled: 'InService fraud-v2',
  'server-errors': 'InService fraud-v2',
  'bad-network': 'InService fraud-v2',
  'lost-answer': 'no answer, InService fraud-v2',
  'stale-reads': 'InService fraud-v2',
  'access-denied': 'AccessDeniedException, InService fraud-v1',
  'expired-credentials': 'InService fraud-v2',
  'captured-n': 'InService fraud-v1',
  'captured-f': 'InService fraud-v1',
  'captured-d': 'InService fraud-v1',
  'model-errors': 'InService fraud-v1',
  'slow-model': 'InService fraud-v1',
  'silent-failure': 'InService fraud-v2',
  'composite-of-children': 'InService fraud-v1',
};

describe('a scenario', () => {
  let world: TestWorld;
  afterEach(() => world.close());

  it.each(Object.entries(ends))('%s ends: %s', async (name, end) => {
    world = await openWorld(name as ScenarioName);
    const refusal = await update(world, { DeploymentConfig: canary }).then(
      () => [],
      (error: Error) => [error.name === 'TimeoutError' ? 'no answer' : error.name],
    );
    world.to(7200);
    const state = world.sagemaker.endpoint('fraud-prod')?.state;
    const left = state ? `${state.status} ${state.configName}` : 'gone';
    expect([...refusal, left].join(', ')).toBe(end);
  });

  it('is told in one line', () => {
    for (const { description } of Object.values(scenarios)) {
      expect(description).toMatch(/^\S.{10,100}\.$/);
    }
  });
});
