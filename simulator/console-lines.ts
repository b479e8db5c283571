import type { SeenRequest } from './account/aws-service.ts';
import type { EndpointState } from './account/endpoint-state.ts';
import { currentOf, desiredOf, type Fleet } from './account/fleet.ts';
import type { Reached } from './account/moments.ts';
import type { Instant } from './clock.ts';
import type { Command } from './command-line.ts';
import { scenarios } from './scenarios.ts';

type Serve = Extract<Command, { kind: 'serve' }>;

const canary =
  'BlueGreenUpdatePolicy={TrafficRoutingConfiguration={Type=CANARY,WaitIntervalInSeconds=300,CanarySize={Type=INSTANCE_COUNT,Value=1}},TerminationWaitInSeconds=120},AutoRollbackConfiguration={Alarms=[{AlarmName=fraud-5xx},{AlarmName=fraud-latency}]}';

/** What a person needs to know before anything happens. */
export function welcome(url: string, { scenario, region, speed }: Serve): string {
  const pace =
    speed === 'stepped'
      ? `Time stands still. Move it:  curl -d '{"to": <milliseconds>}' ${url}/_simulator/clock`
      : `Time runs ${speed} times as fast as the wall clock.`;
  return `SageMaker, CloudWatch and GitHub are at ${url}

Scenario ${scenario}: ${scenarios[scenario].description}
${pace}

With the AWS CLI:
  export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_DEFAULT_REGION=${region}
  aws --endpoint-url ${url} sagemaker update-endpoint --endpoint-name fraud-prod \\
    --endpoint-config-name fraud-v2 --deployment-config '${canary}'
  aws --endpoint-url ${url} sagemaker describe-endpoint --endpoint-name fraud-prod
  aws --endpoint-url ${url} cloudwatch describe-alarms --alarm-types MetricAlarm CompositeAlarm

With the action:
  export AWS_ENDPOINT_URL=${url} GITHUB_API_URL=${url}

Ctrl-C ends it.
`;
}

export function requestLine({ at, operation, input, error }: SeenRequest): string {
  const names = [
    'EndpointName',
    'EndpointConfigName',
    'ModelName',
    'ResourceArn',
    'AlarmNames',
    'ResourceId',
    'logGroupName',
    'logStreamName',
  ]
    .flatMap((member) => input[member] ?? [])
    .filter((name) => typeof name === 'string');
  const outcome = error === undefined ? '' : `  -> ${error}`;
  return `${timeOf(at)}  ${[operation, ...names].join(' ')}${outcome}`;
}

export function stageLine(at: Instant, where: Reached, state: EndpointState | undefined): string {
  const step = where.step === undefined ? '' : ` ${where.step}`;
  const fleets = state
    ? [
        fleetWords(state.configName, state.live),
        ...(state.pending ? [fleetWords(state.pending.configName, state.pending.fleet)] : []),
      ]
    : [];
  const reason = state?.failureReason ? `  (${state.failureReason})` : '';
  return `${timeOf(at)}  ${where.endpoint}: ${where.stage}${step}  ${fleets.join(', ')}${reason}`;
}

/** "fraud-v2 1/3": instances with traffic, of those wanted. */
function fleetWords(configName: string, fleet: Fleet): string {
  const current = fleet.reduce((sum, variant) => sum + currentOf(variant), 0);
  const desired = fleet.reduce((sum, variant) => sum + desiredOf(variant), 0);
  return `${configName} ${current}/${desired}`;
}

function timeOf(at: Instant): string {
  return new Date(at).toISOString().slice(11, 19);
}
