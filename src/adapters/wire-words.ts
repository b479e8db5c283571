import { type Phrase, phrase } from '../domain/text/phrase.ts';
import type { SdkError } from './sdk-error.ts';

/** That an answer came which is not the service's own. */
export function notAnswered(operation: Phrase, service: Phrase, error: SdkError): Phrase {
  return phrase`${operation} was not answered by ${service}: HTTP ${error.httpStatus ?? 0} came ${error.came ?? phrase`with what cannot be read`}. Something between this runner and AWS has answered, such as a proxy.`;
}

/** The status of a failure that names no error of AWS, in parentheses. */
export function statusOf({ came, httpStatus }: SdkError): Phrase {
  return came ? phrase`: HTTP ${httpStatus ?? 0} came ${came}` : phrase``;
}

export const remedyOfTheWay = phrase`Check the proxy, the firewall and the VPC endpoints between this runner and AWS (\`HTTPS_PROXY\`, \`NO_PROXY\`).`;
