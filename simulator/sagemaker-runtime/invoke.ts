import type { CreateEndpointConfigInput, ProductionVariant } from '@aws-sdk/client-sagemaker';
import { AwsError } from '../aws/aws-error.ts';
import { arnOf } from '../sagemaker/arn.ts';
import type { Endpoint } from '../sagemaker/endpoint.ts';
import type { Call } from '../sagemaker/world.ts';
import type { Behaviour, Models } from './models.ts';

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

/** InvokeEndpoint: the model of the variant answers. */
export function invoke(input: Invocation, call: Call, models: Models): Invoked {
  const config = configOf(input, call);
  if (config.AsyncInferenceConfig) throw refusal('this endpoint is asynchronous');
  const variant = variantOf(input, config);
  const name = variant.VariantName ?? '';
  if (variant.ModelName === undefined) throw refusal('name the inference component');
  const behaviour = models.behaviourOf(variant.ModelName, name, call.now);
  return { seconds: behaviour.seconds ?? 0, output: answerOf(behaviour, name) };
}

/** InvokeEndpointAsync: the request is queued, and nothing ever answers into S3. */
export function invokeAsync(input: Invocation, call: Call, count: number): object {
  const { AsyncInferenceConfig } = configOf(input, call);
  if (!AsyncInferenceConfig) throw refusal('this endpoint is not asynchronous');
  const id = `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
  const path = AsyncInferenceConfig.OutputConfig?.S3OutputPath ?? '';
  return { InferenceId: id, OutputLocation: `${path}/${id}.out` };
}

function answerOf(behaviour: Behaviour, variant: string): object | AwsError {
  switch (behaviour.kind) {
    case 'answers': {
      const { body, contentType = 'application/json' } = behaviour;
      return { Body: body, ContentType: contentType, InvokedProductionVariant: variant };
    }
    case 'not-ready':
      return new AwsError('ModelNotReadyException', 'The model is not ready', 429);
    case 'error':
      return modelError(behaviour);
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

function configOf({ EndpointName = '' }: Invocation, call: Call): CreateEndpointConfigInput {
  const { world, place } = call;
  const endpoint = world.endpoints.get(arnOf(place, 'endpoint', EndpointName));
  if (!endpoint || !serves(endpoint)) {
    throw new AwsError(
      'ValidationError',
      `Endpoint ${EndpointName} of account ${place.account} not found.`,
    );
  }
  const name = arnOf(place, 'endpoint-config', endpoint.state.configName);
  return (
    world.endpointConfigs.get(name)?.input ?? { EndpointConfigName: '', ProductionVariants: [] }
  );
}

function serves({ state }: Endpoint): boolean {
  return !['Creating', 'Deleting', 'Failed'].includes(state.status);
}

/** The one that is asked, else the one with the most weight. */
function variantOf(
  { TargetVariant }: Invocation,
  { ProductionVariants = [] }: CreateEndpointConfigInput,
): ProductionVariant {
  const byWeight = ProductionVariants.toSorted((one, other) => weightOf(other) - weightOf(one));
  const variant = TargetVariant
    ? ProductionVariants.find(({ VariantName }) => VariantName === TargetVariant)
    : byWeight[0];
  if (!variant) throw refusal(`there is no variant ${TargetVariant ?? ''}`);
  return variant;
}

function weightOf({ InitialVariantWeight = 1 }: ProductionVariant): number {
  return InitialVariantWeight;
}

function refusal(what: string): AwsError {
  return new AwsError('ValidationError', `Simulator (AWS's own words are unpublished): ${what}`);
}
