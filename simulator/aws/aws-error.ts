/** An error as AWS answers it: a code, the words, and the HTTP status (400 for nearly all). */
export class AwsError extends Error {
  readonly status: number;
  /** What the error tells beside its words. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(
    code: string,
    message: string,
    status = 400,
    members: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = code;
    this.status = status;
    this.members = members;
  }
}

export function accessDenied(principal: string, permission: string, arn: string): AwsError {
  return new AwsError(
    'AccessDeniedException',
    `User: ${principal} is not authorized to perform: ${permission} on resource: ${arn}`,
  );
}

export function rateExceeded(): AwsError {
  return new AwsError('ThrottlingException', 'Rate exceeded');
}

export function expiredToken(): AwsError {
  return new AwsError(
    'ExpiredTokenException',
    'The security token included in the request is expired',
  );
}

export function unsigned(): AwsError {
  return new AwsError('MissingAuthenticationTokenException', 'Missing Authentication Token');
}

/** AWS itself gives this error no words. */
export function unknownOperation(operation: string): AwsError {
  return new AwsError('UnknownOperationException', `Simulator: ${operation} is not simulated`);
}

export function unreadable(what: string): AwsError {
  return new AwsError('SerializationException', what);
}

/**
 * A refusal that AWS makes too, but in words that it has not published. The words here are the
 * simulator's and say so, so that no one comes to rely on them.
 */
export function refusal(what: string, code = 'ValidationException'): AwsError {
  return new AwsError(code, `Simulator (AWS's own words are unpublished): ${what}`);
}
