import type { Problem } from '../domain/problem.ts';
import type { Call } from './aws-calls.ts';
import { problemOf } from './aws-errors.ts';
import type { AwsSettings, Client, ClientClass } from './aws-settings.ts';

/** One service in one region: its client, made at its first use, and its errors as Problems. */
export class AwsConnection<C extends Client> {
  readonly #connect: () => C;
  readonly #region: string;

  /** A call may take so many seconds; undefined: as long as calls of AWS usually may. */
  constructor({ connect, region }: AwsSettings, Client: ClientClass<C>, seconds?: number) {
    this.#connect = connect(Client, seconds);
    this.#region = region;
  }

  get client(): C {
    return this.#connect();
  }

  /** @throws Problem where the answer is an error. */
  async translating<T>(call: Call, answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (thrown) {
      throw this.problem(thrown, call);
    }
  }

  problem(thrown: unknown, call: Call): Problem {
    return problemOf(thrown, { ...call, region: this.#region });
  }
}
