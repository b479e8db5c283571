import type { Account } from '../domain/account.ts';
import { type Change, differences } from '../domain/difference.ts';
import { code, inHtml } from './phrase.ts';
import { fold, table } from './table.ts';

/** More rows than a person reads. */
const mostRows = 60;
const longestValue = 300;

/** What differs between the configuration from before and the requested one. */
export function changesSection({ comparison }: Account): string {
  if (!comparison) return '';
  if (comparison.kind === 'not-compared') {
    return `What changes cannot be said: ${code(comparison.problem.message)}`;
  }
  const changes = differences(comparison.before, comparison.after);
  if (changes.length === 0) return 'The two configurations say the same.';
  if (comparison.before.name === '') return createdSection(comparison.after.name, changes);
  const rows = changes.slice(0, mostRows).map(rowOf);
  const more = changes.length > mostRows ? `\n\n… and ${changes.length - mostRows} more.` : '';
  const count = changes.length === 1 ? '1 difference' : `${changes.length} differences`;
  const [before, after] = [code(comparison.before.name), code(comparison.after.name)];
  return fold(`What changes: ${count}`, `${table(['Member', before, after], rows)}${more}`);
}

/** What a configuration says where there was none before. */
function createdSection(name: string, changes: readonly Change[]): string {
  const rows = changes
    .slice(0, mostRows)
    .map(({ place, after }) => [code(place), valueText(after)]);
  return fold(`What ${inHtml(name)} says`, table(['Member', 'Value'], rows));
}

function rowOf({ place, before, after }: Change): readonly string[] {
  return [code(place), valueText(before), valueText(after)];
}

function valueText(value: string | undefined): string {
  if (value === undefined) return '–';
  return code(value.length > longestValue ? `${value.slice(0, longestValue)}…` : value);
}
