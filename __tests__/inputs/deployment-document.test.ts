import { describe, expect, it } from '@jest/globals';
import { mistakesIn, read, type With } from './workflow.ts';

const yaml = `
BlueGreenUpdatePolicy:
  TrafficRoutingConfiguration:
    Type: LINEAR
    WaitIntervalInSeconds: 600
    LinearStepSize: { Type: INSTANCE_COUNT, Value: 1 }
  TerminationWaitInSeconds: 300
  MaximumExecutionTimeoutInSeconds: 7200
AutoRollbackConfiguration:
  Alarms:
    - AlarmName: fraud-5xx
`;
const asObject = {
  BlueGreenUpdatePolicy: {
    TrafficRoutingConfiguration: {
      Type: 'LINEAR',
      WaitIntervalInSeconds: 600,
      LinearStepSize: { Type: 'INSTANCE_COUNT', Value: 1 },
    },
    TerminationWaitInSeconds: 300,
    MaximumExecutionTimeoutInSeconds: 7200,
  },
  AutoRollbackConfiguration: { Alarms: [{ AlarmName: 'fraud-5xx' }] },
};
const rolling = {
  RollingUpdatePolicy: {
    MaximumBatchSize: { Type: 'CAPACITY_PERCENT', Value: 20 },
    WaitIntervalInSeconds: 60,
    MaximumExecutionTimeoutInSeconds: 3600,
    RollbackMaximumBatchSize: { Type: 'INSTANCE_COUNT', Value: 2 },
  },
};

describe('deployment-config: the whole DeploymentConfig of the API', () => {
  it.each([
    ['YAML', yaml, asObject],
    ['JSON', JSON.stringify(asObject, undefined, 2), asObject],
    ['a rolling policy', JSON.stringify(rolling), rolling],
    ['nothing that differs from the default', '{}', {}],
  ])('%s is taken as it stands', (_, text, config) => {
    expect(read({ 'deployment-config': text }).rollout.deployment).toEqual({
      kind: 'given',
      by: 'document',
      config,
    });
  });

  it('the default strategy of action.yml beside it is no contradiction', () => {
    expect(mistakesIn({ 'deployment-config': yaml, strategy: 'all-at-once' })).toEqual([]);
  });

  it('another strategy or an input of one beside it is', () => {
    const beside =
      'cannot be combined with deployment-config, which says it all. Remove one of the two.';
    const besides: With = { strategy: 'canary', 'canary-size': '10%', alarms: 'fraud-5xx' };
    expect(mistakesIn({ 'deployment-config': yaml, ...besides })).toEqual([
      `strategy: "canary" ${beside}`,
      `canary-size: "10%" ${beside}`,
      `alarms: "fraud-5xx" ${beside}`,
    ]);
  });
});

const routing = 'BlueGreenUpdatePolicy.TrafficRoutingConfiguration';
const routed = (more: string) =>
  `BlueGreenUpdatePolicy: { TrafficRoutingConfiguration: { Type: CANARY, WaitIntervalInSeconds: 60, ${more} } }`;

