import type { Mode } from '../domain/request.ts';
import { hiddenJson, type Markdown, md } from '../domain/text/markdown.ts';

/** What tells our comment for one endpoint and environment from all others. */
export interface Marker {
  readonly endpoint: string;
  readonly environment: string;
  readonly mode: Kind;
}

/** A plan has a comment of its own, beside the one of the rollout. */
type Kind = Exclude<Mode, 'rollback'>;

/** A rollback concerns the deployment's comment: left alone, it would still name what no longer serves. */
export function commentKind(mode: Mode): Kind {
  return mode === 'rollback' ? 'deploy' : mode;
}

const version = 1;
const pattern = /^<!-- sagemaker-rollout (\{.*\}) -->/;

/** The marker as a hidden first line of the comment. */
export function markerLine({ endpoint, environment, mode }: Marker): Markdown {
  return md`<!-- sagemaker-rollout ${hiddenJson({ endpoint, environment, mode, version })} -->`;
}

/** Whether the body is that of our comment for this endpoint and environment. */
export function carriesMarker(body: string, marker: Marker): boolean {
  const [, json] = pattern.exec(body) ?? [];
  if (json === undefined) return false;
  try {
    const found: Partial<Marker> = JSON.parse(json);
    return (
      found.endpoint === marker.endpoint &&
      found.environment === marker.environment &&
      found.mode === marker.mode
    );
  } catch {
    return false;
  }
}
