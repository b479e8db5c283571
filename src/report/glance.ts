import type { Account } from '../domain/account.ts';
import { durationText } from '../domain/duration.ts';
import { configInEffect } from './expected.ts';
import { consoleUrl, logsUrl } from './links.ts';
import { code, inMarkdown, own, type Phrase, phrase } from './phrase.ts';
import type { Story } from './story.ts';
import { configPhrase } from './strategy.ts';
import { isoTime, timeOfDay } from './time.ts';

/** The facts that fit one look, as a table without a head. */
export function glanceSection(story: Story, account: Account): string {
  const { request, region, environment } = story;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Endpoint', inMarkdown(phrase`${request.endpointName} in ${own(region)}`)],
    ['Environment', environment && code(environment)],
    ['Serves', servingText(story, account)],
    ['Strategy', inMarkdown(howItGoes(story, account))],
    ['Time', timeText(account)],
    ['Approved', approvalText(account)],
    ['Links', linksText(story)],
  ];
  const given = rows.flatMap(([name, text]) => (text ? [`| ${name} | ${text} |`] : []));
  return ['| | |', '| --- | --- |', ...given].join('\n');
}

/** Previous → now, in words where the endpoint is on its way. */
function servingText({ request }: Story, { before, latest }: Account): string | undefined {
  if (!before) return undefined;
  if (!latest) return `${code(before.configName)} → nothing: the endpoint is gone`;
  const isOnItsWay = latest.configName !== request.endpointConfigName;
  if (latest.configName !== before.configName || !isOnItsWay) {
    return `${code(before.configName)} → ${code(latest.configName)}`;
  }
  return `${code(latest.configName)}, requested ${code(request.endpointConfigName)}`;
}

function howItGoes({ request }: Story, account: Account): Phrase {
  const config = configInEffect(request, account);
  return config ? configPhrase(config) : own('all at once');
}

function timeText({ startedAt, endedAt, start }: Account): string | undefined {
  if (!start || startedAt === undefined) return undefined;
  const day = isoTime(startedAt).slice(0, 10);
  if (endedAt === undefined) return `since ${timeOfDay(startedAt)} UTC, ${day}`;
  const lasted = durationText((endedAt - startedAt) / 1000);
  return `${lasted}, ${timeOfDay(startedAt)} to ${timeOfDay(endedAt)} UTC, ${day}`;
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
