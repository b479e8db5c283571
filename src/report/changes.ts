import type { Change } from '../domain/difference.ts';
import type { Lifecycle } from '../domain/lifecycle.ts';
import { type Markdown, md } from '../domain/text/markdown.ts';
import { own, type Phrase, phrase } from '../domain/text/phrase.ts';
import { type AppliedChange, appliedChanges, keptPhrase } from './applied.ts';
import { nothing } from './limit.ts';
import { type Cell, fold, table } from './table.ts';

/** More rows than a person reads. */
const mostRows = 60;
const longestValue = 300;

/** What differs between the configuration from before and the requested one. */
export function changesSection(account: Lifecycle): Markdown {
  const { comparison } = account;
  if (!comparison) return nothing;
  if (comparison.kind === 'not-compared') {
    return md`What changes is not known: ${comparison.problem.what}`;
  }
  const changes = appliedChanges(comparison, account);
  if (changes.length === 0) return md`The two configurations are identical.`;
  if (comparison.before.name === '') return createdSection(comparison.after.name, changes);
  const rows = changes.slice(0, mostRows).map(rowOf);
  const more =
    changes.length > mostRows ? md`\n\n… and ${changes.length - mostRows} more.` : nothing;
  const count = changes.length === 1 ? phrase`1 difference` : phrase`${changes.length} differences`;
  const [before, after] = [phrase`${comparison.before.name}`, phrase`${comparison.after.name}`];
  return fold(
    phrase`What changes: ${count}`,
    md`${table([phrase`Member`, before, after], rows)}${more}`,
  );
}

/** What a configuration says where there was none before. */
function createdSection(name: string, changes: readonly Change[]): Markdown {
  const rows = changes
    .slice(0, mostRows)
    .map(({ place, after, hidden }) => [
      phrase`${place}`,
      hidden ? phrase`_${own(hidden)}_` : valueText(after),
    ]);
  return fold(phrase`What ${name} contains`, table([phrase`Member`, phrase`Value`], rows));
}

function rowOf(change: AppliedChange): readonly Cell[] {
  const { place, before, after, hidden } = change;
  if (hidden) return [phrase`${place}`, phrase``, phrase`_${own(hidden)}_`];
  return [phrase`${place}`, valueText(before), phrase`${valueText(after)}${keptPhrase(change)}`];
}

function valueText(value: string | undefined): Phrase {
  if (value === undefined) return phrase`–`;
  return phrase`${value.length > longestValue ? `${value.slice(0, longestValue)}…` : value}`;
}
