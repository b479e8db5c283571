import { sha256 } from '../../src/adapters/workspace.ts';
import type { Tag } from '../../src/domain/tags.ts';

/** Tags with the right digest: anyone who may write tags can make them. */
export function forged(content: unknown): readonly Tag[] {
  const json = typeof content === 'string' ? content : JSON.stringify(content);
  const text = Buffer.from(json).toString('base64');
  const chunks = text.match(/.{1,256}/g) ?? [''];
  return chunks.map((Value, at) => ({
    Key: `sagemaker-rollout:scaling:${sha256(text).slice(0, 12)}:${at + 1}-of-${chunks.length}`,
    Value,
  }));
}
