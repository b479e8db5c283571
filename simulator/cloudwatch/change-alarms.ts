import type { DeleteAlarmsInput, SetAlarmStateInput } from '@aws-sdk/client-cloudwatch';
import type { Call } from '../account/account.ts';
import { AwsError, refusal } from '../aws/aws-error.ts';

/** A name that no alarm has is skipped. */
export function deleteAlarms({ AlarmNames: names = [] }: DeleteAlarmsInput, call: Call): undefined {
  const { account, place } = call;
  if (place.region !== account.place.region) return;
  const { alarms } = account;
  const composites = names.filter((name) => alarms.get(name)?.kind === 'composite');
  if (composites.length > 1) throw refusal('one composite alarm at most', 'ValidationError');
  for (const name of names) alarms.remove(name);
}

/** Until the next evaluation, where the alarm follows metrics. */
export function setAlarmState(input: SetAlarmStateInput, call: Call): undefined {
  const { AlarmName: name = '', StateValue: state = 'OK', StateReason: reason = '' } = input;
  const { account, place } = call;
  if (!account.alarms.get(name) || place.region !== account.place.region) {
    throw new AwsError('ResourceNotFound', `Simulator: there is no alarm ${name}`, 404);
  }
  checkJson(input.StateReasonData);
  account.alarms.set(name, state, { reason, data: input.StateReasonData });
}

function checkJson(text: string | undefined): void {
  try {
    JSON.parse(text || '{}');
  } catch {
    throw new AwsError('InvalidFormat', 'Simulator: StateReasonData is not JSON');
  }
}
