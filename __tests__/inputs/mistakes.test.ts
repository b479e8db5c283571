import { describe, expect, it } from '@jest/globals';
import { mistakesIn, type With } from './workflow.ts';

const noName =
  'is not a valid name: write 1 to 63 letters, digits and hyphens, with no hyphen at the start or the end.';
const noDuration = 'is not a valid duration: write it like 300, 300s, 5m or 1h30m.';
const noSize = 'is not a valid size: write a percentage like 10% or a number of instances like 2.';
const canary: With = { strategy: 'canary', 'canary-size': '10%', 'wait-interval': '5m' };
const linear: With = { strategy: 'linear', 'linear-step-size': '25%', 'wait-interval': '5m' };
const rolling: With = { strategy: 'rolling', 'rolling-batch-size': '20%', 'wait-interval': '5m' };
const sizes = (range: string) =>
  `is out of bounds: SageMaker takes ${range} of a variant's instances, or a number of instances from 1.`;
const tooLong = `a${'-b'.repeat(31)}c`;
const elevenAlarms = 'a,b,c,d,e,f,g,h,i,j,k';

describe('one mistake is one line that names the input, what stands there, and what would be right', () => {
  it.each<[line: string, written: With]>([
    ['endpoint-name is missing: write the name.', { 'endpoint-name': '  ' }],
    [
      'endpoint-config-name is missing: name a configuration that exists, or set `endpoint-config-file`, `image`, `model-name` or `model-package`.',
      { 'endpoint-config-name': '' },
    ],
    [`endpoint-name: "fraud_v2" ${noName}`, { 'endpoint-name': 'fraud_v2' }],
    [`endpoint-name: "fraud-" ${noName}`, { 'endpoint-name': 'fraud-' }],
    [`endpoint-name: "-fraud" ${noName}`, { 'endpoint-name': '-fraud' }],
    [`endpoint-name: "${tooLong.slice(0, 60)}…" ${noName}`, { 'endpoint-name': tooLong }],
    [`endpoint-config-name: "a\\nb" ${noName}`, { 'endpoint-config-name': 'a\nb' }],
    [
      'strategy: "blue-green" is not known: write one of all-at-once, canary, linear, rolling.',
      { strategy: 'blue-green' },
    ],
    [
      'strategy: "Canary" is not known: write one of all-at-once, canary, linear, rolling.',
      { strategy: 'Canary' },
    ],
    [`canary-size: "ten" ${noSize}`, { ...canary, 'canary-size': 'ten' }],
    [`canary-size: "10.5%" ${noSize}`, { ...canary, 'canary-size': '10.5%' }],
    [`canary-size: "-1" ${noSize}`, { ...canary, 'canary-size': '-1' }],
    [`canary-size: "60%" ${sizes('1 % to 50 %')}`, { ...canary, 'canary-size': '60%' }],
    [`canary-size: "0" ${sizes('1 % to 50 %')}`, { ...canary, 'canary-size': '0' }],
    [`linear-step-size: "5%" ${sizes('10 % to 50 %')}`, { ...linear, 'linear-step-size': '5%' }],
    [
      `rolling-batch-size: "75%" ${sizes('5 % to 50 %')}`,
      { ...rolling, 'rolling-batch-size': '75%' },
    ],
    [
      `rollback-batch-size: "0%" ${sizes('1 % to 100 %')}`,
      { ...rolling, 'rollback-batch-size': '0%' },
    ],
    ['canary-size is missing: a canary needs it.', { ...canary, 'canary-size': '' }],
    [
      'linear-step-size is missing: a linear rollout needs it.',
      { ...linear, 'linear-step-size': '' },
    ],
    [
      'rolling-batch-size is missing: a rolling update needs it.',
      { ...rolling, 'rolling-batch-size': '' },
    ],
    ['wait-interval is missing: traffic routing needs it.', { ...canary, 'wait-interval': '' }],
    ['wait-interval is missing: a rolling update needs it.', { ...rolling, 'wait-interval': '' }],
    [`wait-interval: "5 minutes" ${noDuration}`, { ...canary, 'wait-interval': '5 minutes' }],
    [
      'wait-interval: "61m" is out of bounds: SageMaker takes 0 to 3600 seconds.',
      { ...rolling, 'wait-interval': '61m' },
    ],
    [
      'termination-wait: "2h" is out of bounds: SageMaker takes 0 to 3600 seconds.',
      { 'termination-wait': '2h' },
    ],
    [
      'max-execution-timeout: "5m" is out of bounds: SageMaker takes 600 to 28800 seconds.',
      { 'max-execution-timeout': '5m' },
    ],
    [
      'max-execution-timeout: "9h" is out of bounds: SageMaker takes 600 to 28800 seconds.',
      { ...rolling, 'max-execution-timeout': '9h' },
    ],
    [
      'alarms: "11 alarms" are out of bounds: SageMaker takes 1 to 10 alarms. Name those that matter most, or join some in a composite alarm.',
      { alarms: elevenAlarms },
    ],
    [
      `alarms: "${'x'.repeat(60)}…" is not a valid alarm name: a name has 1 to 255 characters. Write the name of the CloudWatch alarm.`,
      { alarms: `fraud-5xx,${'x'.repeat(256)}` },
    ],
    [
      'retain-variant-properties: "yes" is not known: write true, false or auto.',
      { 'retain-variant-properties': 'yes' },
    ],
    ['wait: "1" is not known: write true or false.', { wait: '1' }],
    ['comment: "on" is not known: write true or false.', { comment: 'on' }],
    [
      'retain-deployment-config: "auto" is not known: write true or false.',
      { 'retain-deployment-config': 'auto' },
    ],
    [
      'exclude-retained-properties: "Weight" is not known: write some of DesiredInstanceCount, DesiredWeight, DataCaptureConfig.',
      {
        'retain-variant-properties': 'true',
        'exclude-retained-properties': 'DesiredWeight, Weight',
      },
    ],
    [
      'exclude-retained-properties: "DesiredWeight" has nothing to exclude from: set `retain-variant-properties: true`, or remove it.',
      { 'retain-variant-properties': 'false', 'exclude-retained-properties': 'DesiredWeight' },
    ],
    ['autoscaling: "keep" is not known: write one of preserve, ignore.', { autoscaling: 'keep' }],
    [
      'scale-up-by: "0" is not a valid number of instances: write a whole number, 1 or more.',
      { 'scale-up-by': '0' },
    ],
    [
      'scale-up-by: "1.5" is not a valid number of instances: write a whole number, 1 or more.',
      { 'scale-up-by': '1.5' },
    ],
    [
      'scale-up-by: "2" belongs to `autoscaling: preserve`, which takes scaling off where it must. Remove one of the two.',
      { autoscaling: 'ignore', 'scale-up-by': '2' },
    ],
    [
      'if-in-progress: "queue" is not known: write one of wait, fail.',
      { 'if-in-progress': 'queue' },
    ],
    [`wait-timeout: "forever" ${noDuration}`, { 'wait-timeout': 'forever' }],
    ['wait-timeout: "0" is too short: write 1s or more.', { 'wait-timeout': '0' }],
    ['poll-interval: "0s" is too short: write 1s or more.', { 'poll-interval': '0s' }],
    [
      'pull-request: "0" is not a valid pull request number: write it like 123.',
      { 'pull-request': '0' },
    ],
    [
      'pull-request: "main" is not a valid pull request number: write it like 123.',
      { 'pull-request': 'main' },
    ],
  ])('%s', (line, written) => {
    expect(mistakesIn(written)).toEqual([line]);
  });
});

