import { describe, expect, it } from '@jest/globals';
import type { Call } from '../../src/adapters/aws-calls.ts';
import { problemOf } from '../../src/adapters/aws-errors.ts';
import type { ProblemCode } from '../../src/domain/problem.ts';

const update: Call = {
  operation: 'UpdateEndpoint',
  endpointName: 'fraud',
  endpointConfigName: 'fraud-V2',
  region: 'eu-west-1',
};
const describing: Call = {
  operation: 'DescribeEndpoint',
  endpointName: 'fraud',
  region: 'eu-west-1',
};
const arn = (resource: string) => `arn:aws:sagemaker:eu-west-1:123456789012:${resource}`;
const role = 'arn:aws:sts::123456789012:assumed-role/deployer/run';

/** What the SDK throws for an answer of the API. */
function answer(name: string, message: string, status = 400, headers = {}): Error {
  const details = { name, $metadata: { httpStatusCode: status }, $response: { headers } };
  return Object.assign(new Error(message), details);
}

/** What a person reads of each code: what happened, and the beginning of what to do next. */
const told: Readonly<Partial<Record<ProblemCode, readonly [message: string, remedy: string]>>> = {
  'endpoint-not-found': [
    'There is no endpoint fraud in eu-west-1.',
    'Check `endpoint-name`, the region (eu-west-1) and the account of the credentials.',
  ],
  'endpoint-config-not-found': [
    'There is no endpoint configuration fraud-V2 in eu-west-1.',
    'Check `endpoint-config-name`, and create the configuration in eu-west-1 before this step.',
  ],
  'serving-config-not-found': [
    'The endpoint configuration that fraud serves was deleted, so SageMaker refuses to update it.',
    'Create an endpoint configuration with that name again (CreateEndpointConfig). Never delete the configuration that serves. Then re-run this job.',
  ],
  'model-not-found': [
    'There is no model of that name in eu-west-1.',
    "Check the model's name, and create it in eu-west-1 before this step.",
  ],
  'model-package-not-found': [
    'There is no model package of that name in eu-west-1.',
    'Check the name, the region (eu-west-1) and the account of the credentials: a group of another account is named by its ARN.',
  ],
  'already-exists': [
    'fraud-V2 or fraud exists already in eu-west-1.',
    'Another run may have created it at the same time. Re-run this job: it uses what exists.',
  ],
  'update-in-progress': [
    'Another update of fraud is running.',
    'SageMaker takes one update at a time: wait until the endpoint is InService. Then re-run this job.',
  ],
  refused: [
    'SageMaker in eu-west-1 refused UpdateEndpoint for fraud.',
    'Read the error message, and fix the cause.',
  ],
  'quota-exceeded': [
    "The account's quota ml.m4.xlarge for endpoint usage is too small for UpdateEndpoint in eu-west-1 (limit 0, in use 0, asked for 1 more).",
    'Raise the quota ml.m4.xlarge for endpoint usage from 0 to 1 or more (Service Quotas, Amazon SageMaker), or delete what is no longer used. Then re-run this job.',
  ],
  throttled: [
    'SageMaker in eu-west-1 is throttling this account.',
    'Run fewer rollouts and other tools at once in this account and region. Then re-run this job.',
  ],
  'access-denied': [
    'The role of this job may not call UpdateEndpoint for fraud in eu-west-1.',
    'Allow sagemaker:UpdateEndpoint to that role, on the endpoint fraud and on the endpoint configuration fraud-V2.',
  ],
  credentials: [
    'AWS does not accept the credentials of this job.',
    'Set `role-to-assume`, whose sessions are renewed as long as the rollout takes; or run aws-actions/configure-aws-credentials before this step',
  ],
  unavailable: [
    'SageMaker in eu-west-1 failed to answer UpdateEndpoint.',
    'Check the AWS Health Dashboard.',
  ],
  unexpected: [
    'UpdateEndpoint failed in an unexpected way.',
    'Read the error message, and fix the cause. Then re-run this job.',
  ],
  unreachable: [
    'SageMaker in eu-west-1 cannot be reached.',
    "Check the region, and that this runner reaches SageMaker's API there.",
  ],
};

function expectTold(thrown: unknown, code: ProblemCode): void {
  const [message, remedy] = told[code] ?? [];
  const problem = problemOf(thrown, update);
  expect({ code: problem.code, message: problem.message }).toEqual({ code, message });
  const advice = [problem.remedy, problem.rerun ?? ''].map(String).join(' ');
  expect(advice.slice(0, remedy?.length)).toBe(remedy);
  expect(problem.cause).toBe(thrown);
}

