import type { Fault } from '../../simulator/github/faults.ts';
import type { NewComment } from '../../simulator/github/seeds.ts';
import { mergeGroup, push, workflowDispatch, workflowRun } from '../../simulator/runner/event.ts';
import { canary, pullRequest } from '../journeys/journey.ts';
import { tell } from './tell.ts';
import type { Variation } from './transcript.ts';

/** Others have written comments with our marker. */
function beside(...authors: readonly Pick<NewComment, 'author' | 'authorType'>[]): Variation {
  const body =
    '<!-- sagemaker-rollout {"endpoint":"fraud-prod","environment":"","mode":"deploy","version":1} -->\nNot ours';
  return {
    given: `There are comments with our marker by ${JSON.stringify(authors)}.`,
    arrange: ({ github }) => {
      for (const author of authors) github.addComment({ pullRequest, ...author, body });
    },
  };
}

function trouble(fault: Fault): Variation {
  return {
    given: `GitHub has ${JSON.stringify(fault)}.`,
    arrange: ({ github }) => github.addFault(fault),
  };
}

const production = { environment: 'production' };
const one = { sha: 'a'.repeat(40), message: 'One (#7)' };
const two = { sha: 'b'.repeat(40), message: 'Two (#8)' };
const three = { sha: 'c'.repeat(40), message: 'Three (#9)' };
const squashed = { sha: 'd'.repeat(40), message: 'Retrain (#77)\n\nSee (#1)' };
const tokenOfPerson = 'ghp_aTokenOfAPersonInAWorld0123456789';
const tokenOfWorkflow = `ghs_${'a'.repeat(36)}`;

