import { knownRemedy } from '../domain/known-refusals.ts';
import { Problem, type ProblemCode } from '../domain/problem.ts';
import { quotaIn, quotaMessage, quotaRemedy } from '../domain/quota.ts';
import { type Phrase, phrase } from '../domain/text/phrase.ts';
import { accessMessage, accessRemedy } from './aws-access.ts';
import { type Call, serviceOf } from './aws-calls.ts';
import { refusedCredentials, remedyOfCredentials } from './credential-words.ts';
import {
  codeByStatus,
  generalCodeOf,
  isOfACertificate,
  readError,
  type SdkError,
} from './sdk-error.ts';
import {
  notAnswered,
  notReached,
  remedyOfCertificates,
  remedyOfTheWay,
  statusOf,
} from './wire-words.ts';

/** The Problem behind whatever an SDK call threw; getting credentials throws one already. */
export function problemOf(thrown: unknown, call: Call): Problem {
  if (thrown instanceof Problem) return thrown;
  const error = readError(thrown);
  const code = codeOf(error, call);
  const saysItAll = code === 'endpoint-not-found' || code === 'endpoint-config-not-found';
  return new Problem(code, messageOf(code, call, error), {
    remedy: remedyOf(code, call, error),
    rerun: rerunOf(code),
    said: saysItAll || error.came ? undefined : error.message,
    cause: thrown,
    retryAfterSeconds: error.retryAfterSeconds,
  });
}

function codeOf(error: SdkError, call: Call): ProblemCode {
  const code = generalCodeOf(error);
  if (code) return code;
  if (error.name === 'ValidationException') return validationCode(error.message, call);
  return codeByStatus(error);
}

