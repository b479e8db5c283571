import { isObject, type JsonObject, jsonFrom } from '../domain/json.ts';

/** Operations whose requests are sent as they are given. */
const given: readonly string[] = [
  ...['CreateModel', 'CreateEndpointConfig', 'CreateEndpoint', 'UpdateEndpoint'],
];
/** Operations whose answers are read as they come: times are seconds since 1970. */
const asTheyCome: readonly string[] = [
  ...['DescribeEndpointConfig', 'DescribeInferenceComponent', 'DescribeModel'],
  ...['DescribeModelPackage', 'DescribeTransformJob', 'ListModelPackages'],
];

/** The SDK's numbers for two schemas: bytes are written as they are, and a string is plain JSON. */
const schemas = { bytes: 21, string: 0 } as const;

/** What an SDK's client writes its requests and reads its answers with, as far as it is used. */
interface Client {
  readonly config: {
    readonly protocol: {
      // biome-ignore lint/suspicious/noExplicitAny: operations, inputs and contexts are the SDK's own.
      serializeRequest(operation: any, input: any, context: any): Promise<any>;
      // biome-ignore lint/suspicious/noExplicitAny: the same of answers.
      deserializeResponse(operation: any, context: any, response: any): Promise<any>;
    };
  };
}

/**
 * The SDK drops members that it does not know, when it writes and when it reads: a copy of a newer
 * configuration would lose them without a word. These operations keep the client's signing, errors
 * and answer checks, and their JSON is left alone.
 */
export function leaveJsonAlone({ config: { protocol } }: Client): void {
  const serialize = protocol.serializeRequest.bind(protocol);
  const deserialize = protocol.deserializeResponse.bind(protocol);
  protocol.serializeRequest = (operation, input, context) =>
    given.includes(operation.name)
      ? serialize({ ...operation, input: schemas.bytes }, bytesOf(input), context)
      : serialize(operation, input, context);
  protocol.deserializeResponse = async (operation, context, response) => {
    if (!asTheyCome.includes(operation.name)) return deserialize(operation, context, response);
    const { body } = response;
    const answer = await deserialize({ ...operation, output: schemas.string }, context, response);
    // The SDK rounds large numbers. The answer checks have read the body, and found it to be JSON.
    const exact = jsonFrom(new TextDecoder().decode(body));
    return isObject(exact) ? { ...exact, $metadata: answer.$metadata } : answer;
  };
}

/** An answer as the API gives it, known members and new ones. */
export function answerOf({ $metadata: _, ...answer }: object & { $metadata: unknown }): JsonObject {
  return answer as JsonObject;
}

function bytesOf(input: object): Uint8Array {
  return Buffer.from(JSON.stringify(input));
}
