import { type Lifecycle, lifecycleOf } from '../domain/lifecycle.ts';
import type { Finding } from '../domain/preflight/finding.ts';
import { overridden } from '../domain/preflight.ts';
import { listItem } from '../domain/problem.ts';
import type { PreflightMode } from '../domain/request.ts';
import { inLines, type LogText } from '../domain/text/log.ts';
import { type Markdown, md } from '../domain/text/markdown.ts';
import { joined, own, type Phrase, phrase } from '../domain/text/phrase.ts';
import { nothing } from './limit.ts';
import type { ReportData } from './report-data.ts';
import { type Cell, fold, table } from './table.ts';

const head = [phrase``, phrase`Check`, phrase`Seen`, phrase`Why it matters`, phrase`What to do`];
const levels = ['error', 'warning', 'not-checked', 'remark'] as const;

/** Words for each level, for one and for several. */
const levelWords = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  'not-checked': ['check not done', 'checks not done'],
  remark: ['remark', 'remarks'],
} as const;

/** What the pre-flight found; open where something is wrong, else folded. */
export function findingsSection({ plan }: Lifecycle, mode: PreflightMode): Markdown {
  if (!plan) return nothing;
  if (plan.findings.length === 0) return mode === 'off' ? md`Pre-flight: switched off.` : nothing;
  const sorted = levels.flatMap((level) => plan.findings.filter((one) => one.level === level));
  const content = table(head, byCause(sorted).map(rowOf));
  const title = phrase`Pre-flight: ${countsPhrase(plan.findings)}${overridePhrase(plan.findings, mode)}`;
  const isWrong = plan.findings.some(({ level }) => level === 'error');
  return isWrong ? md`**${title}**\n\n${content}` : fold(title, content);
}

/** What went ahead although the pre-flight found errors; undefined where nothing was overridden. */
export function overriddenText({ request, events }: ReportData): LogText | undefined {
  const findings = overridden(lifecycleOf(events).plan?.findings ?? [], request.preflight);
  if (findings.length === 0) return undefined;
  const count = phrase`${findings.length} ${own(findings.length === 1 ? 'error' : 'errors')}`;
  return inLines([
    phrase`\`preflight: warn\` has overridden ${count} of the pre-flight:`,
    ...findings.map(({ id, seen, why }) => listItem(phrase`${id}: ${seen} ${why}`)),
  ]);
}

/** The findings as lines of the log. */
export function findingPhrases(
  findings: readonly Finding[],
  mode: PreflightMode,
): readonly Phrase[] {
  return byCause(findings).map(({ ids, level, seen, why, remedy }) => {
    const isOverridden = mode === 'warn' && level === 'error';
    const what = phrase`${own(levelWords[level][0])}${own(isOverridden ? ', overridden' : '')}`;
    return phrase`Pre-flight ${what} (${ids}): ${seen} ${why} ${remedy}`;
  });
}

/** Checks that one cause kept from being done, such as a missing permission, are one. */
function byCause(findings: readonly Finding[]): readonly Cause[] {
  const causes = new Map<string, Cause>();
  for (const { id, level, seen, why, remedy } of findings) {
    const key = level === 'not-checked' ? JSON.stringify([seen, remedy]) : String(causes.size);
    const known = causes.get(key);
    const cause = known && {
      ...known,
      ids: phrase`${known.ids}, ${id}`,
      why: phrase`${known.why} ${why}`,
    };
    causes.set(key, cause ?? { ids: phrase`${id}`, level, seen, why, remedy });
  }
  return [...causes.values()];
}

/** One thing to know, and the rules that it concerns. */
type Cause = Omit<Finding, 'id'> & { readonly ids: Phrase };

function rowOf({ ids, level, seen, why, remedy }: Cause): readonly Cell[] {
  return [own(levelWords[level][0]), ids, seen, why, remedy];
}

function countsPhrase(findings: readonly Finding[]): Phrase {
  const counts = levels.flatMap((level) => {
    const count = findings.filter((finding) => finding.level === level).length;
    return count === 0 ? [] : [phrase`${count} ${own(levelWords[level][count === 1 ? 0 : 1])}`];
  });
  return joined(counts, ', ');
}

function overridePhrase(findings: readonly Finding[], mode: PreflightMode): Phrase {
  const isOverridden = mode === 'warn' && findings.some(({ level }) => level === 'error');
  return isOverridden ? phrase`, overridden by \`preflight: warn\`` : phrase``;
}