/** The API has one name for these; their beginnings are fixed. */
function validationCode(message: string, call: Call): ProblemCode {
  if (message.startsWith('Cannot update in-progress endpoint')) return 'update-in-progress';
  if (message.startsWith('Could not find endpoint configuration')) {
    const named = /endpoint-config\/([^"]*)"/.exec(message)?.[1]?.toLowerCase();
    const isUpdate = call.operation === 'UpdateEndpoint';
    const isRequested = !isUpdate || !named || named === call.endpointConfigName?.toLowerCase();
    return isRequested ? 'endpoint-config-not-found' : 'serving-config-not-found';
  }
  if (message.startsWith('Could not find endpoint ')) return 'endpoint-not-found';
  if (message.startsWith('Could not find model ')) return 'model-not-found';
  if (message.startsWith('Could not find inference component ')) return 'component-not-found';
  if (/^Cannot delete inference component .*_IN_PROGRESS/.test(message)) {
    return 'update-in-progress';
  }
  if (/^ModelPackage(Group)? \S+ does not exist/.test(message)) return 'model-package-not-found';
  if (message.startsWith('Cannot create already existing ')) return 'already-exists';
  return 'refused';
}

function messageOf(code: ProblemCode, call: Call, error: SdkError): Phrase {
  const { operation, endpointName, endpointConfigName, region = 'an unknown region' } = call;
  const service = serviceOf(operation);
  switch (code) {
    case 'endpoint-not-found':
      return phrase`There is no endpoint ${endpointName} in ${region}.`;
    case 'endpoint-config-not-found':
      return phrase`There is no endpoint configuration ${endpointConfigName ?? ''} in ${region}.`;
    case 'model-not-found':
      return phrase`There is no model ${call.modelName ?? phrase`of that name`} in ${region}.`;
    case 'component-not-found':
      return phrase`An inference component of ${endpointName} was deleted meanwhile.`;
    case 'model-package-not-found':
      return error.message.startsWith('ModelPackageGroup')
        ? phrase`There is no model package group ${call.modelPackage ?? phrase`of that name`} in ${region}.`
        : phrase`There is no model package ${call.modelPackage ?? phrase`of that name`} in ${region}.`;
    case 'serving-config-not-found':
      return phrase`The endpoint configuration that ${endpointName} serves was deleted, so SageMaker refuses to update it.`;
    case 'update-in-progress':
      return phrase`Another update of ${endpointName} is running.`;
    case 'already-exists':
      return phrase`${call.modelName ?? endpointConfigName ?? ''} or ${endpointName} exists already in ${region}.`;
    case 'access-denied':
      return accessMessage(call, error.message);
    case 'credentials':
      return refusedCredentials(error);
    case 'quota-exceeded':
      return quotaMessage(quotaIn(error.message), phrase`${operation} in ${region}`);
    case 'throttled':
      if (operation.startsWith('Invoke')) {
        return phrase`${service} in ${region} is throttling the requests to ${endpointName}.`;
      }
      return phrase`${service} in ${region} is throttling this account.`;
    case 'unavailable':
      return phrase`${service} in ${region} failed to answer ${operation}${statusOf(error)}.`;
    case 'unreadable':
      return notAnswered(phrase`${operation}`, phrase`${service} in ${region}`, error);
    case 'unreachable':
      return notReached(phrase`${service} in ${region}`, { ...error, proxy: error.way.proxy });
    case 'unexpected':
      return phrase`${operation} failed in an unexpected way.`;
    default:
      return endpointName === ''
        ? phrase`${service} in ${region} refused ${operation}.`
        : phrase`${service} in ${region} refused ${operation} for ${endpointName}.`;
  }
}

function remedyOf(code: ProblemCode, call: Call, error: SdkError): Phrase {
  const { region = 'unknown' } = call;
  switch (code) {
    case 'endpoint-not-found':
      return phrase`Check \`endpoint-name\`, the region (${region}) and the account of the credentials.`;
    case 'endpoint-config-not-found':
      return phrase`Check \`endpoint-config-name\`, and create the configuration in ${region} before this step.`;
    case 'model-not-found':
      return phrase`Check the model's name, and create it in ${region} before this step.`;
    case 'model-package-not-found':
      return phrase`Check the name, the region (${region}) and the account of the credentials: a group of another account is named by its ARN.`;
    case 'serving-config-not-found':
      return phrase`Create an endpoint configuration with that name again (CreateEndpointConfig). Never delete the configuration that serves.`;
    case 'update-in-progress':
      return phrase`SageMaker takes one update at a time: wait until the endpoint is InService.`;
    case 'already-exists':
      return phrase`Another run may have created it at the same time.`;
    case 'access-denied':
      return accessRemedy(call, error.message);
    case 'credentials':
      return remedyOfCredentials(error, region);
    case 'quota-exceeded':
      return quotaRemedy(quotaIn(error.message), call.fleet);
    case 'throttled':
      return throttledRemedy(call);
    case 'unavailable':
      return phrase`Check the AWS Health Dashboard.`;
    case 'unreadable':
      return remedyOfTheWay;
    case 'unreachable':
      if (isOfACertificate(error)) return remedyOfCertificates;
      return error.way.proxy
        ? remedyOfTheWay
        : phrase`Check the region, and that this runner reaches SageMaker's API there.`;
    default:
      return knownRemedy(error.message) ?? phrase`Read the error message, and fix the cause.`;
  }
}

/** What is throttled: the polls, other calls of the API, or the endpoint's own requests. */
function throttledRemedy({ operation }: Call): Phrase {
  switch (operation) {
    case 'DescribeEndpoint':
      return phrase`Run fewer rollouts at once in this account, or raise \`poll-interval\`.`;
    case 'InvokeEndpoint':
    case 'InvokeEndpointAsync':
      return phrase`Give the endpoint more capacity (instances, or MaxConcurrency of a serverless one), or raise the account's quota for ${operation}; a longer \`smoke-test-timeout\` retries for longer.`;
    default:
      return phrase`Run fewer rollouts and other tools at once in this account and region.`;
  }
}

/** Where the same job would fail again whatever is done, or the outcome says it better: nothing. */
function rerunOf(code: ProblemCode): Phrase | undefined {
  switch (code) {
    case 'endpoint-not-found':
    case 'endpoint-config-not-found':
    case 'model-not-found':
    case 'model-package-not-found':
    case 'credentials':
    case 'refused':
      return undefined;
    case 'already-exists':
      return phrase`Re-run this job: it uses what exists.`;
    default:
      return phrase`Then re-run this job.`;
  }
}
