import type { Account, Call } from '../account/account.ts';
import { AwsService } from '../account/aws-service.ts';
import { resourceOf } from '../account/call-faults.ts';
import { AwsError } from '../aws/aws-error.ts';
import { restJsonProtocol } from '../aws/rest-json-protocol.ts';
import type { Answer, Request } from '../http.ts';
import { invoke, invokeAsync } from './invoke.ts';
import { type Behavior, Models } from './models.ts';
import { operations, requests } from './shapes.ts';

const protocol = restJsonProtocol(operations);

/** Amazon SageMaker's runtime: models that behave as they are told to. */
export class SageMakerRuntime extends AwsService {
  readonly #models = new Models();
  /** How long the model takes for the request that is being answered. */
  #seconds = 0;

  constructor(account: Account) {
    super(account, {
      protocols: [protocol],
      name: 'sagemaker',
      requests,
      perform: (operation, input, call) => this.#perform(operation, input, call),
      resourceOf,
      inItsWords,
    });
  }

  /** From its next request on the model behaves so, one way after the other; the last one stays. */
  script(model: string, ...behaviors: readonly Behavior[]): void {
    this.#models.script(model, behaviors);
  }

  override answer(request: Request): Answer | Promise<Answer> {
    this.#seconds = 0;
    const answer = super.answer(request);
    if (this.#seconds === 0) return answer;
    const { clock } = this.account;
    const due = clock.now() + 1000 * this.#seconds;
    return new Promise((resolve) => clock.at(due, () => resolve(answer)));
  }

  #perform(operation: string, input: object, call: Call): object {
    if (operation === 'InvokeEndpointAsync') {
      return invokeAsync(input, call, this.requests.length);
    }
    const { seconds, output } = invoke(input, call, this.#models);
    this.#seconds = seconds;
    if (output instanceof AwsError) throw output;
    return output;
  }
}

/** What every service knows, as this one says it. */
function inItsWords(error: AwsError): AwsError {
  const { name, message } = error;
  if (name === 'ValidationException') return new AwsError('ValidationError', message);
  return name === 'AccessDeniedException' ? new AwsError(name, message, 403) : error;
}
