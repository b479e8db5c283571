import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import type { RoleOptions } from '../../simulator/sts/roles.ts';
import { awsSettings } from '../../src/adapters/aws-settings.ts';
import { wallClock } from '../../src/adapters/clock.ts';
import { JobProxy } from '../../src/adapters/proxy.ts';
import { SageMaker } from '../../src/adapters/sagemaker.ts';
import { type Problem, problemFrom } from '../../src/domain/problem.ts';
import { saying } from '../saying.ts';

const subject = 'repo:acme/fraud:ref:refs/heads/main';
const arn = 'arn:aws:iam::123456789012:role/deployer';

let simulator: Simulator;
beforeEach(async () => {
  // The SDK's own clock is the wall clock here.
  simulator = await startSimulator({ start: Date.now() });
  process.env.AWS_ENDPOINT_URL = simulator.url;
});
afterEach(() => simulator.close());

/** What a poll at an endpoint by this role says. */
async function refusal(asked: { readonly arn?: string; readonly duration?: number } = {}) {
  const role = {
    arn: asked.arn ?? arn,
    sessionName: 'run',
    durationSeconds: asked.duration ?? 3600,
  };
  const secrets: string[] = [];
  const aws = awsSettings(
    { region: 'eu-west-1', role },
    {
      clock: wallClock,
      idToken: tokenOf,
      mask: (secret) => secrets.push(secret),
      proxy: new JobProxy({}),
      suspicion: undefined,
    },
  );
  const poll = new SageMaker(aws).poll('fraud-prod');
  const problem: Problem = await poll.then(
    () => Promise.reject(new Error('The role was not refused')),
    problemFrom,
  );
  expect(secrets).toEqual(simulator.idTokens.given.slice(-1).map(({ token }) => token));
  for (const secret of secrets) {
    expect([problem.message, problem.said, problem.remedy].join()).not.toContain(secret);
  }
  return problem;
}

async function tokenOf(audience: string): Promise<string> {
  const { path, requestToken } = simulator.idTokens.open(subject);
  const answer = await fetch(`${simulator.url}${path}&audience=${audience}`, {
    headers: { authorization: `Bearer ${requestToken}` },
  });
  return ((await answer.json()) as { value: string }).value;
}

function trust(options: RoleOptions = { subject }): void {
  simulator.sts.addRole('deployer', options);
}

describe('what AWS refuses, as a tired person reads it', () => {
  it('a subject that the trust policy does not name, or a role that does not exist', async () => {
    trust({ subject: 'repo:acme/fraud:environment:production' });
    const told = {
      code: 'credentials',
      message: `AWS did not allow this job to assume ${arn}.`,
      said: `Not authorized to perform sts:AssumeRoleWithWebIdentity (The token says: sub ${subject}, aud sts.amazonaws.com, iss https://token.actions.githubusercontent.com.)`,
      remedy: saying(
        `Check the name of the role, and that its trust policy allows sts:AssumeRoleWithWebIdentity to the provider token.actions.githubusercontent.com for the \`sub\` ${subject} and the \`aud\` sts.amazonaws.com. In a job without \`environment:\` the subject names the branch or the tag.`,
      ),
    };
    expect(await refusal()).toMatchObject(told);
    simulator.sts.changeRole(arn, undefined);
    expect(await refusal()).toMatchObject(told);
  });

  it('an audience that is not the one of the provider', async () => {
    trust({ subject, audience: 'sts.amazonaws.com.cn' });
    expect(await refusal()).toMatchObject({
      code: 'credentials',
      said: expect.stringMatching(/^Incorrect token audience \(The token says: /),
      remedy: saying(
        'Add the audience sts.amazonaws.com to the OpenID Connect provider token.actions.githubusercontent.com in account 123456789012, and to the trust policy of the role.',
      ),
    });
  });

  it('a longer session than the role allows', async () => {
    trust();
    expect(await refusal({ duration: 7200 })).toMatchObject({
      code: 'credentials',
      said: expect.stringContaining('exceeds the MaxSessionDuration'),
      remedy: saying(
        'Lower `role-duration` (7200 s), or raise the maximum session duration of the role. A short one is enough: the action renews its session while it watches.',
      ),
    });
  });

  it('an account without the provider, and a region without STS', async () => {
    trust();
    simulator.sts.refuse('no-provider', 'region-disabled');
    expect(await refusal()).toMatchObject({
      code: 'credentials',
      remedy: saying(
        'Create the OpenID Connect provider token.actions.githubusercontent.com with the audience sts.amazonaws.com in account 123456789012 (IAM, Identity providers), or check the account in `role-to-assume`.',
      ),
    });
    expect(await refusal()).toMatchObject({
      code: 'credentials',
      remedy: saying(
        'Activate AWS STS in eu-west-1 (IAM, Account settings), or use another region.',
      ),
    });
  });

  it('a token that has ended by the clock of AWS', async () => {
    trust();
    simulator.sagemaker.when({ before: 'AssumeRoleWithWebIdentity' }, () =>
      simulator.clock.advanceTo(simulator.clock.now() + 301_000),
    );
    expect(await refusal()).toMatchObject({
      code: 'credentials',
      said: expect.stringMatching(/^Token expired: /),
      remedy: saying(/Check the clock of this runner/),
    });
  });

  it.each([
    ['idp-communication-error', 'unavailable'],
    ['no-keys', 'unavailable'],
  ] as const)('%s passes', async (refused, code) => {
    trust();
    simulator.sts.refuse(refused);
    const problem = await refusal();
    expect(problem).toMatchObject({ code, passes: true });
    expect(problem.message).toBe(
      'AWS STS in eu-west-1 failed to answer AssumeRoleWithWebIdentity.',
    );
  });

  it.each([
    [{ how: 'page', status: 403 }, 'HTTP 403 came with a page of HTML'],
    [{ how: 'page' }, 'HTTP 200 came with a page of HTML'],
    [{ how: 'cut-off' }, 'HTTP 200 came with'],
    [{ how: '{}' }, 'HTTP 200 came with'],
    [{ how: 'nothing', status: 407 }, 'HTTP 407 came without a body'],
  ] as const)('%j, which STS has not answered, passes', async (answer, words) => {
    trust();
    simulator.sagemaker.inject({
      ...{ kind: 'unreadable', operation: 'AssumeRoleWithWebIdentity', ...answer },
    });
    const problem = await refusal();
    expect(problem).toMatchObject({ code: 'unreadable', passes: true, said: undefined });
    expect(problem.message).toContain(
      `AssumeRoleWithWebIdentity was not answered by AWS STS in eu-west-1: ${words}`,
    );
    expect(String(problem.remedy)).toContain('Check the proxy');
  });

  it.each([
    ['throttling', 'throttled', 'AWS STS in eu-west-1 is throttling this account.'],
    ['reset', 'unreachable', 'AWS STS in eu-west-1 cannot be reached.'],
  ] as const)('%s passes', async (kind, code, message) => {
    trust();
    simulator.sagemaker.inject({ kind, operation: 'AssumeRoleWithWebIdentity' });
    expect(await refusal()).toMatchObject({ code, message, passes: true });
  });

  it('a role in China gets a token for China', async () => {
    trust();
    await refusal({ arn: 'arn:aws-cn:iam::123456789012:role/deployer' });
    expect(simulator.idTokens.given[0]?.claims.aud).toBe('sts.amazonaws.com.cn');
  });
});
