import { type Lifecycle, lifecycleOf } from '../domain/lifecycle.ts';
import { outcomes } from '../domain/outcome.ts';
import type { Instant } from '../domain/request.ts';
import { type Markdown, md, together } from '../domain/text/markdown.ts';
import { joined, lowered, own, type Phrase, phrase } from '../domain/text/phrase.ts';
import { changesSection } from './changes.ts';
import { cleanUpSection } from './clean-up.ts';
import { deletingPhrase } from './deletion.ts';
import { phasesToCome } from './expected.ts';
import { alarmSection } from './explain/alarm-section.ts';
import { containerSection, type Reader } from './explain/container-section.ts';
import { findingsSection } from './findings.ts';
import { glanceSection } from './glance.ts';
import { fitted, nothing } from './limit.ts';
import { packagesSection } from './packages.ts';
import { phaseText } from './phase.ts';
import { deploymentSection, plannedPhases } from './plan.ts';
import { notRecordedSection } from './record.ts';
import type { ReportData } from './report-data.ts';
import { requestedPhrase } from './requested.ts';
import { scalingSection } from './scaling.ts';
import { smokeSection } from './smoke-test.ts';
import { chartSection, phasesSection } from './timeline.ts';
import { variantsSection } from './variants.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** Longest reports, in characters: GitHub takes 65,536 in a comment and 1 MiB in a summary. */
export const longest = { comment: 60_000, summary: 250_000 } as const;

/**
 * The report as it stands at `now`: the comment on the pull request and the job summary, which shows
 * what those alone may see who may see the repository.
 */
export function reportMarkdown(
  reportData: ReportData,
  now: Instant,
  limit: number,
  reader: Reader = 'comment',
): Markdown {
  const account = lifecycleOf(reportData.events);
  const verdict = verdictOf(reportData);
  const toCome =
    account.outcome?.kind === 'planned'
      ? plannedPhases(reportData, account)
      : phasesToCome(reportData.request, account, now);
  const headline = verdict?.headline ?? runningHeadline(reportData, account);
  return fitted(
    [
      { name: phrase`headline`, markdown: md`### ${headline}`, essential: true },
      {
        name: phrase`verdict`,
        markdown: verdictSection(account, verdict),
        essential: true,
      },
      { name: phrase`at a glance`, markdown: glanceSection(reportData, account), essential: true },
      { name: phrase`the alarms`, markdown: alarmSection(reportData, account) },
      { name: phrase`the containers`, markdown: containerSection(reportData, account, reader) },
      { name: phrase`the smoke test`, markdown: smokeSection(account) },
      { name: phrase`the model package`, markdown: packagesSection(account) },
      { name: phrase`what was deleted`, markdown: cleanUpSection(account) },
      { name: phrase`the record`, markdown: notRecordedSection(account) },
      {
        name: phrase`the pre-flight`,
        markdown: findingsSection(account, reportData.request.preflight),
      },
      { name: phrase`the timeline`, markdown: chartSection(account, toCome, now) },
      { name: phrase`the timeline as a table`, markdown: phasesSection(account, toCome) },
      {
        name: phrase`the deployment configuration`,
        markdown: deploymentSection(reportData, account),
      },
      { name: phrase`auto scaling`, markdown: scalingSection(reportData, account) },
      { name: phrase`the variants`, markdown: variantsSection(account) },
      { name: phrase`what changes`, markdown: changesSection(account) },
    ],
    limit,
  );
}

function runningHeadline(reportData: ReportData, account: Lifecycle): Phrase {
  const { start, phases } = account;
  const { endpointName } = reportData.request;
  const requested = requestedPhrase(reportData.request);
  const last = phases.at(-1);
  const doing = last ? lowered(phaseText(last.phase, last.sharePercent)) : phrase`starting`;
  if (reportData.mode === 'delete') return deletingPhrase(reportData, account);
  if (reportData.mode === 'rollback') {
    return start
      ? phrase`Rolling ${endpointName} back to ${requested} as requested: ${doing}`
      : phrase`Waiting to roll ${endpointName} back to ${requested}`;
  }
  if (account.deletion.call !== 'none') {
    return phrase`Replacing ${endpointName}, which has failed: deleting it`;
  }
  if (!start) return phrase`Waiting to roll out ${requested} to ${endpointName}`;
  return phrase`Rolling out ${requested} to ${endpointName}: ${doing}`;
}

/** Why, and what next, in GitHub's own box for such news. */
function verdictSection(account: Lifecycle, verdict: Verdict | undefined): Markdown {
  if (!verdict || !account.outcome) return nothing;
  const { because, next } = verdict;
  if (because.length + next.length === 0) return nothing;
  const paragraphs = [
    ...because.map((words) => md`${words}`),
    ...(next.length > 0 ? [md`**What next:** ${joined(next, ' ')}`] : []),
  ];
  const box = paragraphs.map((paragraph) => md`> ${paragraph}`);
  return md`> [!${own(outcomes[account.outcome.kind].box)}]\n${together(box, '\n>\n')}`;
}
