import type { Account } from '../domain/account.ts';
import type { Finding } from '../domain/preflight/finding.ts';
import type { PreflightMode } from '../domain/request.ts';
import { code, own, type Phrase, phrase } from './phrase.ts';
import { fold, table } from './table.ts';

const head = ['', 'Check', 'Seen', 'Why it matters', 'What to do'];
const levels = ['error', 'warning', 'not-checked', 'remark'] as const;

/** Words for each level, for one and for several. */
const levelWords = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  'not-checked': ['check not done', 'checks not done'],
  remark: ['remark', 'remarks'],
} as const;

/** What the pre-flight found; in sight where something is wrong, else folded. */
export function findingsSection({ plan }: Account, mode: PreflightMode): string {
  if (!plan) return '';
  if (mode === 'off') return 'Pre-flight: switched off.';
  if (plan.findings.length === 0) return '';
  const sorted = levels.flatMap((level) => plan.findings.filter((one) => one.level === level));
  const content = table(head, byCause(sorted).map(rowOf));
  const title = `Pre-flight: ${countsText(plan.findings)}${overrideText(plan.findings, mode)}`;
  const isWrong = plan.findings.some(({ level }) => level === 'error');
  return isWrong ? `**${title}**\n\n${content}` : fold(title, content);
}

/** The findings as lines of the log. */
export function findingPhrases(
  findings: readonly Finding[],
  mode: PreflightMode,
): readonly Phrase[] {
  return byCause(findings).map(({ ids, level, seen, why, remedy }) => {
    const isOverridden = mode === 'warn' && level === 'error';
    const what = `${levelWords[level][0]}${isOverridden ? ', overridden' : ''}`;
    return phrase`Pre-flight ${own(what)} (${own(ids)}): ${seen} ${own(why)} ${own(remedy)}`;
  });
}

/** Checks that one cause kept from being done, such as a missing permission, are one. */
function byCause(findings: readonly Finding[]): readonly Cause[] {
  const causes = new Map<string, Cause>();
  for (const { id, level, seen, why, remedy } of findings) {
    const key = level === 'not-checked' ? JSON.stringify([seen, remedy]) : String(causes.size);
    const known = causes.get(key);
    const cause = known && { ...known, ids: `${known.ids}, ${id}`, why: `${known.why} ${why}` };
    causes.set(key, cause ?? { ids: id, level, seen, why, remedy });
  }
  return [...causes.values()];
}

/** One thing to know, and the rules that it concerns. */
type Cause = Omit<Finding, 'id'> & { readonly ids: string };

function rowOf({ ids, level, seen, why, remedy }: Cause): readonly string[] {
  return [levelWords[level][0], ids, code(seen), why, remedy];
}

function countsText(findings: readonly Finding[]): string {
  return levels
    .flatMap((level) => {
      const count = findings.filter((finding) => finding.level === level).length;
      return count === 0 ? [] : [`${count} ${levelWords[level][count === 1 ? 0 : 1]}`];
    })
    .join(', ');
}

function overrideText(findings: readonly Finding[], mode: PreflightMode): string {
  const isOverridden = mode === 'warn' && findings.some(({ level }) => level === 'error');
  return isOverridden ? ', overridden by `preflight: warn`' : '';
}
