import { listed, phrase } from '../domain/text/phrase.ts';
import { UnreadableAnswer } from './aws-answers.ts';

/** What the answer to an operation always holds: without it, nothing can be concluded from the answer. */
interface Expected {
  readonly texts?: readonly string[];
  readonly times?: readonly string[];
  /** They are there when they are empty, too; of several one is enough. */
  readonly lists?: readonly string[];
  /** The member that repeats which thing was asked about. */
  readonly name?: string;
  /** By which member it is asked for, by name or ARN, and which one answers its ARN. */
  readonly arn?: readonly [asked: string, answered: string];
}

/** By the API's required members, and by what real answers hold. */
const expectedOf: Readonly<Record<string, Expected>> = {
  CreateEndpoint: { texts: ['EndpointArn'] },
  CreateEndpointConfig: { texts: ['EndpointConfigArn'] },
  CreateModel: { texts: ['ModelArn'] },
  DescribeAlarmHistory: { lists: ['AlarmHistoryItems'] },
  DescribeAlarms: { lists: ['MetricAlarms', 'CompositeAlarms', 'LogAlarms'] },
  DescribeEndpoint: {
    texts: ['EndpointName', 'EndpointArn', 'EndpointConfigName', 'EndpointStatus'],
    times: ['CreationTime', 'LastModifiedTime'],
    name: 'EndpointName',
  },
  DescribeEndpointConfig: {
    texts: ['EndpointConfigName'],
    lists: ['ProductionVariants'],
    name: 'EndpointConfigName',
  },
  DescribeInferenceComponent: {
    texts: ['InferenceComponentName'],
    name: 'InferenceComponentName',
  },
  DescribeLogStreams: { lists: ['logStreams'] },
  DescribeModel: { texts: ['ModelName'], name: 'ModelName' },
  DescribeModelPackage: {
    texts: ['ModelPackageArn', 'ModelPackageStatus'],
    arn: ['ModelPackageName', 'ModelPackageArn'],
  },
  DescribeScalableTargets: { lists: ['ScalableTargets'] },
  DescribeScalingPolicies: { lists: ['ScalingPolicies'] },
  DescribeScheduledActions: { lists: ['ScheduledActions'] },
  DescribeTransformJob: { texts: ['TransformJobName', 'ModelName'], name: 'TransformJobName' },
  FilterLogEvents: { lists: ['events'] },
  GetLogEvents: { lists: ['events'] },
  GetMetricData: { lists: ['MetricDataResults'] },
  InvokeEndpointAsync: { texts: ['OutputLocation'] },
  ListEndpointConfigs: { lists: ['EndpointConfigs'] },
  ListEndpoints: { lists: ['Endpoints'] },
  ListModelPackages: { lists: ['ModelPackageSummaryList'] },
  ListInferenceComponents: { lists: ['InferenceComponents'] },
  ListModels: { lists: ['Models'] },
  ListTags: { lists: ['Tags'] },
  ListTransformJobs: { lists: ['TransformJobSummaries'] },
  PutScalingPolicy: { texts: ['PolicyARN'] },
  UpdateEndpoint: { texts: ['EndpointArn'] },
  UpdateEndpointWeightsAndCapacities: { texts: ['EndpointArn'] },
};

type Members = Readonly<Record<string, unknown>>;

/** @throws UnreadableAnswer where the answer lacks something, or is about another thing. */
export function refuseIncomplete(operation: string, asked: Members, answer: Members): void {
  const { texts = [], times = [], lists = [], name, arn } = expectedOf[operation] ?? {};
  const missing = [
    ...texts.filter((member) => typeof answer[member] !== 'string' || answer[member] === ''),
    ...times.filter((member) => answer[member] === undefined),
    ...(lists.some((member) => Array.isArray(answer[member])) ? [] : lists.slice(0, 1)),
  ];
  if (missing.length > 0) throw new UnreadableAnswer(200, phrase`without ${listed(missing)}`);
  if (name && !isSameName(asked[name], answer[name])) {
    throw new UnreadableAnswer(200, phrase`with another ${name} than the one asked for`);
  }
  if (arn && !namesByArn(asked[arn[0]], answer[arn[1]])) {
    throw new UnreadableAnswer(200, phrase`with another ${arn[1]} than the one asked for`);
  }
}

/** An ARN holds the name at its end. */
function namesByArn(asked: unknown, answered: unknown): boolean {
  const [name, arn] = [asked, answered].map((each) => String(each).toLowerCase());
  return arn === name || arn?.endsWith(`/${name}`) === true;
}

/** Names in answers have been seen in lower case. */
function isSameName(asked: unknown, answered: unknown): boolean {
  return String(asked).toLowerCase() === String(answered).toLowerCase();
}
