import { configInEffect } from '../domain/config-in-effect.ts';
import { alarmsOf } from '../domain/deployment-config.ts';
import { durationText } from '../domain/duration.ts';
import { isAbsent, type Snapshot, servesNothing } from '../domain/endpoint.ts';
import type { Lifecycle } from '../domain/lifecycle.ts';
import { link, type Markdown, together } from '../domain/text/markdown.ts';
import { inForm, listed, type Phrase, phrase } from '../domain/text/phrase.ts';
import { webUrl } from '../domain/text/url.ts';
import { alarmUrl, consoleUrl, logsUrl } from './links.ts';
import { packagesPhrase } from './packages.ts';
import { expectedPhrase, isCreation } from './plan.ts';
import { recordSaysPhrase } from './record.ts';
import type { ReportData } from './report-data.ts';
import { requestedPhrase } from './requested.ts';
import { countsPhrase, foundScaling, scalingPhrase } from './scaling.ts';
import { smokePhrase } from './smoke-test.ts';
import { stepsPhrase } from './strategy.ts';
import { type Cell, table } from './table.ts';
import { dateOf, timeOfDay } from './time.ts';

/** The facts that fit one poll, the endpoint as their head. */
export function glanceSection(reportData: ReportData, account: Lifecycle): Markdown {
  const { request, region, environment } = reportData;
  const rows: readonly (readonly [Phrase, Cell | undefined])[] = [
    [phrase`Endpoint`, phrase`${request.endpointName} in ${region}`],
    [phrase`Environment`, environment === undefined ? undefined : phrase`${environment}`],
    [phrase`Serves`, servingText(reportData, account)],
    [phrase`Model package`, packagesPhrase(account)],
    [phrase`Strategy`, howItGoes(reportData, account)],
    [phrase`Rolls back on`, alarmsText(reportData, account)],
    [phrase`In ALARM before`, redAlarmsText(account)],
    [phrase`Record before`, account.recalled && recordSaysPhrase(account.recalled.record)],
    [phrase`Auto scaling`, scalingPhrase(account)],
    [phrase`Counts`, countsText(account, reportData.mode === 'plan')],
    [phrase`Smoke test`, smokePhrase(request, account, reportData.mode === 'plan')],
    [phrase`Time`, timeText(account)],
    [phrase`Tags`, tagsText(reportData, account)],
    [phrase`Expected`, reportData.mode === 'plan' ? expectedPhrase(reportData) : undefined],
    [phrase`Approved`, approvalText(account)],
    [phrase`Links`, linksText(reportData)],
  ];
  const [first = [], ...more] = rows.flatMap(([name, text]) => (text ? [[name, text]] : []));
  return table(first, more);
}

/** Previous → now, in words where the endpoint is on its way. */
function servingText(reportData: ReportData, account: Lifecycle): Phrase | undefined {
  const { request } = reportData;
  const { before, latest } = account;
  if (!before) return undefined;
  if (reportData.mode === 'delete') return deletedText(before, latest);
  if (reportData.mode === 'plan') return plannedText(reportData, account, before);
  if (!latest) return phrase`${before.configName} → nothing: the endpoint was deleted`;
  const asked = requestedPhrase(request);
  const isOnItsWay = latest.configName !== request.endpointConfigName;
  if (servesNothing(before) && latest.status !== 'InService') {
    return phrase`nothing, requested ${asked}`;
  }
  if (latest.configName !== before.configName || !isOnItsWay) {
    const from = servesNothing(before) ? phrase`nothing` : phrase`${before.configName}`;
    return phrase`${from} → ${latest.configName}`;
  }
  return phrase`${latest.configName}, requested ${asked}`;
}

/** What served, where the endpoint is deleted. */
function deletedText(before: Snapshot, latest: Snapshot | undefined): Phrase {
  if (isAbsent(before)) return phrase`nothing`;
  return latest
    ? phrase`${latest.configName}, to be deleted`
    : phrase`${before.configName} → nothing: the endpoint was deleted`;
}

