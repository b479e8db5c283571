import { deploymentConfig } from '../domain/api/deployment-config.ts';
import type { DeploymentDraft } from '../domain/deployment-config.ts';
import { violationsOf } from '../domain/deployment-rules.ts';
import { phrase } from '../domain/text/phrase.ts';
import type { Unknown } from '../domain/unknown.ts';
import type { Violation } from '../domain/violation.ts';
import type { InputName } from './declared.ts';
import { type DocumentKind, readDocument } from './document.ts';
import { inDocument } from './mistake.ts';
import { deploymentConfigIn } from './other-documents.ts';

/** A DeploymentConfig as a document gives it. */
export interface DeploymentDocument {
  readonly draft: DeploymentDraft;
  readonly mistakes: readonly Violation[];
  /** What of it may be newer than this version. */
  readonly unknown: readonly Unknown[];
}

const kind: DocumentKind = {
  form: deploymentConfig,
  shape: phrase`the API's DeploymentConfig`,
  unwrap: deploymentConfigIn,
};

/** A whole DeploymentConfig as YAML or JSON, and everything that is wrong with it. */
export function readDeploymentDocument(input: InputName, text: string): DeploymentDocument {
  const { written, mistakes, unknown } = readDocument(input, text, kind);
  if (mistakes.length > 0) return { draft: {}, mistakes, unknown };
  const draft = written as DeploymentDraft;
  const broken = violationsOf(draft).map((violation) => inDocument(input, violation));
  return { draft, mistakes: broken, unknown };
}
