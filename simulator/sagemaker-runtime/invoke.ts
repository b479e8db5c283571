import type { AsyncInferenceConfig } from '@aws-sdk/client-sagemaker';
import type { Call } from '../account/account.ts';
import { arnOf } from '../account/arn.ts';
import type { Endpoint } from '../account/endpoint.ts';
import type { Variant } from '../account/fleet.ts';
import { AwsError, refusal } from '../aws/aws-error.ts';
import type { Behavior, Models } from './models.ts';

interface Invocation {
  readonly EndpointName?: string;
  readonly TargetVariant?: string;
  readonly InputLocation?: string;
}

/** What an invocation comes to: an answer, or an error that the model makes, after so long. */
export interface Invoked {
  readonly seconds: number;
  readonly output: object | AwsError;
}

/** InvokeEndpoint: the model of the variant answers, the one that it was launched with. */
export function invoke(input: Invocation, call: Call, models: Models): Invoked {
  const endpoint = servingEndpoint(input, call);
  if (asyncConfigOf(endpoint, call)) throw refused('this endpoint is asynchronous');
  const { name, model } = variantOf(input, endpoint);
  if (model === undefined) throw refused('name the inference component');
  const behavior = models.behaviorOf(model, name, call.now);
  return { seconds: behavior.seconds ?? 0, output: answerOf(behavior, name) };
}

/** InvokeEndpointAsync: the request is queued, and nothing ever answers into S3. */
export function invokeAsync(input: Invocation, call: Call, count: number): object {
  const config = asyncConfigOf(servingEndpoint(input, call), call);
  if (!config) throw refused('this endpoint is not asynchronous');
  const id = `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
  const path = config.OutputConfig?.S3OutputPath ?? '';
  return { InferenceId: id, OutputLocation: `${path}/${id}.out` };
}

function answerOf(behavior: Behavior, variant: string): object | AwsError {
  switch (behavior.kind) {
    case 'answers': {
      const { body, contentType = 'application/json' } = behavior;
      return { Body: body, ContentType: contentType, InvokedProductionVariant: variant };
    }
    case 'not-ready':
      return new AwsError('ModelNotReadyException', 'The model is not ready', 429);
    case 'error':
      return modelError(behavior);
  }
}

/** A status of 0: the container gave no answer at all. */
function modelError({ status, message }: { status: number; message: string }): AwsError {
  const kind = status >= 400 && status < 500 ? 'client' : 'server';
  const words = `Received ${kind} error (${status}) from primary with message "${message}".`;
  return new AwsError('ModelError', words, 424, {
    OriginalStatusCode: status,
    OriginalMessage: message,
    LogStreamArn: '',
  });
}

function servingEndpoint({ EndpointName = '' }: Invocation, { account, place }: Call): Endpoint {
  const endpoint = account.endpoints.get(arnOf(place, 'endpoint', EndpointName));
  if (endpoint && serves(endpoint)) return endpoint;
  throw new AwsError(
    'ValidationError',
    `Endpoint ${EndpointName} of account ${place.account} not found.`,
  );
}

function asyncConfigOf(
  { state }: Endpoint,
  { account, place }: Call,
): AsyncInferenceConfig | undefined {
  const name = arnOf(place, 'endpoint-config', state.configName);
  return account.endpointConfigs.get(name)?.input.AsyncInferenceConfig;
}

function serves({ state }: Endpoint): boolean {
  return !['Creating', 'Deleting', 'Failed'].includes(state.status);
}

/** The one that is asked, else the one with the most weight. */
function variantOf({ TargetVariant }: Invocation, { state }: Endpoint): Variant {
  const variants = state.live.filter(({ role }) => role === 'production');
  const byWeight = variants.toSorted((one, other) => other.weight.desired - one.weight.desired);
  const variant = TargetVariant ? variants.find(({ name }) => name === TargetVariant) : byWeight[0];
  if (!variant) throw refused(`there is no variant ${TargetVariant ?? ''}`);
  return variant;
}

function refused(what: string): AwsError {
  return refusal(what, 'ValidationError');
}
