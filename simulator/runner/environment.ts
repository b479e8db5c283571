import { repository } from '../github/repository.ts';
import { usualRunId } from '../github/world.ts';
import type { WorkflowEvent } from './event.ts';

/** Where a step finds things. */
export interface Places {
  readonly simulatorUrl: string;
  readonly workspace: string;
  readonly temporary: string;
  readonly home: string;
  readonly eventPath: string;
}

/** Everything that a step of a push to main finds in its environment, besides its inputs and files. */
export function stepEnvironment(event: WorkflowEvent, places: Places): Record<string, string> {
  return {
    ...machine(places),
    ...workflow(places),
    ...whatHappened(event, places),
    ...runner(places),
    ...amazon(places.simulatorUrl),
  };
}

/** Nothing of the caller's own environment but the path: a home of its own hides `~/.aws`. */
function machine(places: Places): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    HOME: places.home,
    USER: 'runner',
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    CI: 'true',
  };
}

function workflow(places: Places): Record<string, string> {
  const { owner, ownerId, name, id } = repository;
  return {
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: 'rollout',
    GITHUB_ACTION_REPOSITORY: `${owner}/sagemaker-rollout`,
    GITHUB_ACTION_REF: 'v1',
    GITHUB_ACTOR: 'octocat',
    GITHUB_ACTOR_ID: '583231',
    GITHUB_TRIGGERING_ACTOR: 'octocat',
    GITHUB_API_URL: places.simulatorUrl,
    GITHUB_GRAPHQL_URL: `${places.simulatorUrl}/graphql`,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_JOB: 'deploy',
    GITHUB_REPOSITORY: `${owner}/${name}`,
    GITHUB_REPOSITORY_ID: String(id),
    GITHUB_REPOSITORY_OWNER: owner,
    GITHUB_REPOSITORY_OWNER_ID: String(ownerId),
    GITHUB_RETENTION_DAYS: '90',
    GITHUB_RUN_ID: usualRunId,
    GITHUB_RUN_NUMBER: '17',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_WORKFLOW: 'Deploy',
    GITHUB_WORKFLOW_REF: `${owner}/${name}/.github/workflows/deploy.yml@refs/heads/main`,
    GITHUB_WORKSPACE: places.workspace,
  };
}

function whatHappened(event: WorkflowEvent, places: Places): Record<string, string> {
  const [, kind, ...rest] = event.ref.split('/');
  return {
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: places.eventPath,
    GITHUB_REF: event.ref,
    GITHUB_REF_NAME: rest.join('/'),
    GITHUB_REF_TYPE: kind === 'tags' ? 'tag' : 'branch',
    GITHUB_REF_PROTECTED: 'true',
    GITHUB_SHA: event.sha,
    GITHUB_WORKFLOW_SHA: event.sha,
    GITHUB_HEAD_REF: event.headRef ?? '',
    GITHUB_BASE_REF: event.baseRef ?? '',
  };
}

function runner(places: Places): Record<string, string> {
  return {
    RUNNER_ARCH: 'X64',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_NAME: 'GitHub Actions 1',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: places.temporary,
    RUNNER_TOOL_CACHE: places.temporary,
    RUNNER_WORKSPACE: places.workspace,
  };
}

/** As `aws-actions/configure-aws-credentials` leaves it; without the long wait for a metadata service. */
function amazon(simulatorUrl: string): Record<string, string> {
  return {
    AWS_REGION: 'eu-west-1',
    AWS_DEFAULT_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'ASIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    AWS_SESSION_TOKEN: 'simulated-session-token',
    AWS_ENDPOINT_URL: simulatorUrl,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}
