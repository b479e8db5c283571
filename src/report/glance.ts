import type { Account } from '../domain/account.ts';
import { alarmsOf } from '../domain/deployment-config.ts';
import { durationText } from '../domain/duration.ts';
import { isAbsent, type Snapshot } from '../domain/endpoint.ts';
import type { RolloutRecord } from '../domain/record.ts';
import { configInEffect } from './expected.ts';
import { alarmUrl, consoleUrl, logsUrl } from './links.ts';
import { code, inMarkdown, listed, own, phrase } from './phrase.ts';
import { planPhrases } from './plan.ts';
import { recordPhrase } from './record.ts';
import { requestedPhrase } from './requested.ts';
import { countsPhrase, foundScaling, scalingText } from './scaling.ts';
import { smokeText } from './smoke-test.ts';
import type { Story } from './story.ts';
import { stepsText } from './strategy.ts';
import { table } from './table.ts';
import { isoTime, timeOfDay } from './time.ts';

/** The facts that fit one look, the endpoint as their head. */
export function glanceSection(story: Story, account: Account): string {
  const { request, region, environment } = story;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Endpoint', inMarkdown(phrase`${request.endpointName} in ${own(region)}`)],
    ['Environment', environment && code(environment)],
    ['Serves', servingText(story, account)],
    ['Strategy', howItGoes(story, account)],
    ['Rolls back on', alarmsText(story, account)],
    ['In ALARM before', redAlarmsText(account)],
    ['Record before', account.recalled && recordText(account.recalled.record)],
    ['Auto scaling', scalingText(account)],
    ['Counts', countsText(account, story.mode === 'plan')],
    ['Smoke test', smokeText(request, account, story.mode === 'plan')],
    ['Time', timeText(account)],
    ['Tags', tagsText(story, account)],
    ['Expected', story.mode === 'plan' ? expectedText(story) : undefined],
    ['Approved', approvalText(account)],
    ['Links', linksText(story)],
  ];
  const [first = [], ...more] = rows.flatMap(([name, text]) => (text ? [[name, text]] : []));
  return table(first, more);
}

/** Previous → now, in words where the endpoint is on its way. */
function servingText(story: Story, account: Account): string | undefined {
  const { request } = story;
  const { before, latest } = account;
  if (!before) return undefined;
  if (story.mode === 'plan') return plannedText(story, before);
  if (!latest) return `${code(before.configName)} → nothing: the endpoint is gone`;
  const asked = inMarkdown(requestedPhrase(request));
  const isOnItsWay = latest.configName !== request.endpointConfigName;
  if (isAbsent(before) && latest.status !== 'InService') return `nothing, requested ${asked}`;
  if (latest.configName !== before.configName || !isOnItsWay) {
    return `${isAbsent(before) ? 'nothing' : code(before.configName)} → ${code(latest.configName)}`;
  }
  return `${code(latest.configName)}, requested ${asked}`;
}

/** The tags of what is, or would be, created. */
function tagsText({ request }: Story, { makesConfig, plan }: Account): string {
  if (!makesConfig && plan?.plan !== 'create') return '';
  return request.tags.map(({ Key, Value }) => code(`${Key}=${Value}`)).join(', ');
}

/** What serves, and what would. */
function plannedText({ request }: Story, before: Snapshot): string {
  const requested = code(request.endpointConfigName);
  if (isAbsent(before)) {
    return request.createEndpoint ? `nothing, would be created on ${requested}` : 'nothing';
  }
  if (before.configName === request.endpointConfigName) return requested;
  return `${code(before.configName)}, would be ${requested}`;
}

/** To a creation no deployment configuration applies. */
function howItGoes({ request }: Story, account: Account): string | undefined {
  if (account.before && isAbsent(account.before)) return undefined;
  const config = configInEffect(request, account);
  return config ? stepsText(config) : 'all at once';
}

function alarmsText({ request, region }: Story, account: Account): string {
  const alarms = alarmsOf(configInEffect(request, account));
  return alarms.map((alarm) => `[${code(alarm)}](${alarmUrl(region, alarm)})`).join(', ');
}

/** Alarms that did not stop a rollback by hand. */
function redAlarmsText({ alarmed }: Account): string | undefined {
  if (!alarmed) return undefined;
  const { alarms, leftOut } = alarmed;
  const why = own(' left out of this update, which SageMaker would turn back at once');
  const which = leftOut.length < alarms.length ? phrase`; ${listed(leftOut)}${why}` : [',', ...why];
  return inMarkdown(phrase`${listed(alarms)}${leftOut.length > 0 ? which : []}`);
}

/** What the record said beforehand. */
function recordText(record: RolloutRecord): string {
  return inMarkdown(recordPhrase(record)).replace(/^The endpoint's record: /, '');
}

function timeText({ startedAt, endedAt, start }: Account): string | undefined {
  if (!start || startedAt === undefined) return undefined;
  const day = isoTime(startedAt).slice(0, 10);
  if (endedAt === undefined) return `since ${timeOfDay(startedAt)} UTC, ${day}`;
  const lasted = durationText((endedAt - startedAt) / 1000);
  return `${lasted}, ${timeOfDay(startedAt)} to ${timeOfDay(endedAt)} UTC, ${day}`;
}

/** The second of the plan's phrases: the first is the headline. */
function expectedText(story: Story): string | undefined {
  const [, expected] = planPhrases(story);
  return expected && inMarkdown(expected).replace(/^Expected: /, '');
}

/** Whether instance counts and weights are kept; where nothing is auto-scaled only the plan says so. */
function countsText(account: Account, isPlan: boolean): string | undefined {
  const counts = countsPhrase(account);
  const isUsual = foundScaling(account)?.choice?.why === 'not-scaled';
  return counts && (isPlan || !isUsual) ? inMarkdown(counts) : undefined;
}

function approvalText({ approval }: Account): string | undefined {
  if (!approval || approval.by.length === 0) return undefined;
  const waited = approval.waitedSeconds;
  const after = waited === undefined ? '' : `, after ${durationText(waited)}`;
  return `by ${approval.by.map(code).join(', ')}${after}`;
}

function linksText({ region, request, run }: Story): string {
  const { endpointName } = request;
  return [
    `[Console](${consoleUrl(region, endpointName)})`,
    `[Logs](${logsUrl(region, endpointName)})`,
    `[Workflow run](${run.url})`,
    `[${run.commit.slice(0, 7)}](${run.commitUrl})`,
  ].join(' · ');
}
