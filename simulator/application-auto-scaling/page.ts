import { pageOf as cut, type Page } from '../account/page.ts';
import { AwsError, refusal } from '../aws/aws-error.ts';

interface Asked {
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}

export function pageOf<T>(
  all: readonly T[],
  { MaxResults, NextToken }: Asked,
  most: number,
): Page<T> {
  if (MaxResults !== undefined && (MaxResults < 1 || MaxResults > most)) {
    throw refusal(`MaxResults is 1 to ${most}`);
  }
  const badToken = new AwsError('InvalidNextTokenException', 'The next token is invalid.');
  return cut(all, { token: NextToken, size: MaxResults ?? most, badToken });
}
