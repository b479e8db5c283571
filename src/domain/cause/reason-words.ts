import { denialIn, tellsOfDenial } from '../denial.ts';
import { quotaIn } from '../quota.ts';
import {
  type AlarmCause,
  type CapacityCause,
  type ContainerCause,
  type ModelDataCause,
  noDenial,
  type PermissionCause,
  type QuotaCause,
} from './kinds.ts';

/** What words of SageMaker's can tell of. */
export type WordedCause =
  | AlarmCause
  | CapacityCause
  | ContainerCause
  | ModelDataCause
  | PermissionCause
  | QuotaCause;

/** Words that are known of each cause, the more telling ones first. */
const readers: readonly (readonly [RegExp, (words: string) => WordedCause])[] = [
  [/configured alarm.{1,60}is in ALARM state: \[/i, alarms],
  [
    /InsufficientInstanceCapacity|insufficient capacity|requested ML compute capacity/i,
    (words) => ({ kind: 'capacity', instanceTypes: instanceTypesIn(words) }),
  ],
  [/service limit|ResourceLimitExceeded/i, (words) => ({ kind: 'quota', quota: quotaIn(words) })],
  [/model data|model artifact/i, modelData],
  [
    /(BatchGetImage|GetDownloadUrlForLayer|BatchCheckLayerAvailability)\b.{0,200}permission/i,
    image,
  ],
  [
    /execution role ARN.{0,2100}is invalid|trust relationship policy/i,
    (words) => permission('role', { action: 'sts:AssumeRole', resource: roleIn(words) }),
  ],
  [/image size.{1,60}(greater|larger|exceed)/i, () => container('image-too-large')],
  [/\bECR\b|container image|the image|requested image|image size/i, () => container('image')],
  [/\bKMS\b|kms:/i, (words) => permission('key', { resource: keyIn(words) })],
  [/ping health check/i, () => container('not-ready')],
  [/CannotStartContainerError|container .{0,60}(start|exit)/i, () => container('not-started')],
];

/** What SageMaker's or AWS's words are about; undefined where they are of no known kind. */
export function causeInWords(words: string): WordedCause | undefined {
  if (tellsOfDenial(words)) return permission('call', denialIn(words));
  const [, read] = readers.find(([pattern]) => pattern.test(words)) ?? [];
  return read?.(words);
}

/** How the names are separated is unpublished: a comma, presumably. */
function alarms(words: string): AlarmCause {
  const names = /in ALARM state: \[(.*?)\](?:\.|$)/is.exec(words)?.[1] ?? '';
  const alarms = names.split(/,\s*/).map((name) => ({ name, examined: undefined }));
  return { kind: 'alarm', alarms, isContradicted: false };
}

/** The words alone; what the logs tell is known elsewhere. */
function container(how: ContainerCause['how']): ContainerCause {
  return { kind: 'container', how, isSilent: false, failure: undefined };
}

function modelData(words: string): ModelDataCause {
  const how = /extract/i.test(words) ? 'not-extracted' : 'not-read';
  return { kind: 'model-data', how, object: objectIn(words) };
}

function image(words: string): PermissionCause {
  const action = /BatchGetImage|GetDownloadUrlForLayer|BatchCheckLayerAvailability/i.exec(words);
  const resource = /[\w.-]+\.dkr\.ecr\.[^\s'"]+/.exec(words)?.[0];
  return permission('image', { action: `ecr:${action?.[0]}`, resource, principal: roleIn(words) });
}

function permission(
  of: PermissionCause['of'],
  denial: Partial<PermissionCause['denial']>,
): PermissionCause {
  return { kind: 'permission', of, denial: { ...noDenial, ...denial } };
}

function roleIn(words: string): string | undefined {
  return /arn:[\w-]+:iam::\d+:role\/[\w+=,.@/-]+/.exec(words)?.[0];
}

function keyIn(words: string): string | undefined {
  return /arn:[\w-]+:kms:[\w:/-]+/.exec(words)?.[0];
}

function objectIn(words: string): string | undefined {
  return /s3:\/\/[^\s"'<>]+/.exec(words)?.[0].replace(/[.,;:]+$/, '');
}

function instanceTypesIn(words: string): readonly string[] {
  return [...new Set(words.match(/\bml\.[a-z\d-]+\.[a-z\d]+/g))];
}
