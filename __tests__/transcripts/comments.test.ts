import type { Fault } from '../../simulator/github/faults.ts';
import type { NewComment } from '../../simulator/github/seeds.ts';
import { push, workflowDispatch } from '../../simulator/runner/event.ts';
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
const merged = [
  { sha: 'a'.repeat(40), message: 'One (#7)' },
  { sha: 'b'.repeat(40), message: 'Two (#8)' },
] as const;
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
    event: push([...merged]),
    arrange: ({ github }) => {
      github.addPullRequest({ number: 7, mergeCommitSha: merged[0].sha });
      github.addPullRequest({ number: 8, mergeCommitSha: merged[1].sha });
      github.addCommits(...merged);
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
  'where-the-user-says': {
    title: 'The comment is written on the pull request that the user names.',
    event: workflowDispatch(),
    inputs: { 'pull-request': '#9' },
    arrange: ({ github }) => github.addPullRequest({ number: 9, state: 'open' }),
  },
  'no-pull-request': {
    title: 'The comment is quietly left out where no pull request belongs to the run.',
    event: workflowDispatch(),
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