describe('an input of another strategy would be ignored: that is a mistake', () => {
  const foreign = (input: string, value: string, takers: string, strategy: string) =>
    `${input}: "${value}" belongs to ${takers}, not to ${strategy}. Remove it, or change the strategy.`;

  it.each<[line: string, written: With]>([
    [foreign('canary-size', '10%', 'canary', 'all-at-once'), { 'canary-size': '10%' }],
    [foreign('canary-size', '10%', 'canary', 'linear'), { ...linear, 'canary-size': '10%' }],
    [foreign('canary-size', '10%', 'canary', 'rolling'), { ...rolling, 'canary-size': '10%' }],
    [
      foreign('linear-step-size', '25%', 'linear', 'canary'),
      { ...canary, 'linear-step-size': '25%' },
    ],
    [
      foreign('rolling-batch-size', '1', 'rolling', 'canary'),
      { ...canary, 'rolling-batch-size': '1' },
    ],
    [
      foreign('rollback-batch-size', '1', 'rolling', 'linear'),
      { ...linear, 'rollback-batch-size': '1' },
    ],
    [
      foreign('termination-wait', '2m', 'all-at-once, canary, linear', 'rolling'),
      { ...rolling, 'termination-wait': '2m' },
    ],
  ])('%s', (line, written) => {
    expect(mistakesIn(written)).toEqual([line]);
  });

  it('but not where the strategy itself is misspelled: no one knows yet whose it is', () => {
    expect(mistakesIn({ ...canary, strategy: 'canery' })).toEqual([
      'strategy: "canery" is not known: write one of all-at-once, canary, linear, rolling.',
    ]);
  });
});

describe('retain-deployment-config says how to roll out: nothing may stand beside it', () => {
  const beside =
    "cannot be combined with retain-deployment-config, which reuses the endpoint's last one. Remove one of the two.";

  it('neither a strategy nor its inputs', () => {
    expect(mistakesIn({ ...canary, alarms: 'a', 'retain-deployment-config': 'true' })).toEqual([
      `strategy: "canary" ${beside}`,
      `canary-size: "10%" ${beside}`,
      `wait-interval: "5m" ${beside}`,
      `alarms: "a" ${beside}`,
    ]);
  });

  it('nor a deployment-config', () => {
    expect(mistakesIn({ 'retain-deployment-config': 'true', 'deployment-config': '{}' })).toEqual([
      'retain-deployment-config: "true" cannot be combined with deployment-config. Remove one of the two.',
    ]);
  });
});