describe('the errors of the API, as a tired person reads them', () => {
  const notAllowed = `User: ${role} is not authorized to perform: sagemaker:UpdateEndpoint on resource: ${arn('endpoint-config/fraud-v2')}`;
  const quota =
    "The account-level service limit 'ml.m4.xlarge for endpoint usage' is 0 Instances, with current utilization of 0 Instances and a request delta of 1 Instances.";

  it.each<[words: string, code: ProblemCode]>([
    [`Could not find endpoint "${arn('endpoint/fraud')}".`, 'endpoint-not-found'],
    [
      `Could not find endpoint configuration "${arn('endpoint-config/fraud-V2')}".`,
      'endpoint-config-not-found',
    ],
    [
      `Could not find endpoint configuration "${arn('endpoint-config/fraud-v2')}".`,
      'endpoint-config-not-found',
    ],
    [
      `Could not find endpoint configuration "${arn('endpoint-config/fraud-v1')}".`,
      'serving-config-not-found',
    ],
    [`Cannot update in-progress endpoint "${arn('endpoint/fraud')}".`, 'update-in-progress'],
    [`Could not find model "${arn('model/fraud')}".`, 'model-not-found'],
    [`ModelPackage ${arn('model-package/fraud/7')} does not exist.`, 'model-package-not-found'],
    [
      `Cannot create already existing endpoint configuration "${arn('endpoint-config/x')}".`,
      'already-exists',
    ],
    [
      "1 validation error detected: Value '0' at 'x' failed to satisfy constraint: Member must be",
      'refused',
    ],
  ])('ValidationException %s: %s', (words, code) => {
    expectTold(answer('ValidationException', words), code);
  });

  it.each<[name: string, words: string, code: ProblemCode]>([
    ['ResourceLimitExceeded', quota, 'quota-exceeded'],
    ['ThrottlingException', 'Rate exceeded', 'throttled'],
    ['AccessDeniedException', notAllowed, 'access-denied'],
    [
      'ExpiredTokenException',
      'The security token included in the request is expired',
      'credentials',
    ],
    [
      'UnrecognizedClientException',
      'The security token included in the request is invalid.',
      'credentials',
    ],
  ])('%s %s: %s', (name, words, code) => {
    expectTold(answer(name, words), code);
  });

  it('are quoted, unless our own words say it all', () => {
    expect(problemOf(answer('ResourceLimitExceeded', quota), update).said).toBe(quota);
    expect(problemOf(answer('AccessDeniedException', notAllowed), update).said).toBe(notAllowed);
    const missing = answer(
      'ValidationException',
      `Could not find endpoint "${arn('endpoint/x')}".`,
    );
    expect(problemOf(missing, describing).said).toBeUndefined();
  });

  it('of a mere look ask for the right to look, and for nothing else', () => {
    const problem = problemOf(answer('AccessDeniedException', 'No.'), describing);
    expect(String(problem.remedy)).toBe(
      'Allow sagemaker:DescribeEndpoint to that role, on the endpoint fraud. The README has the whole policy.',
    );
  });

  it('never say "undefined" where the region is not known', () => {
    const { region: _, ...nowhere } = update;
    for (const words of [
      'Could not find endpoint "x".',
      'Could not find endpoint configuration "x".',
    ]) {
      const { message, remedy } = problemOf(answer('ValidationException', words), nowhere);
      expect(message).toContain('an unknown region');
      expect(String(remedy)).not.toContain('undefined');
    }
  });
});

describe('failures that no error of the API names', () => {
  const refusedConnection = Object.assign(new Error('connect ECONNREFUSED'), {
    code: 'ECONNREFUSED',
  });
  const timeout = Object.assign(new Error('Timed out.'), { name: 'TimeoutError', $metadata: {} });
  const noCredentials = Object.assign(new Error('Could not load credentials'), {
    name: 'CredentialsProviderError',
  });
  const skewed = Object.assign(answer('InvalidSignatureException', 'Signature expired', 403), {
    $metadata: { httpStatusCode: 403, clockSkewCorrected: true },
  });
  const inProgress = 'Cannot update in-progress endpoint "arn:aws:sagemaker:…:endpoint/fraud".';
  const refusedBySkewed = Object.assign(answer('ValidationException', inProgress, 400), {
    $metadata: { httpStatusCode: 400, clockSkewCorrected: true },
  });

  it.each<[what: string, thrown: unknown, code: ProblemCode]>([
    ['an internal failure', answer('InternalFailure', 'Oops', 500), 'unavailable'],
    ['an overload', answer('ServiceUnavailable', '', 503), 'unavailable'],
    ['too many requests by another name', answer('SlowDown', 'Slow down', 429), 'throttled'],
    ['no connection', refusedConnection, 'unreachable'],
    ['no answer in time', timeout, 'unreachable'],
    ['a clock that was wrong and has been put right', skewed, 'unavailable'],
    ['a refusal that came with a wrong clock', refusedBySkewed, 'update-in-progress'],
    ['an error of tomorrow', answer('TeapotException', 'Short and stout', 418), 'refused'],
    ['no error at all', 'boom', 'unexpected'],
    ['nothing', undefined, 'unexpected'],
  ])('%s', (_, thrown, code) => {
    expectTold(thrown, code);
  });

  it('no credentials', () => {
    const { code, message } = problemOf(noCredentials, update);
    expect({ code, message }).toEqual({
      code: 'credentials',
      message: 'This job has no AWS credentials that can be used.',
    });
  });

  it('an error without words is quoted by its name', () => {
    expect(problemOf(answer('ServiceUnavailable', '', 503), update).said).toBe(
      'ServiceUnavailable',
    );
  });
});

describe('how long SageMaker asks to be left alone', () => {
  it.each([
    ['7', 7],
    ['0', undefined],
    ['soon', undefined],
    [undefined, undefined],
  ])('retry-after: %s', (header, seconds) => {
    const headers = header === undefined ? {} : { 'retry-after': header };
    const thrown = answer('ThrottlingException', 'Rate exceeded', 400, headers);
    expect(problemOf(thrown, update).retryAfterSeconds).toBe(seconds);
  });
});
