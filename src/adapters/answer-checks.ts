import { refuseUnreadable } from './aws-answers.ts';
import { refuseIncomplete } from './complete-answers.ts';
import { outputSchemaOf, refuseMistyped } from './typed-answers.ts';

/** The stack of middleware that all of the SDK's clients have, as far as it is used. */
export interface Stack {
  // biome-ignore lint/suspicious/noExplicitAny: each client has inputs and outputs of its own.
  add(middleware: (next: any, context: any) => (args: any) => Promise<any>, options: object): void;
}

interface Exchange {
  readonly request: { readonly headers: Readonly<Record<string, string>> };
}

interface Result {
  readonly output: Readonly<Record<string, unknown>>;
  readonly response: {
    readonly statusCode: number;
    readonly headers: Readonly<Record<string, string>>;
    body: AsyncIterable<Uint8Array> | Uint8Array | undefined;
  };
}

type Next<Args> = (args: Args) => Promise<Result>;

/**
 * A plugin for the SDK's clients: every answer is looked at before and after the SDK reads it. What
 * AWS has not answered, or not to the end, is an `UnreadableAnswer` and nothing else.
 */
export const answerChecks = {
  applyToStack(stack: Stack): void {
    stack.add(onTheWire, { step: 'deserialize', priority: 'low', name: 'readableAnswers' });
    stack.add(afterReading, { step: 'initialize', name: 'completeAnswers' });
  },
};

function onTheWire(next: Next<Exchange>): Next<Exchange> {
  return async (exchange) => {
    const result = await next(exchange);
    const { response } = result;
    const bytes = await bytesOf(response.body);
    response.body = bytes;
    refuseUnreadable(lowerCase(exchange.request.headers), {
      status: response.statusCode,
      headers: lowerCase(response.headers),
      body: new TextDecoder().decode(bytes),
    });
    return result;
  };
}

function afterReading(
  next: Next<{ readonly input: Readonly<Record<string, unknown>> }>,
  context: { readonly commandName?: string },
): typeof next {
  const { commandName = '' } = context;
  return async (args) => {
    const result = await next(args);
    refuseMistyped(outputSchemaOf(context), result.output);
    refuseIncomplete(commandName.replace(/Command$/, ''), args.input, result.output);
    return result;
  };
}

async function bytesOf(body: Result['response']['body']): Promise<Uint8Array> {
  if (body === undefined || body instanceof Uint8Array) return body ?? new Uint8Array();
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function lowerCase(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
}