tell('comments', {
  approved: {
    title: 'The report tells who approved, and how long the job waited, where the token may know.',
    given: 'mona approved after 12 minutes.',
    inputs: production,
    arrange: ({ github }) => github.addApproval({ user: 'mona', afterSeconds: 720 }),
    variations: {
      'the token may not know': {
        arrange: ({ github }) => {
          github.addApproval({ user: 'mona', afterSeconds: 720 });
          github.grant({ actions: 'none' });
        },
      },
    },
  },
  'for-each-environment': {
    title: 'A re-run edits the comment again, and each environment has its own.',
    inputs: production,
    next: [{ inputs: production }, { inputs: { environment: 'staging' } }],
  },
  'of-others': {
    title: 'A comment of another author is not ours, although it has our marker.',
    ...beside({ author: 'github-actions' }),
    variations: {
      'another spelling': beside({ author: 'GitHub-Actions' }),
      'an organization': beside({ author: 'github-actions', authorType: 'Organization' }),
      'a mannequin': beside({ author: 'github-actions[bot]', authorType: 'Mannequin' }),
      'another app': beside({ author: 'another[bot]' }),
    },
  },
  'of-a-person': {
    title:
      "A comment of a user is edited with that user's own token, and that of an app of the user's name is not.",
    ...beside({ author: 'dev[bot]' }, { author: 'dev' }),
    inputs: { 'github-token': tokenOfPerson },
    arrange: async (simulator) => {
      simulator.github.addToken(tokenOfPerson, 'dev');
      await beside({ author: 'dev[bot]' }, { author: 'dev' }).arrange?.(simulator);
    },
  },
  'of-a-merge-queue': {
    title:
      'Every pull request of a merge queue gets the comment, those too that the payload does not name.',
    event: push([one, two]),
    arrange: ({ github }) => {
      github.addPullRequest({ number: 7, mergeCommitSha: one.sha });
      github.addPullRequest({ number: 8, mergeCommitSha: two.sha });
      github.addCommits(one, two);
    },
  },
  'of-a-squash-merge': {
    title:
      'The pull request is found by the title of a squash merge where the commit leads nowhere.',
    event: push([squashed]),
    arrange: ({ github }) => {
      github.addCommits(squashed);
      github.addPullRequest({ number: 77, state: 'closed' });
      github.addFault({ kind: 'not-found', path: '/compare/*' });
    },
  },
  'of-another-workflow': {
    title:
      'The pull request of another workflow run, or of a merge group, is found, and the commit that it is about.',
    event: workflowRun(one.sha, [7]),
    arrange: ({ github }) => {
      github.addCommits(one);
      github.addPullRequest({ number: 7, mergeCommitSha: one.sha });
    },
    variations: {
      'a workflow run that names a commit': { event: workflowRun(one.sha) },
      'a merge group': { event: mergeGroup(7) },
    },
  },
  'of-a-run-that-was-replaced': {
    title:
      'A pull request whose own run was replaced in the queue is told by the next run, and only once.',
    event: push([one]),
    arrange: ({ github }) => {
      github.addCommits(one, two, three);
      for (const [index, { sha }] of [one, two, three].entries()) {
        github.addPullRequest({ number: index + 7, mergeCommitSha: sha });
      }
    },
    next: [
      {
        event: push([three], 'refs/heads/main', two.sha),
        inputs: { 'endpoint-config-name': 'fraud-v1' },
        env: { GITHUB_RUN_ID: '9003' },
      },
    ],
  },
  'for-each-region': {
    title:
      'Each region has a comment of its own, and that of an earlier version of the action is edited again.',
    ...beside({ author: 'github-actions[bot]' }),
    next: [{}, { inputs: { 'aws-region': 'us-east-1' } }],
  },
  'where-the-user-says': {
    title: 'The comment is written on the pull request that the user names.',
    event: workflowDispatch(),
    inputs: { 'pull-request': '#9' },
    arrange: ({ github }) => github.addPullRequest({ number: 9, state: 'open' }),
  },
  'no-pull-request': {
    title: 'The comment is quietly left out where no pull request belongs to the run.',
    event: workflowDispatch(),
    variations: { 'a push of a tag': { event: push(undefined, 'refs/tags/v2') } },
  },
  'not-wanted': {
    title: 'The comment is left out where the user says so, and GitHub is asked nothing.',
    inputs: { comment: 'false' },
  },
  'not-a-token': {
    title: 'The comment is left out with one warning where the token holds what no token does.',
    inputs: { 'github-token': `${tokenOfWorkflow}\nghs_${'b'.repeat(36)}` },
    variations: {
      'a space': { inputs: { 'github-token': `token ${tokenOfWorkflow}` } },
      'a character that is not printable ASCII': {
        inputs: { 'github-token': `${tokenOfWorkflow}\u200b` },
      },
    },
  },
  'trouble-with-github': {
    title: 'Trouble with GitHub never changes the result.',
    inputs: canary,
    variations: {
      '429 with Retry-After': trouble({
        ...{ kind: 'too-many-requests', retryAfterSeconds: 20, calls: [2, 4] },
      }),
      'a secondary limit': trouble({
        ...{ kind: 'secondary-rate-limit', retryAfterSeconds: 30, calls: [3, 5] },
      }),
      '502': trouble({ kind: 'server-error', status: 502, calls: [1, 3] }),
      'a broken connection': trouble({ kind: 'reset', calls: [2, 3] }),
      'a lost answer': trouble({
        ...{ kind: 'lost-answer', method: 'POST', path: '/issues/*/comments', calls: 1 },
      }),
      'a comment that is deleted meanwhile': trouble({
        ...{ kind: 'comment-deleted', method: 'PATCH', path: '/issues/comments/*', calls: 1 },
      }),
      'no permission to write': {
        given: 'The token has `pull-requests: read`.',
        arrange: ({ github }) => github.grant({ 'pull-requests': 'read' }),
      },
      '404 to the end': trouble({ kind: 'not-found', method: 'POST' }),
      '422 to the end': trouble({ kind: 'validation-failed', method: 'POST' }),
      '503 to the end': trouble({ kind: 'server-error', status: 503 }),
      'an hour of a rate limit': trouble({ kind: 'primary-rate-limit', resetAfterSeconds: 3600 }),
      'no answer to the end': trouble({ kind: 'hang' }),
    },
  },
});
