import { stringify } from 'yaml';
import type { SeenRequest } from '../../simulator/account/aws-service.ts';
import type { SeenRequest as GitHubRequest } from '../../simulator/github/github.ts';
import { claimsIn } from '../../simulator/github/id-tokens.ts';

const isRead = ({ operation }: SeenRequest) => /^(Describe|List|Filter|Get)/.test(operation);

/**
 * Calls to AWS in order: one that changes something with its whole input, reads by what they read,
 * and those that repeat as `DescribeEndpoint fraud-prod x 14`.
 */
export function awsCalls(requests: readonly SeenRequest[]): string {
  return folded(
    requests.map((request) => ({
      at: request.at,
      call: callOf(request),
      isRead: isRead(request),
    })),
  );
}

/** Calls to GitHub in order, those that repeat as `PATCH … x 9`. */
export function githubCalls(requests: readonly GitHubRequest[]): string {
  return folded(
    requests.map(({ at, method, path, status }) => {
      const isUsual = typeof status === 'number' && status < 300;
      const call = `${method} ${path}${isUsual ? '' : `: ${status}`}`;
      return { at, call, isRead: method === 'GET' };
    }),
  );
}

interface Call {
  readonly at: number;
  readonly call: string;
  readonly isRead: boolean;
}

/** Reads of one instant that nothing parts run side by side: they are sorted by name. */
function sorted(calls: readonly Call[]): readonly Call[] {
  const stretches: Call[][] = [];
  for (const call of calls) {
    const last = stretches.at(-1);
    const isBeside = last?.every(({ at, isRead }) => isRead && call.isRead && at === call.at);
    if (isBeside) last?.push(call);
    else stretches.push([call]);
  }
  const byName = (one: Call, other: Call) => (one.call < other.call ? -1 : 1);
  return stretches.flatMap((stretch) => stretch.toSorted(byName));
}

/** Each call with the time of its first. */
function folded(calls: readonly Call[]): string {
  const lines: { readonly at: number; readonly call: string; times: number }[] = [];
  for (const { at, call } of sorted(calls)) {
    const last = lines.at(-1);
    if (last?.call === call) last.times += 1;
    else lines.push({ at, call, times: 1 });
  }
  return lines
    .map(({ at, call, times }) => {
      const [head = '', ...input] = call.split('\n');
      return [`${timeOf(at)}  ${head}${times > 1 ? ` x ${times}` : ''}`, ...input].join('\n');
    })
    .join('\n');
}

function callOf(request: SeenRequest): string {
  const { operation, input, error } = request;
  const ending = error ? `: ${error}` : '';
  if (isRead(request)) return [operation, ...namesIn(input)].join(' ') + ending;
  const yaml = stringify(JSON.parse(JSON.stringify(input, asText)), { lineWidth: 0 }).trimEnd();
  return `${operation}${ending}\n${yaml.replaceAll(/^/gm, ' '.repeat(12))}`;
}

/** Members that tell how something is read, not what. */
const manners = ['filterPattern', 'nextToken', 'orderBy'];

/** What a read is about, without the beginnings of ARNs. */
function namesIn(input: SeenRequest['input']): readonly string[] {
  return Object.entries(input)
    .filter(([name]) => !manners.includes(name))
    .flatMap(([, values]) => values)
    .flatMap((value) => (typeof value === 'string' ? [value.replace(/^arn:.*:/, '')] : []));
}

/** Bodies are bytes, and tokens hold claims. */
function asText(this: Record<string, unknown>, key: string, value: unknown): unknown {
  const raw = this[key];
  if (key === 'WebIdentityToken') return tokenOf(String(value));
  return raw instanceof Uint8Array ? Buffer.from(raw).toString() : value;
}

function tokenOf(token: string): string {
  const { sub, aud, iat = 0 } = claimsIn(token) ?? {};
  return `that of ${timeOf(1000 * iat)} for ${sub} at ${aud}`;
}

function timeOf(at: number): string {
  return new Date(at).toISOString().slice(11, 19);
}
