import type { DescribeAlarmsCommandInput } from '@aws-sdk/client-cloudwatch';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { monday } from '../../simulator/clock.ts';
import { alarmNames, describeAlarms } from './cloudwatch-world.ts';
import { canary, openWorld, poll, type TestWorld, update } from './sagemaker-world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const names = (input: DescribeAlarmsCommandInput = {}) => alarmNames(world, input);
const ask = (input: DescribeAlarmsCommandInput = {}) => describeAlarms(world, input);

const both = ['MetricAlarm', 'CompositeAlarm'] as ('MetricAlarm' | 'CompositeAlarm')[];

describe('alarms are told', () => {
  it('with what they watch, their state, and since when', async () => {
    world.to(90);
    world.cloudwatch.alarms.set('fraud-5xx', 'ALARM', 'Too many errors <5xx> & more');
    const { MetricAlarms, CompositeAlarms } = await ask({ AlarmNames: ['fraud-5xx'] });
    expect(CompositeAlarms).toEqual([]);
    expect(MetricAlarms).toEqual([
      {
        AlarmName: 'fraud-5xx',
        AlarmArn: 'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:fraud-5xx',
        AlarmConfigurationUpdatedTimestamp: expect.any(Date),
        ActionsEnabled: true,
        OKActions: [],
        AlarmActions: [],
        InsufficientDataActions: [],
        StateValue: 'ALARM',
        StateReason: 'Too many errors <5xx> & more',
        StateUpdatedTimestamp: new Date(monday + 90_000),
        StateTransitionedTimestamp: new Date(monday + 90_000),
        MetricName: 'InvocationModelErrors',
        Namespace: 'AWS/SageMaker',
        Statistic: 'Sum',
        Dimensions: [
          { Name: 'EndpointName', Value: 'fraud-prod' },
          { Name: 'VariantName', Value: 'AllTraffic' },
        ],
        Period: 60,
        EvaluationPeriods: 1,
        Threshold: 5,
        ComparisonOperator: 'GreaterThanThreshold',
        TreatMissingData: 'missing',
      },
    ]);
  });

  it('with what is made up where nothing was said', async () => {
    world.cloudwatch.alarms.add('fresh');
    const { MetricAlarms } = await ask({ AlarmNames: ['fresh'] });
    expect(MetricAlarms).toMatchObject([
      {
        StateValue: 'INSUFFICIENT_DATA',
        StateReason: 'Unchecked: Initial alarm creation',
        Dimensions: [],
      },
    ]);
  });

  it('by name, state and beginning; an unknown name is simply absent', async () => {
    world.cloudwatch.alarms.add('other', 'ALARM');
    expect(await names()).toBe('fraud-5xx fraud-latency other||');
    expect(await names({ AlarmNames: ['fraud-latency', 'nobody', 'fraud-5xx'] })).toBe(
      'fraud-5xx fraud-latency||',
    );
    expect(await names({ AlarmNames: ['nobody'] })).toBe('||');
    expect(await names({ StateValue: 'ALARM' })).toBe('other||');
    expect(await names({ AlarmNamePrefix: 'fraud-' })).toBe('fraud-5xx fraud-latency||');
    expect(await names({ ActionPrefix: 'arn:' })).toBe('||');
  });

  it('composite ones only to those who ask for their kind', async () => {
    const { alarms } = world.cloudwatch;
    alarms.add('all', 'OK', { kind: 'composite', rule: 'ALARM(a) OR ALARM(b)', arn: 'arn:a' });
    const AlarmNames = ['all', 'fraud-5xx'];
    expect(await names({ AlarmNames })).toBe('fraud-5xx||');
    expect(await names({ AlarmNames, AlarmTypes: ['CompositeAlarm'] })).toBe('|all|');
    expect(await names({ AlarmNames, AlarmTypes: ['LogAlarm'] })).toBe('||');
    const { CompositeAlarms } = await ask({ AlarmNames, AlarmTypes: both });
    expect(CompositeAlarms).toMatchObject([
      { AlarmName: 'all', AlarmArn: 'arn:a', AlarmRule: 'ALARM(a) OR ALARM(b)', StateValue: 'OK' },
    ]);
  });

  it('of logs only to those who ask for their kind', async () => {
    world.cloudwatch.alarms.add('logs', 'ALARM', { kind: 'log' });
    const AlarmNames = ['logs', 'fraud-5xx'];
    expect(await names({ AlarmNames, AlarmTypes: both })).toBe('fraud-5xx||');
    const { LogAlarms } = await ask({ AlarmNames, AlarmTypes: ['LogAlarm'] });
    expect(LogAlarms).toMatchObject([{ AlarmName: 'logs', StateValue: 'ALARM' }]);
  });

  it('page by page, metric and composite alarms together', async () => {
    for (const name of ['a', 'b', 'c']) world.cloudwatch.alarms.add(name);
    world.cloudwatch.alarms.add('d', 'OK', { kind: 'composite' });
    expect(await names({ AlarmTypes: both, MaxRecords: 4 })).toBe('a b c|d|4');
    expect(await names({ AlarmTypes: both, MaxRecords: 4, NextToken: '4' })).toBe(
      'fraud-5xx fraud-latency||',
    );
    for (let count = 0; count < 60; count += 1) world.cloudwatch.alarms.add(`x${count}`);
    expect((await ask()).MetricAlarms).toHaveLength(50);
    await expect(ask({ NextToken: 'next' })).rejects.toMatchObject({ name: 'InvalidNextToken' });
  });

  it('no more once they are deleted, and not in another region', async () => {
    world.cloudwatch.alarms.remove('fraud-5xx');
    expect(await names()).toBe('fraud-latency||');
    const { MetricAlarms } = await describeAlarms(world, {}, { region: 'us-east-1' });
    expect(MetricAlarms).toEqual([]);
  });

  it('as those that roll a deployment back', async () => {
    world.cloudwatch.alarms.trip('fraud-5xx', {
      when: { stage: 'baking', afterSeconds: 45 },
      forSeconds: 60,
    });
    await update(world, { DeploymentConfig: canary });
    world.to(200);
    expect(await names({ StateValue: 'ALARM' })).toBe('fraud-5xx||');
    world.to(261);
    expect(await names({ StateValue: 'ALARM' })).toBe('||');
    expect(await poll(world, 400)).toMatch(/^400 InService \| fraud-v1 .*\[fraud-5xx\]/);
  });
});

it('remembers every question, member for member', async () => {
  world.to(7);
  await ask({ AlarmNames: ['fraud-5xx'], AlarmTypes: both });
  expect(world.cloudwatch.requests).toEqual([
    {
      at: monday + 7000,
      operation: 'DescribeAlarms',
      region: 'eu-west-1',
      input: { AlarmNames: ['fraud-5xx'], AlarmTypes: both },
    },
  ]);
  expect(world.sagemaker.requests).toEqual([]);
});
