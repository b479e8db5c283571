import { AwsError } from '../aws/aws-error.ts';
import type { Instant } from '../clock.ts';

export const badToken = new AwsError('InvalidNextToken', 'The next token specified is invalid.');

/** On the wire a time is a number of seconds, whatever type clients give it. */
export function millisecondsOf(time: Date | undefined): Instant | undefined {
  return time === undefined ? undefined : Number(time) * 1000;
}
