import { badToken, refusal } from './errors.ts';

/** One page of a list; a token is how far the pages before it have come. */
export function pageOf<T>(
  all: readonly T[],
  {
    MaxResults,
    NextToken = '0',
  }: { MaxResults?: number | undefined; NextToken?: string | undefined },
  most: number,
): { readonly page: readonly T[]; readonly NextToken: string | undefined } {
  if (!/^\d+$/.test(NextToken)) throw badToken();
  if (MaxResults !== undefined && (MaxResults < 1 || MaxResults > most)) {
    throw refusal(`MaxResults is 1 to ${most}`);
  }
  const first = Number(NextToken);
  const end = first + (MaxResults ?? most);
  return {
    page: all.slice(first, end),
    NextToken: end < all.length ? String(end) : undefined,
  };
}
