import { describe, expect, it } from '@jest/globals';
import { mistakesIn, read, type With } from './workflow.ts';

const back: With = { mode: 'rollback', 'endpoint-config-name': '' };
const foreign =
  'cannot be combined with `mode: rollback`, which rolls out what served before. Remove it; to roll back to an older configuration, set `endpoint-config-name`.';

describe('mode: rollback', () => {
  it('needs the endpoint only, and goes all at once', () => {
    expect(read(back)).toMatchObject({
      mode: 'rollback',
      rollout: {
        endpointConfigName: '',
        source: { kind: 'back', name: undefined },
        deployment: { kind: 'default' },
      },
    });
  });

  it('takes a name, and another strategy', () => {
    const { rollout } = read({
      ...back,
      'endpoint-config-name': 'fraud-v1',
      'termination-wait': '2m',
    });
    expect(rollout).toMatchObject({
      endpointConfigName: 'fraud-v1',
      source: { kind: 'back', name: 'fraud-v1' },
      deployment: { kind: 'given' },
    });
  });

  it('takes the defaults of action.yml', () => {
    expect(mistakesIn({ ...back, 'create-endpoint': 'false', redeploy: 'false' })).toEqual([]);
  });

  it('refuses what makes something, all of it at once', () => {
    const written = {
      ...back,
      'endpoint-config-file': 'no-such-file.yaml',
      'model-name': 'fraud',
      'variant-name': 'A',
      'create-endpoint': 'true',
      redeploy: 'true',
      tags: 'team=fraud',
    };
    expect(mistakesIn(written)).toEqual([
      `endpoint-config-file: "no-such-file.yaml" ${foreign}`,
      `model-name: "fraud" ${foreign}`,
      `variant-name: "A" ${foreign}`,
      `create-endpoint: "true" ${foreign}`,
      `redeploy: "true" ${foreign}`,
      `tags: "team=fraud" ${foreign}`,
    ]);
  });
});