describe('what is wrong in the document is named by its place', () => {
  it.each<[line: string, document: string]>([
    [
      'deployment-config BlueGreen is not a member of the API: write BlueGreenUpdatePolicy.',
      'BlueGreen: {}',
    ],
    [
      `deployment-config ${routing}.Canary is not a member of the API: write CanarySize.`,
      routed('Canary: { Type: INSTANCE_COUNT, Value: 1 }'),
    ],
    [
      'deployment-config AutoRollbackConfiguration.Alarms[1].Name is not a member of the API: write AlarmName.',
      'AutoRollbackConfiguration: { Alarms: [{ AlarmName: a }, { Name: b }] }',
    ],
    [`deployment-config ${routing}.CanarySize is missing: a canary needs it.`, routed('')],
    [
      `deployment-config ${routing}.CanarySize: "60%" is out of bounds: SageMaker takes 1 % to 50 % of a variant's instances, or a number of instances from 1.`,
      routed('CanarySize: { Type: CAPACITY_PERCENT, Value: 60 }'),
    ],
    [
      'deployment-config RollingUpdatePolicy.WaitIntervalInSeconds: "3601 s" is out of bounds: SageMaker takes 0 to 3600 seconds.',
      'RollingUpdatePolicy: { MaximumBatchSize: { Type: INSTANCE_COUNT, Value: 1 }, WaitIntervalInSeconds: 3601 }',
    ],
    [
      'deployment-config RollingUpdatePolicy cannot be combined with BlueGreenUpdatePolicy: SageMaker takes one policy only. Keep one of the two.',
      JSON.stringify({ ...asObject, ...rolling }),
    ],
    [
      `deployment-config ${routing}.WaitIntervalInSeconds: "1.5" is not valid here: write a whole number.`,
      `BlueGreenUpdatePolicy: { TrafficRoutingConfiguration: { Type: ALL_AT_ONCE, WaitIntervalInSeconds: 1.5 } }`,
    ],
    [
      'deployment-config AutoRollbackConfiguration.Alarms[0].AlarmName: "5" is not valid here: write a string.',
      'AutoRollbackConfiguration: { Alarms: [{ AlarmName: 5 }] }',
    ],
    [
      'deployment-config AutoRollbackConfiguration.Alarms: "an object" is not valid here: write a list.',
      'AutoRollbackConfiguration: { Alarms: {} }',
    ],
    [
      "deployment-config cannot be read: it is empty. Write YAML or JSON in the shape of the API's DeploymentConfig.",
      '# nothing but a comment',
    ],
    [
      'deployment-config RollingUpdatePolicy appears twice: keep one of them.',
      'RollingUpdatePolicy: {}\nRollingUpdatePolicy: {}',
    ],
  ])('%s', (line, document) => {
    expect(mistakesIn({ 'deployment-config': document })).toEqual([line]);
  });

  it('a text where a number or a known word has to stand is quoted once', () => {
    const document = routed('CanarySize: { Type: PERCENT, Value: "10" }');
    expect(mistakesIn({ 'deployment-config': document })).toEqual([
      `deployment-config ${routing}.CanarySize.Type: "PERCENT" is not valid here: write one of INSTANCE_COUNT, CAPACITY_PERCENT.`,
      `deployment-config ${routing}.CanarySize.Value: "10" is not valid here: write a number.`,
    ]);
  });

  it.each([
    [`${routing}.Type`, 'BlueGreenUpdatePolicy: { TrafficRoutingConfiguration: {} }'],
    [`${routing}.CanarySize.Type`, routed('CanarySize: { Value: 1 }')],
    [`${routing}.CanarySize.Value`, routed('CanarySize: { Type: INSTANCE_COUNT }')],
  ])('%s, where it is missing, is said to be missing', (place, document) => {
    expect(mistakesIn({ 'deployment-config': document })).toEqual([
      expect.stringMatching(new RegExp(`^deployment-config ${place} is missing`)),
    ]);
  });

  it.each(['[]', '[1]'])('a list is no DeploymentConfig: %s', (document) => {
    expect(mistakesIn({ 'deployment-config': document })).toEqual([
      "deployment-config cannot be read: it is a list, not a mapping. Write YAML or JSON in the shape of the API's DeploymentConfig.",
    ]);
  });
});

describe('a document that is no YAML', () => {
  it.each([
    ['two colons', 'a: b: c', 'line 1, column 4'],
    ['JSON that is cut off', '{"RollingUpdatePolicy": ', 'line 1, column 24'],
    ['a tab for indentation', 'RollingUpdatePolicy:\n\tWaitIntervalInSeconds: 1', 'line 2'],
    ['two documents', '{}\n---\n{}', ''],
  ])('%s: told with its place', (_, document, place) => {
    const [line = '', ...others] = mistakesIn({ 'deployment-config': document });
    expect(others).toEqual([]);
    expect(line).toMatch(/^deployment-config cannot be read: /);
    expect(line).toContain(place);
    expect(line).toContain("Write YAML or JSON in the shape of the API's DeploymentConfig.");
  });
});
