import {
  InvokeEndpointAsyncCommand,
  InvokeEndpointCommand,
  type ModelError,
  SageMakerRuntimeClient,
} from '@aws-sdk/client-sagemaker-runtime';
import type { Answer, SmokeCall, SmokeRequest } from '../domain/smoke-test.ts';
import type { Invocations } from '../ports.ts';
import { AwsConnection } from './aws-connection.ts';
import type { AwsSettings } from './aws-settings.ts';

/** SageMaker gives a model 60 seconds to answer, then it answers itself. */
const secondsForACall = 65;

/** SageMaker's runtime over its SDK. Calls are sent once: when to try again is decided elsewhere. */
export class SageMakerRuntime implements Invocations {
  readonly #aws: AwsConnection<SageMakerRuntimeClient>;

  constructor(aws: AwsSettings) {
    this.#aws = new AwsConnection(aws, SageMakerRuntimeClient, secondsForACall);
  }

  async invoke(endpointName: string, { request, variant }: SmokeCall): Promise<Answer> {
    const { payload } = request;
    return payload.kind === 'body'
      ? this.#ask(endpointName, payload.bytes, { request, variant })
      : this.#enqueue(endpointName, payload.location, request);
  }

  /** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_runtime_InvokeEndpoint.html */
  async #ask(
    endpointName: string,
    bytes: Uint8Array,
    { request, variant }: SmokeCall,
  ): Promise<Answer> {
    const command = new InvokeEndpointCommand({
      ...usualMembers(endpointName, request),
      Body: bytes,
      ...(variant !== undefined && { TargetVariant: variant }),
      ...(request.targetModel !== undefined && { TargetModel: request.targetModel }),
    });
    try {
      const { Body, $metadata } = await this.#aws.client.send(command);
      const body = new TextDecoder().decode(Body);
      return { kind: 'answered', status: $metadata.httpStatusCode ?? 200, body };
    } catch (thrown) {
      const answer = modelsAnswer(thrown);
      if (answer) return answer;
      throw this.#aws.problem(thrown, { operation: 'InvokeEndpoint', endpointName });
    }
  }

  /** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_runtime_InvokeEndpointAsync.html */
  async #enqueue(endpointName: string, location: string, request: SmokeRequest): Promise<Answer> {
    const command = new InvokeEndpointAsyncCommand({
      ...usualMembers(endpointName, request),
      InputLocation: location,
    });
    try {
      const { OutputLocation = '' } = await this.#aws.client.send(command);
      return { kind: 'accepted', outputLocation: OutputLocation };
    } catch (thrown) {
      throw this.#aws.problem(thrown, { operation: 'InvokeEndpointAsync', endpointName });
    }
  }
}

function usualMembers(
  endpointName: string,
  { contentType, accept }: SmokeRequest,
): { EndpointName: string; ContentType: string; Accept?: string } {
  return {
    EndpointName: endpointName,
    ContentType: contentType,
    ...(accept !== undefined && { Accept: accept }),
  };
}

/** What the model itself answered, where SageMaker tells it as an error. */
function modelsAnswer(thrown: unknown): Answer | undefined {
  const { name } = thrown as { name?: string };
  if (name === 'ModelNotReadyException') return { kind: 'not-ready' };
  if (name !== 'ModelError') return undefined;
  const { OriginalStatusCode, OriginalMessage, message } = thrown as ModelError;
  return {
    kind: 'answered',
    status: OriginalStatusCode ?? 0,
    body: OriginalMessage ?? message,
  };
}
