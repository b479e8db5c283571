import { type Autoscaling, type Retention, variantProperties } from '../domain/request.ts';
import { phrase } from '../domain/text/phrase.ts';
import type { InputReader } from './reader.ts';

/** Reads `retain-variant-properties` and `exclude-retained-properties`. */
export function readRetention(reader: InputReader): Retention {
  const retained = reader.booleanOr('retain-variant-properties', 'auto');
  const excluded = reader.choices('exclude-retained-properties', variantProperties);
  if (retained === 'auto') return { kind: 'auto', excluded };
  if (retained) return { kind: 'all-but', excluded };
  const given = reader.text('exclude-retained-properties');
  if (given !== undefined) {
    reader.mistake(
      'exclude-retained-properties',
      given,
      phrase`has nothing to exclude from: set \`retain-variant-properties: true\`, or remove it.`,
    );
  }
  return { kind: 'none' };
}

/** Reads `autoscaling` and `scale-up-by`. */
export function readAutoscaling(reader: InputReader): Autoscaling {
  const kind = reader.choice('autoscaling', ['preserve', 'ignore']);
  const scaleUpBy = reader.count('scale-up-by');
  if (kind === 'preserve') return { kind, scaleUpBy };
  const given = reader.text('scale-up-by');
  if (given !== undefined) {
    reader.mistake(
      'scale-up-by',
      given,
      phrase`belongs to \`autoscaling: preserve\`, which takes scaling off where it must. Remove one of the two.`,
    );
  }
  return { kind };
}
