import { unsigned } from '../aws/aws-error.ts';
import type { Request } from '../http.ts';

/** Where resources live: a region of an account. */
export interface Place {
  readonly region: string;
  readonly account: string;
}

/** The region is in the credential scope of the signature (`…/20260302/eu-west-1/sagemaker/…`). */
export function placeOf({ headers }: Request, home: Place): Place {
  const region = /Credential=[^/]+\/\d+\/([^/]+)\//.exec(headers.authorization ?? '')?.[1];
  return { account: home.account, region: region ?? home.region };
}

/** A request has to be signed; by whom is not checked. */
export function checkSignature({ headers }: Request): void {
  if (!headers.authorization) throw unsigned();
}
