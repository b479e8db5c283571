import { type AwsError, refusal } from '../aws/aws-error.ts';

export interface Page<T> {
  readonly page: readonly T[];
  readonly NextToken: string | undefined;
}

interface Cut {
  readonly token: string | undefined;
  readonly size: number;
  readonly badToken?: AwsError;
}

/** One page of a list; a token is how far the pages before it have come. */
export function pageOf<T>(all: readonly T[], { token = '0', size, badToken }: Cut): Page<T> {
  if (!/^\d+$/.test(token)) throw badToken ?? refusal('not a valid NextToken');
  const first = Number(token);
  const end = first + size;
  return { page: all.slice(first, end), NextToken: end < all.length ? String(end) : undefined };
}
