import { type Account, accountOf } from '../domain/account.ts';
import type { OutcomeKind } from '../domain/outcome.ts';
import type { Instant } from '../domain/request.ts';
import { changesSection } from './changes.ts';
import { phasesToCome } from './expected.ts';
import { findingsSection } from './findings.ts';
import { glanceSection } from './glance.ts';
import { fitted } from './limit.ts';
import { alarmUrl } from './links.ts';
import { phaseText } from './phase.ts';
import { code, inMarkdown, own, type Phrase, phrase } from './phrase.ts';
import { deploymentSection, plannedPhases } from './plan.ts';
import { notRecordedSection } from './record.ts';
import { requestedPhrase } from './requested.ts';
import { scalingSection } from './scaling.ts';
import { smokeSection } from './smoke-test.ts';
import type { Story } from './story.ts';
import { chartSection, phasesSection } from './timeline.ts';
import { variantsSection } from './variants.ts';
import { namedAlarms, type Verdict, verdictOf } from './verdict.ts';

/** Longest reports, in characters: GitHub takes 65,536 in a comment and 1 MiB in a summary. */
export const longest = { comment: 60_000, summary: 250_000 } as const;

/** The report as it stands at `now`: the comment on the pull request and the job summary. */
export function reportMarkdown(story: Story, now: Instant, limit: number): string {
  const account = accountOf(story.events);
  const verdict = verdictOf(story);
  const toCome =
    account.outcome?.kind === 'planned'
      ? plannedPhases(story, account)
      : phasesToCome(story.request, account, now);
  const headline = verdict?.headline ?? runningHeadline(story, account);
  return fitted(
    [
      { name: 'headline', markdown: `### ${inMarkdown(headline)}`, essential: true },
      { name: 'verdict', markdown: verdictSection(story, account, verdict), essential: true },
      { name: 'at a glance', markdown: glanceSection(story, account), essential: true },
      { name: 'the smoke test', markdown: smokeSection(account) },
      { name: 'the record', markdown: notRecordedSection(account) },
      { name: 'the pre-flight', markdown: findingsSection(account, story.request.preflight) },
      { name: 'the timeline', markdown: chartSection(account, toCome, now) },
      { name: 'the timeline as a table', markdown: phasesSection(account, toCome) },
      { name: 'the deployment configuration', markdown: deploymentSection(story, account) },
      { name: 'auto scaling', markdown: scalingSection(story, account) },
      { name: 'the variants', markdown: variantsSection(account) },
      { name: 'what changes', markdown: changesSection(account) },
    ],
    limit,
  );
}

function runningHeadline(story: Story, { start, phases }: Account): Phrase {
  const { endpointName } = story.request;
  const requested = requestedPhrase(story.request);
  const last = phases.at(-1);
  const doing = last ? phaseText(last.phase, last.sharePercent).toLowerCase() : 'starting';
  if (story.mode === 'rollback') {
    return start
      ? phrase`Rolling ${endpointName} back to ${requested} by hand: ${own(doing)}`
      : phrase`Waiting to roll ${endpointName} back to ${requested}`;
  }
  if (!start) return phrase`Waiting to roll out ${requested} to ${endpointName}`;
  return phrase`Rolling out ${requested} to ${endpointName}: ${own(doing)}`;
}

/** Why, and what next, in GitHub's own box for such news. */
function verdictSection(story: Story, account: Account, verdict: Verdict | undefined): string {
  if (!verdict || !account.outcome || verdict.because.length + verdict.next.length === 0) return '';
  const next = verdict.next.map(inMarkdown).join(' ');
  const paragraphs = [
    ...verdict.because.map(inMarkdown),
    ...alarmLinks(story, account),
    ...(next ? [`**What next:** ${next}`] : []),
  ];
  const lines = paragraphs.flatMap((paragraph, index) =>
    index > 0 ? ['', paragraph] : [paragraph],
  );
  const box = [`[!${boxOf(account.outcome.kind)}]`, ...lines];
  return box.map((line) => `> ${line}`.trimEnd()).join('\n');
}

function boxOf(kind: OutcomeKind): 'CAUTION' | 'WARNING' {
  return kind === 'rolled-back' || kind === 'failed' ? 'CAUTION' : 'WARNING';
}

/** The alarms to look at. */
function alarmLinks(story: Story, account: Account): readonly string[] {
  const named = namedAlarms(story, account);
  if (named.length === 0) return [];
  const links = named.map((alarm) => `[${code(alarm)}](${alarmUrl(story.region, alarm)})`);
  return [`${named.length === 1 ? 'The alarm' : 'The alarms'}: ${links.join(', ')}`];
}
