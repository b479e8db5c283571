import { type Account, accountOf, type PhaseSpan } from '../domain/account.ts';
import { durationText } from '../domain/duration.ts';
import { consoleUrl } from './links.ts';
import { phaseText, trafficText } from './phase.ts';
import { inMarkdown, own, type Phrase, phrase } from './phrase.ts';
import type { Story } from './story.ts';
import { configPhrase, strategyPhrase } from './strategy.ts';
import { isoTime, timeOfDay } from './time.ts';
import { verdictOf } from './verdict.ts';

/** The report: the comment on the pull request and the job summary, finished or not. */
export function reportMarkdown(story: Story): string {
  const account = accountOf(story.events);
  const verdict = verdictOf(story);
  const sections = [
    `### ${inMarkdown(verdict?.headline ?? runningHeadline(story, account))}`,
    (verdict?.because ?? []).map(inMarkdown).join('\n\n'),
    nextSection(verdict?.next ?? []),
    glanceSection(story, account),
    phasesSection(account.phases),
    linksSection(story),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function runningHeadline(story: Story, { start }: Account): Phrase {
  const { endpointName, endpointConfigName } = story.request;
  if (start) return phrase`Rolling out: ${endpointName} is being updated to ${endpointConfigName}`;
  return phrase`Waiting to roll out ${endpointConfigName} to ${endpointName}`;
}

function nextSection(next: readonly Phrase[]): string {
  return next.length === 0 ? '' : `**What next:** ${next.map(inMarkdown).join(' ')}`;
}

function glanceSection(story: Story, account: Account): string {
  const { request, region, environment } = story;
  const { before, latest, startedAt, endedAt } = account;
  const lastConfig = latest?.lastDeploymentConfig;
  const strategy =
    account.start === 'joined' && lastConfig
      ? configPhrase(lastConfig)
      : strategyPhrase(request.deployment, lastConfig);
  const lasted =
    startedAt !== undefined && endedAt !== undefined
      ? durationText((endedAt - startedAt) / 1000)
      : undefined;
  const rows: readonly (readonly [string, Phrase | undefined])[] = [
    ['Endpoint', phrase`${request.endpointName} in ${own(region)}`],
    ['Environment', environment === undefined ? undefined : phrase`${environment}`],
    ['Requested', phrase`${request.endpointConfigName}`],
    ['Served before', before && phrase`${before.configName}`],
    ['Serves now', latest && phrase`${latest.configName} (${latest.status})`],
    ['Strategy', strategy],
    ['Started', startedAt === undefined ? undefined : own(isoTime(startedAt))],
    ['Duration', lasted === undefined ? undefined : own(lasted)],
  ];
  const given = rows.flatMap(([name, value]) =>
    value ? [`| ${name} | ${inMarkdown(value)} |`] : [],
  );
  return ['| | |', '|---|---|', ...given].join('\n');
}

function phasesSection(phases: readonly PhaseSpan[]): string {
  if (phases.length === 0) return '';
  const rows = phases.map(({ phase, from, until, traffic }) => {
    const lasted = until === undefined ? '…' : durationText((until - from) / 1000);
    return `| ${timeOfDay(from)} | ${phaseText(phase, traffic)} | ${lasted} | ${trafficText(phase, traffic) ?? ''} |`;
  });
  return ['| UTC | Phase | Lasted | Traffic |', '|---|---|---|---|', ...rows].join('\n');
}

function linksSection({ region, request, run }: Story): string {
  const commit = run.commit.slice(0, 7);
  return `[Console](${consoleUrl(region, request.endpointName)}) · [Workflow run](${run.url}) · [${commit}](${run.commitUrl})`;
}
