import type { Mode } from '../domain/request.ts';
import { hiddenJson, type Markdown, md } from '../domain/text/markdown.ts';

/** What tells our comment for one endpoint from all others. */
export interface Marker {
  readonly endpoint: string;
  readonly environment: string;
  readonly mode: Kind;
  readonly region: string;
  /** A short hash, which shows no one the account; empty where the account is not known. */
  readonly account: string;
  /** The id of the workflow run that wrote it: a later run has a greater one; 0 where it is not known. */
  readonly run: number;
}

/** A plan has a comment of its own, beside the one of the rollout. */
type Kind = Exclude<Mode, 'rollback' | 'delete'>;

/** A rollback and a deletion concern the deployment's comment: left alone, it would still name what no longer serves. */
export function commentKind(mode: Mode): Kind {
  return mode === 'plan' ? 'plan' : 'deploy';
}

const version = 1;
const pattern = /^<!-- sagemaker-rollout (\{.*\}) -->/;

/** A label of the account in an ARN: enough to tell two apart, and too short to say which. */
export function accountLabel(arn: string, digest: (text: string) => string): string {
  const account = arn.split(':')[4] ?? '';
  return account === '' ? '' : digest(`account ${account}`).slice(0, 6);
}

/** The marker as a hidden first line of the comment. */
export function markerLine({ endpoint, environment, mode, ...more }: Marker): Markdown {
  return md`<!-- sagemaker-rollout ${hiddenJson({ endpoint, environment, mode, version, ...more })} -->`;
}

/** The marker of a comment; undefined where it has none. Those of the first version lack some members. */
export function markerIn(body: string): Partial<Marker> | undefined {
  const [, json] = pattern.exec(body) ?? [];
  try {
    return json === undefined ? undefined : JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Whether the body is that of our comment for this endpoint. What is not known on one side fits. */
export function carriesMarker(body: string, marker: Marker): boolean {
  const found = markerIn(body);
  if (!found) return false;
  const fits = (member: Whose) =>
    !found[member] || !marker[member] || found[member] === marker[member];
  return (
    found.environment === marker.environment &&
    found.mode === marker.mode &&
    fits('endpoint') &&
    fits('region') &&
    fits('account')
  );
}

/** What a marker may not know: empty then. */
type Whose = 'endpoint' | 'region' | 'account';

/** The marker with what a comment that was found knows better. */
export function completed(marker: Marker, body: string): Marker {
  const found = markerIn(body);
  const known = (member: Whose) => marker[member] || found?.[member] || '';
  return {
    ...marker,
    endpoint: known('endpoint'),
    region: known('region'),
    account: known('account'),
  };
}

/** Which of several bodies that fit is that of the marker; undefined where none is more so than the others. */
export function bestMatch<T extends { readonly body: string }>(
  all: readonly T[],
  marker: Marker,
): T | undefined {
  const fitting = all.filter(({ body }) => carriesMarker(body, marker));
  const same = (member: 'region' | 'account') =>
    fitting.filter(({ body }) => (markerIn(body)?.[member] ?? '') === marker[member]);
  const exact = same('account').find((one) => same('region').includes(one));
  if (exact) return exact;
  const isAmbiguous = (member: Whose) => {
    const all = new Set(fitting.map(({ body }) => markerIn(body)?.[member] || undefined));
    all.delete(undefined);
    return marker[member] === '' && all.size > 1;
  };
  if (isAmbiguous('endpoint') || isAmbiguous('region') || isAmbiguous('account')) return undefined;
  return same('region')[0] ?? fitting[0];
}
