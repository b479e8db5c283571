import { LiveReport } from './comment/live-comment.ts';
import { accountLabel, commentKind, type Marker } from './comment/marker.ts';
import type { Notice } from './comment/notice.ts';
import { type Lifecycle, lifecycleOf } from './domain/lifecycle.ts';
import { Problem } from './domain/problem.ts';
import { inLog } from './domain/text/log.ts';
import { joined, phrase } from './domain/text/phrase.ts';
import { strayIn } from './domain/text/stray.ts';
import type { Host } from './host.ts';
import { type Addressee, type Inputs, readAddressee } from './inputs/inputs.ts';
import { waitAskedBy } from './keeping.ts';
import type { Commits, GitHub } from './ports/github.ts';
import type { World } from './ports.ts';
import { longest, reportMarkdown } from './report/markdown.ts';
import { noticeMarkdown, outcomeToNotify } from './report/notice.ts';
import { noPlanMarkdown } from './report/refusal.ts';
import type { ReportData } from './report/report-data.ts';

/** Undefined where no comment is wanted, or none can be written; what the runner did not tell is named. */
export function openGitHub(host: Host, { reporting }: Inputs): GitHub | undefined {
  const { comment, token } = reporting;
  if (!comment) return undefined;
  if (!token) {
    host.runner.log(
      inLog(
        phrase`No comment is written: \`github-token\` is empty. The report is in the job summary.`,
      ),
    );
    return undefined;
  }
  const stray = strayIn(token);
  if (stray) {
    host.runner.warn(
      inLog(
        phrase`No comment is written: \`github-token\` holds ${stray}, which no token does. Store the secret again without it. The report is in the job summary.`,
      ),
    );
    return undefined;
  }
  warnOfUnusable(host);
  return host.connectGitHub(token);
}

/** How commits are related, by GitHub; asked for only where it decides something. */
export function commitsOf(host: Host, { reporting: { token } }: Inputs): Commits {
  return {
    relation: async (base, head) => {
      const stray = strayIn(token ?? '');
      const github = githubBy(host, token);
      if (github) return github.relation(base, head, host.cancelled);
      throw new Problem('credentials', phrase`This step has no access to GitHub's API.`, {
        remedy: stray
          ? phrase`\`github-token\` holds ${stray}, which no token does: store the secret again without it.`
          : phrase`Set \`github-token\`.`,
      });
    },
  };
}

/** Undefined where there is no token, or none that a request can carry. */
function githubBy(host: Host, token: string | undefined): GitHub | undefined {
  return token && !strayIn(token) ? host.connectGitHub(token) : undefined;
}

/** Who may see the repository: by the event, else by GitHub's API. */
export function visibilityOf(host: Host, { reporting: { token } }: Inputs): World['visibility'] {
  return async (signal) => {
    const { visibility } = host.job;
    if (visibility !== 'unknown') return visibility;
    const asked = githubBy(host, token)?.visibility(signal);
    return (await asked?.catch(() => undefined)) ?? 'unknown';
  };
}

export function openReport(
  host: Host,
  { mode, reporting, rollout, region, role }: Inputs,
  { reportData, github }: { readonly reportData: () => ReportData; readonly github: GitHub },
): LiveReport {
  const { pullRequest, environment = '', notify } = reporting;
  const { clock, job, digest } = host;
  const told = () => lifecycleOf(reportData().events);
  const marker = (): Marker => ({
    ...{ endpoint: rollout.endpointName, environment, mode: commentKind(mode), region },
    account: accountLabel(arnOf(told()) || (role?.arn ?? ''), digest),
    run: Number(job.runId ?? 0),
  });
  const notice = (): Notice | undefined => {
    const outcome = notify && outcomeToNotify(reportData());
    if (!outcome) return undefined;
    const render = (logins: readonly string[], url: string) =>
      noticeMarkdown(reportData(), logins, url);
    return { marker: marker(), outcome: outcome.kind, render };
  };
  return new LiveReport({
    ...{ github, clock, marker, notice, pullRequest },
    notBefore: waitAskedBy(host),
    since: () => told().servedCommit,
    render: () => reportMarkdown(reportData(), clock.now(), longest.comment),
  });
}

/** What the runner does not tell of the run costs a part of the report. */
function warnOfUnusable({ runner, job }: Host): void {
  if (job.unusable.length === 0) return;
  const what = joined(job.unusable, ', ');
  runner.warn(
    inLog(
      phrase`Some of what GitHub tells a step cannot be used: ${what}. The rollout continues; its report may lack links and its pull request.`,
    ),
  );
}

/**
 * The comment that shows an older commit's plan, where the inputs of this one cannot be used: left
 * alone, it would be read as the plan of the newest commit. Undefined where there is none to replace.
 */
export async function stalePlan(host: Host, problem: Problem): Promise<LiveReport | undefined> {
  const region = await host.environmentRegion();
  const addressee = readAddressee(host.runner.input, region);
  const { comment, token = '', pullRequest } = addressee.reporting;
  if (!isPlan(host, addressee) || !comment || token === '' || strayIn(token)) return undefined;
  host.runner.mask(token);
  const github = host.connectGitHub(token);
  if (!github) return undefined;
  return new LiveReport({
    ...{ github, pullRequest, clock: host.clock },
    where: 'if-there',
    marker: () => markerOf(host, addressee),
    render: () => noPlanMarkdown(problem, host.job.run),
  });
}

/** A mode that cannot be read is taken for the one that runs on pull requests. */
function isPlan({ job }: Host, { mode }: Addressee): boolean {
  return mode === 'plan' || (mode === undefined && /^pull_request/.test(job.trigger.event));
}

function markerOf({ digest, job }: Host, addressee: Addressee): Marker {
  const { endpointName: endpoint, region, roleArn, reporting } = addressee;
  const account = accountLabel(roleArn, digest);
  const run = Number(job.runId ?? 0);
  return { endpoint, environment: reporting.environment ?? '', mode: 'plan', region, account, run };
}

/** Of the endpoint as it was last seen, or was before another one took its place. */
function arnOf({ latest, replaced }: Lifecycle): string {
  return latest?.arn || (replaced?.arn ?? '');
}
