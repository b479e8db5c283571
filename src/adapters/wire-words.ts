import { type Phrase, phrase } from '../domain/text/phrase.ts';
import { throughProxy } from './proxy.ts';
import { isOfACertificate, type SdkError } from './sdk-error.ts';

/** That an answer came which is not the service's own. */
export function notAnswered(operation: Phrase, service: Phrase, error: SdkError): Phrase {
  return phrase`${operation} was not answered by ${service}: HTTP ${error.httpStatus ?? 0} came ${error.came ?? phrase`with what cannot be read`}. Something between this runner and AWS has answered, such as a proxy.`;
}

/** The status of a failure that names no error of AWS, in parentheses. */
export function statusOf({ came, httpStatus }: SdkError): Phrase {
  return came ? phrase`: HTTP ${httpStatus ?? 0} came ${came}` : phrase``;
}

/** That no answer came, and through what; or that what answers cannot prove who it is. */
export function notReached(
  service: Phrase,
  error: Pick<SdkError, 'code'> & { readonly proxy: string | undefined },
): Phrase {
  const through = throughProxy(error.proxy);
  return isOfACertificate(error)
    ? phrase`${service} cannot be reached${through}: this runner does not trust the certificate of what answers (${error.code ?? ''}).`
    : phrase`${service} cannot be reached${through}.`;
}

export const remedyOfCertificates = phrase`A proxy or firewall that reads TLS has a certificate authority of its own: set \`NODE_EXTRA_CA_CERTS\` to its file, in \`env\` of the step. Otherwise check the clock of this runner.`;

export const remedyOfTheWay = phrase`Check the proxy, the firewall and the VPC endpoints between this runner and AWS (\`HTTPS_PROXY\`, \`NO_PROXY\`).`;
