import type { Visibility } from '../domain/cause/log-readers.ts';
import {
  isObject,
  type JsonObject,
  type JsonValue,
  objectAt,
  objectsAt,
  textAt,
} from '../domain/json.ts';
import { type Phrase, phrase } from '../domain/text/phrase.ts';
import type { WorkflowRun } from '../domain/workflow-run.ts';
import type { Commit, Trigger } from '../ports/github.ts';
import { branchOf } from './branch.ts';
import { commitId, type Repository, repositoryOf, webAddress, wholeNumber } from './variables.ts';
import { visibilityOf } from './visibility.ts';

/**
 * The workflow run as the runner describes it to a step. All of it is text from elsewhere: what is
 * missing or not valid is left out and named, and never a reason to fail.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 */
export interface Workflow {
  readonly run: WorkflowRun;
  readonly trigger: Trigger;
  /** Who may see the repository, by the event's payload. */
  readonly visibility: Visibility;
  /** Undefined where GitHub's API cannot be called, because the variables do not say where it is. */
  readonly api: WorkflowApi | undefined;
  /** What cannot be used, each as a clause: “GITHUB_SHA is not set”. */
  readonly unusable: readonly Phrase[];
}

/** Where GitHub's API has the run. */
export interface WorkflowApi {
  readonly url: string;
  readonly owner: string;
  readonly repo: string;
  /** Undefined where the run's id is not known. */
  readonly run: { readonly id: number; readonly attempt: number } | undefined;
  readonly runnerName: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** From the variables of a step; `readEvent` reads the file of the event's payload, and may throw. */
export function workflowOf(
  environment: Environment,
  readEvent: (path: string) => string,
): Workflow {
  const unusable: Phrase[] = [];
  const variable = <T>(name: string, read: (text: string) => T | undefined): T | undefined => {
    const text = environment[name];
    const value = text ? read(text) : undefined;
    if (value === undefined) {
      unusable.push(text ? phrase`${name} is not valid` : phrase`${name} is not set`);
    }
    return value;
  };
  const server = variable('GITHUB_SERVER_URL', webAddress) ?? 'https://github.com';
  const url = environment.GITHUB_API_URL
    ? variable('GITHUB_API_URL', webAddress)
    : 'https://api.github.com';
  const repository = variable('GITHUB_REPOSITORY', repositoryOf);
  const id = variable('GITHUB_RUN_ID', wholeNumber);
  const sha = variable('GITHUB_SHA', commitId) ?? '';
  const payload = variable('GITHUB_EVENT_PATH', (path) => payloadOf(path, readEvent)) ?? {};
  const attempt = wholeNumber(environment.GITHUB_RUN_ATTEMPT ?? '') ?? 1;
  const apiRun = {
    run: id === undefined ? undefined : { id, attempt },
    runnerName: environment.RUNNER_NAME,
  };
  return {
    run: runOf({
      ...{ server, repository, id, sha: headIn(payload) ?? sha },
      branch: branchOf(environment, payload),
    }),
    trigger: triggerOf(environment, sha, payload),
    visibility: visibilityOf(objectAt(payload, 'repository') ?? {}),
    api: url !== undefined && repository ? { url, ...repository, ...apiRun } : undefined,
    unusable,
  };
}

function runOf(known: {
  readonly server: string;
  readonly repository: Repository | undefined;
  readonly id: number | undefined;
  readonly sha: string;
  readonly branch: string | undefined;
}): WorkflowRun {
  const { server, repository, id, sha, branch } = known;
  const home = repository && `${server}/${repository.owner}/${repository.repo}`;
  return {
    url: home && id !== undefined ? `${home}/actions/runs/${id}` : '',
    commit: sha,
    branch,
    commitUrl: home && sha !== '' ? `${home}/commit/${sha}` : '',
  };
}

/** Events whose commit leads to pull requests, where they name none. */
const lookedUp: readonly string[] = [
  ...['push', 'merge_group', 'deployment', 'deployment_status'],
  ...['workflow_run', 'check_run', 'check_suite'],
];

/** Payloads: https://docs.github.com/en/webhooks/webhook-events-and-payloads */
function triggerOf(environment: Environment, sha: string, payload: JsonObject): Trigger {
  const { GITHUB_EVENT_NAME: event = '', GITHUB_REF: ref = '' } = environment;
  const isOfTag = event === 'push' && !ref.startsWith('refs/heads/');
  return {
    ...{ event, ref },
    sha: ofChecks(payload)?.sha ?? sha,
    pullRequests: pullRequestsIn(payload),
    isLookedUp: lookedUp.includes(event) && !isOfTag,
    before: commitId(textAt(payload, 'before') ?? ''),
    commits: objectsAt(payload, 'commits').flatMap(commitOf),
  };
}

/** Those that the payload names, of this repository. */
function pullRequestsIn(payload: JsonObject): readonly number[] {
  const issue = objectAt(payload, 'issue');
  const ofIssue = issue && objectAt(issue, 'pull_request') ? numberOf(issue) : undefined;
  const named = numberOf(objectAt(payload, 'pull_request')) ?? ofIssue ?? queuedIn(payload);
  return named === undefined ? (ofChecks(payload)?.pullRequests ?? []) : [named];
}

/** A merge queue's branch is `gh-readonly-queue/main/pr-7-<commit>`. */
function queuedIn(payload: JsonObject): number | undefined {
  const head = textAt(objectAt(payload, 'merge_group') ?? {}, 'head_ref') ?? '';
  const [, number] = /\/pr-([1-9]\d{0,9})-[0-9a-f]{40,64}$/.exec(head) ?? [];
  return number === undefined ? undefined : Number(number);
}

/**
 * What ran for a commit: the event's own commit is another one, the newest of the default branch. A
 * fork's pull requests may be of another repository.
 */
function ofChecks(payload: JsonObject) {
  const [checked] = ['workflow_run', 'check_run', 'check_suite'].flatMap((name) => {
    const object = objectAt(payload, name);
    return object ? [object] : [];
  });
  if (!checked) return undefined;
  const home = objectAt(payload, 'repository')?.id;
  const own = objectsAt(checked, 'pull_requests').filter((pullRequest) => {
    const base = objectAt(objectAt(pullRequest, 'base') ?? {}, 'repo')?.id;
    return base === undefined || home === undefined || base === home;
  });
  return {
    sha: commitId(textAt(checked, 'head_sha') ?? ''),
    pullRequests: [...new Set(own.flatMap((each) => numberOf(each) ?? []))],
  };
}

function commitOf(commit: JsonObject): readonly Commit[] {
  const sha = commitId(textAt(commit, 'id') ?? '');
  return sha === undefined ? [] : [{ sha, message: textAt(commit, 'message') ?? '' }];
}

function numberOf(of: JsonObject | undefined): number | undefined {
  const number = of?.number;
  return Number.isSafeInteger(number) && Number(number) > 0 ? Number(number) : undefined;
}

/** The commit that the event is about, where it is another than the runner's GITHUB_SHA. */
function headIn(payload: JsonObject): string | undefined {
  const pullRequest = objectAt(payload, 'pull_request');
  const head = objectAt(pullRequest ?? {}, 'head');
  if (pullRequest?.merged === true) return undefined;
  return head ? commitId(textAt(head, 'sha') ?? '') : ofChecks(payload)?.sha;
}

function payloadOf(path: string, readEvent: (path: string) => string): JsonObject | undefined {
  try {
    const payload: JsonValue = JSON.parse(readEvent(path));
    return isObject(payload) ? payload : undefined;
  } catch {
    return undefined;
  }
}
