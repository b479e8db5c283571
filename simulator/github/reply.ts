/** What an endpoint answers, before it becomes HTTP. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  /** HTML instead. */
  readonly page?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const documentation = 'https://docs.github.com/rest';

export const rateLimitDocumentation = `${documentation}/overview/rate-limits-for-the-rest-api`;

export function ok(body: unknown): Reply {
  return { status: 200, body };
}

/** An error as GitHub words it; `page` is the page of the REST documentation. */
export function refusal(status: number, message: string, page = '', errors?: unknown): Reply {
  const documentation_url = documentation + page;
  return {
    status,
    body: {
      message,
      ...(errors !== undefined && { errors }),
      documentation_url,
      status: `${status}`,
    },
  };
}

export function notFound(page: string): Reply {
  return refusal(404, 'Not Found', page);
}

export function badCredentials(): Reply {
  return refusal(401, 'Bad credentials');
}

/** What a workflow without the permission sees. */
export function notAccessible(page: string): Reply {
  return refusal(403, 'Resource not accessible by integration', page);
}

export function invalidComment(page: string, message: string): Reply {
  const error = { resource: 'IssueComment', code: 'unprocessable', field: 'data', message };
  return refusal(422, 'Validation Failed', page, [error]);
}

export function exhausted(resetAtSeconds: number): Reply {
  const message =
    'API rate limit exceeded for installation ID 2342. If you reach out to GitHub Support for help, please include the request ID.';
  return {
    status: 403,
    body: { message, documentation_url: rateLimitDocumentation, status: '403' },
    headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(resetAtSeconds) },
  };
}

/** The limit on doing too much at once; GitHub uses 403 and 429 for it. */
export function tooMuchAtOnce(status: 403 | 429, retryAfterSeconds: number): Reply {
  const message =
    'You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID.';
  const documentation_url = `${rateLimitDocumentation}#about-secondary-rate-limits`;
  return {
    status,
    body: { message, documentation_url, status: `${status}` },
    headers: { 'retry-after': String(retryAfterSeconds) },
  };
}

export function serverError(status: 500 | 502 | 503 | 504): Reply {
  if (status === 500) return { status };
  const message =
    status === 502 ? 'Server Error' : 'No server is currently available to service your request.';
  return { status, body: { message } };
}
