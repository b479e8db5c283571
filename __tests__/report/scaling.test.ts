import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { lifecycleOf } from '../../src/domain/lifecycle.ts';
import { inLog } from '../../src/domain/text/log.ts';
import type { ReportData } from '../../src/report/report-data.ts';
import { commandText, partsOf, scalingSection } from '../../src/report/scaling.ts';
import { scalingPhrases } from '../../src/report/scaling-log.ts';
import { scaled } from '../domain/scaled-variants.ts';
import { read } from '../inputs/workflow.ts';

const reportData: ReportData = {
  mode: 'deploy',
  request: read().rollout,
  region: 'eu-west-1',
  environment: undefined,
  run: { url: '', commit: '', commitUrl: '' },
  events: [],
};

describe('the commands that put scaling back by hand', () => {
  it('say all that it takes', () => {
    const commands = partsOf({ targets: [scaled()], instances: {} }).map((part) =>
      commandText('fraud', 'eu-west-1', part),
    );
    expect(commands).toEqual([
      `aws application-autoscaling register-scalable-target --region eu-west-1 --cli-input-json '{"MinCapacity":2,"MaxCapacity":8,"SuspendedState":{"DynamicScalingInSuspended":false,"DynamicScalingOutSuspended":false,"ScheduledScalingSuspended":false},"ServiceNamespace":"sagemaker","ResourceId":"endpoint/fraud/variant/AllTraffic","ScalableDimension":"sagemaker:variant:DesiredInstanceCount"}'`,
      `aws application-autoscaling put-scaling-policy --region eu-west-1 --cli-input-json '{"PolicyName":"steps","PolicyType":"StepScaling","StepScalingPolicyConfiguration":{"Cooldown":60},"ServiceNamespace":"sagemaker","ResourceId":"endpoint/fraud/variant/AllTraffic","ScalableDimension":"sagemaker:variant:DesiredInstanceCount"}'`,
      `aws application-autoscaling put-scheduled-action --region eu-west-1 --cli-input-json '{"ScheduledActionName":"morning","Schedule":"rate(1 day)","ScalableTargetAction":{"MinCapacity":4},"StartTime":"2026-01-01T00:00:00.000Z","ServiceNamespace":"sagemaker","ResourceId":"endpoint/fraud/variant/AllTraffic","ScalableDimension":"sagemaker:variant:DesiredInstanceCount"}'`,
    ]);
  });

  it('are in the report as soon as scaling is saved, before it is off: the run may be killed', () => {
    const saved = {
      kind: 'saved',
      saved: { targets: [scaled()], instances: {} },
      tags: 1,
    } as const;
    const lifecycle = lifecycleOf([{ kind: 'scaling', at: 0, change: saved }]);
    const { text } = scalingSection(reportData, lifecycle);
    expect(text.match(/^aws application-autoscaling [a-z-]+/gm)).toEqual([
      'aws application-autoscaling register-scalable-target',
      'aws application-autoscaling put-scaling-policy',
      'aws application-autoscaling put-scheduled-action',
    ]);
  });

  it('hold foreign text that no shell, Markdown or log takes for its own', () => {
    const name = `'; touch x; echo $(id) \`id\` ::error:: ##[group] <b> @octocat | é \u2028\n`;
    const [part] = partsOf({
      targets: [scaled({ policies: [], actions: [{ name, members: {} }] })],
      instances: {},
    }).slice(1);
    const command = part ? commandText('fraud', 'eu-west-1', part) : '';
    expect(command).toMatch(/^[ -~]+$/);
    expect(command).not.toMatch(/[`#<>@|]/);
    const shown = command.replace(/^aws .* --cli-input-json/, 'printf %s');
    const json = execFileSync('/bin/sh', ['-c', shown], { encoding: 'utf8' });
    expect(JSON.parse(json).ScheduledActionName).toBe(name);
  });
});

describe('news of auto scaling', () => {
  it('say which alarms a step scaling policy has lost', () => {
    const change = { kind: 'restored', scaled: [scaled()], dropped: [], isForNow: false } as const;
    expect(scalingPhrases(reportData, change).map(inLog)).toEqual([
      'Auto scaling is restored: AllTraffic 2 to 8 instances, 1 policy, 1 scheduled action',
      'The step scaling policy steps has a new ARN: give it to its CloudWatch alarms (busy) as their action, or they trigger nothing.',
    ]);
  });
});
