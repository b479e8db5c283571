import type {
  DescribeScheduledActionsRequest,
  PutScheduledActionRequest,
} from '@aws-sdk/client-application-auto-scaling';
import type { Call } from '../account/account.ts';
import type {
  ScalableTarget,
  ScheduledActionInput,
  StoredAction,
} from '../account/scalable-target.ts';
import { refusal } from '../aws/aws-error.ts';
import { pageOf } from './page.ts';
import { changeTarget, findTarget, targetsOf } from './targets.ts';

const mostOnAPage = 50;

/** Puts a scheduled action on a registered target; one of the same name is changed. */
export function putScheduledAction(request: PutScheduledActionRequest, call: Call): object {
  const input = request as unknown as ScheduledActionInput;
  const target = findTarget(request, call);
  const name = request.ScheduledActionName ?? '';
  const there = target.actions.get(name);
  if (!there && !input.Schedule) throw refusal('a new scheduled action needs a Schedule');
  if (input.Schedule && !/^(at|rate|cron)\(.+\)$/.test(input.Schedule)) {
    throw refusal(`${input.Schedule} is no at(…), rate(…) or cron(…)`);
  }
  checkTimes(input, call);
  const action: StoredAction = {
    id: there?.id ?? call.account.nextScalingId(),
    createdAt: there?.createdAt ?? call.now,
    input: { ...there?.input, ...input },
  };
  changeTarget(target, call, { actions: new Map([...target.actions, [name, action]]) });
  return {};
}

/** Whether a start in the past is taken is unpublished: with the fault it is not. */
function checkTimes(
  { StartTime: start, EndTime: end }: ScheduledActionInput,
  { account, now }: Call,
): void {
  if (start !== undefined && end !== undefined && start > end) {
    throw refusal('StartTime is after EndTime');
  }
  const isPicky = account.faults.ofAccount('schedules-begin-later').length > 0;
  if (isPicky && start !== undefined && 1000 * start < now) {
    throw refusal('StartTime has passed');
  }
}

export function describeScheduledActions(
  input: DescribeScheduledActionsRequest,
  call: Call,
): object {
  const wanted = targetsOf(input, call)
    .flatMap((target) => [...target.actions.values()].map((action) => ({ target, action })))
    .filter(
      ({ action }) =>
        !input.ScheduledActionNames?.length ||
        input.ScheduledActionNames.includes(action.input.ScheduledActionName ?? ''),
    );
  const { page, NextToken } = pageOf(wanted, input, mostOnAPage);
  return {
    ScheduledActions: page.map(({ target, action }) => described(target, action, call)),
    NextToken,
  };
}

function described(
  target: ScalableTarget,
  { id, createdAt, input }: StoredAction,
  call: Call,
): object {
  const { region, account } = call.place;
  const dateOf = (seconds: number | undefined) =>
    seconds === undefined ? undefined : new Date(1000 * seconds);
  return {
    ...input,
    ScheduledActionARN: `arn:aws:autoscaling:${region}:${account}:scheduledAction:${id}:resource/sagemaker/${target.resourceId}:scheduledActionName/${input.ScheduledActionName}`,
    StartTime: dateOf(input.StartTime),
    EndTime: dateOf(input.EndTime),
    CreationTime: new Date(createdAt),
  };
}