/** The tags of what is, or would be, created. */
function tagsText({ request }: ReportData, account: Lifecycle): Phrase | undefined {
  if (!account.makesConfig && !isCreation(account)) return undefined;
  return someOf(request.tags.map(({ Key, Value }) => `${Key}=${Value}`));
}

/** What serves, and what would. */
function plannedText({ request }: ReportData, account: Lifecycle, before: Snapshot): Phrase {
  const requested = phrase`${request.endpointConfigName}`;
  if (isAbsent(before) || isCreation(account)) {
    return request.createEndpoint !== 'never'
      ? phrase`nothing, would be created on ${requested}`
      : phrase`nothing`;
  }
  if (servesNothing(before)) return phrase`nothing yet, would be ${requested}`;
  if (before.configName === request.endpointConfigName) return requested;
  return phrase`${before.configName}, would be ${requested}`;
}

/** To a creation no deployment configuration applies. */
function howItGoes({ request }: ReportData, account: Lifecycle): Phrase | undefined {
  const isOfUpdate = request.source.kind !== 'nothing';
  const isOfNone = isCreation(account) || (account.before && isAbsent(account.before));
  if (!isOfUpdate || isOfNone) return undefined;
  const config = configInEffect(request, account);
  return config ? stepsPhrase(config) : phrase`all at once`;
}

function alarmsText({ request, region }: ReportData, account: Lifecycle): Markdown | undefined {
  const alarms = alarmsOf(configInEffect(request, account));
  if (alarms.length === 0) return undefined;
  const links = alarms.map((alarm) => link(phrase`${alarm}`, alarmUrl(region, alarm)));
  return together(links, ', ');
}

/** Alarms that did not stop a rollback by hand. */
function redAlarmsText({ alarmed }: Lifecycle): Phrase | undefined {
  if (!alarmed) return undefined;
  const { alarms, leftOut } = alarmed;
  if (leftOut.length === 0) return listed(alarms);
  const which = leftOut.length < alarms.length ? phrase`; ${listed(leftOut)}` : phrase`,`;
  return phrase`${listed(alarms)}${which} left out of this update, which SageMaker would roll back at once`;
}

function timeText({ startedAt, endedAt, start }: Lifecycle): Phrase | undefined {
  if (!start || startedAt === undefined) return undefined;
  const day = dateOf(startedAt);
  if (endedAt === undefined) return phrase`since ${timeOfDay(startedAt)} UTC, ${day}`;
  const lasted = durationText((endedAt - startedAt) / 1000);
  return phrase`${lasted}, ${timeOfDay(startedAt)} to ${timeOfDay(endedAt)} UTC, ${day}`;
}

/** Whether instance counts and weights are kept; where nothing is auto-scaled only the plan says so. */
function countsText(account: Lifecycle, isPlan: boolean): Phrase | undefined {
  const counts = countsPhrase(account);
  const isUsual = foundScaling(account)?.choice?.why === 'not-scaled';
  return isPlan || !isUsual ? counts : undefined;
}

function approvalText({ approval }: Lifecycle): Phrase | undefined {
  if (!approval || approval.by.length === 0) return undefined;
  const waited = approval.waitedSeconds;
  const after = waited === undefined ? phrase`` : phrase`, after ${durationText(waited)}`;
  return phrase`by ${listed(approval.by)}${after}`;
}

function linksText({ region, request, run }: ReportData): Markdown {
  const { endpointName } = request;
  return together(
    [
      link(phrase`Console`, consoleUrl(region, endpointName)),
      link(phrase`Logs`, logsUrl(region, endpointName)),
      link(phrase`Workflow run`, webUrl(run.url)),
      link(inForm(run.commit.slice(0, 7), /^[0-9a-f]+$/), webUrl(run.commitUrl)),
    ],
    ' · ',
  );
}

/** The names one by one; undefined where there are none. */
function someOf(names: readonly string[]): Phrase | undefined {
  return names.length > 0 ? listed(names) : undefined;
}
