import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pullRequest } from '../../simulator/runner/event.ts';
import { subjectOf } from '../../simulator/runner/id-token.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';

const branch = 'repo:acme/fraud:ref:refs/heads/main';
const arn = 'arn:aws:iam::123456789012:role/deployer';

let simulator: Simulator;
beforeEach(async () => {
  simulator = await startSimulator();
});
afterEach(() => simulator.close());

async function tokenFor(audience = 'sts.amazonaws.com', subject = branch): Promise<string> {
  const { path, requestToken } = simulator.idTokens.open(subject);
  const answer = await fetch(`${simulator.url}${path}&audience=${audience}`, {
    headers: { authorization: `Bearer ${requestToken}` },
  });
  return ((await answer.json()) as { value: string }).value;
}

/** The status and the XML of an AssumeRoleWithWebIdentity. */
async function assume(token: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const form = {
    Action: 'AssumeRoleWithWebIdentity',
    Version: '2011-06-15',
    RoleArn: arn,
    RoleSessionName: 'run',
    WebIdentityToken: token,
    ...more,
  };
  const answer = await fetch(simulator.url, { method: 'POST', body: new URLSearchParams(form) });
  return `${answer.status} ${await answer.text()}`;
}

/** The status and the body of a DescribeEndpoint by these keys. */
async function describeBy(keyId: string, sessionToken?: string): Promise<string> {
  const answer = await fetch(simulator.url, {
    method: 'POST',
    headers: {
      'x-amz-target': 'SageMaker.DescribeEndpoint',
      'content-type': 'application/x-amz-json-1.1',
      authorization: `AWS4-HMAC-SHA256 Credential=${keyId}/20260302/eu-west-1/sagemaker/aws4_request`,
      ...(sessionToken && { 'x-amz-security-token': sessionToken }),
    },
    body: JSON.stringify({ EndpointName: 'fraud' }),
  });
  return `${answer.status} ${await answer.text()}`;
}

describe('AssumeRoleWithWebIdentity', () => {
  it('opens a session that ends in simulated time', async () => {
    simulator.sts.addRole('deployer', { subject: branch });
    const answer = await assume(await tokenFor());
    expect(answer).toMatch(/^200 <AssumeRoleWithWebIdentityResponse xmlns="https:\/\/sts\./);
    expect(answer).toContain('<Expiration>2026-03-02T10:00:00.000Z</Expiration>');
    expect(answer).toContain(`<SubjectFromWebIdentityToken>${branch}<`);
    expect(answer).toContain('<Arn>arn:aws:sts::123456789012:assumed-role/deployer/run</Arn>');
    const [session] = simulator.sts.sessions;
    const [keyId = '', token] = [session?.accessKeyId, session?.sessionToken];
    expect(await describeBy(keyId, token)).toContain('Could not find endpoint');
    simulator.clock.advanceTo(simulator.clock.now() + 3_600_000);
    expect(await describeBy(keyId, token)).toContain('ExpiredTokenException');
  });

  it.each<[what: string, subject: string, audience: string, more: object, told: string]>([
    ['another subject', 'repo:acme/other:*', 'sts.amazonaws.com', {}, '403 AccessDenied'],
    ['another audience', '*', 'somebody', {}, '400 InvalidIdentityToken'],
    ['another role', '*', 'sts.amazonaws.com', { RoleArn: `${arn}2` }, '403 AccessDenied'],
    ['too long', '*', 'sts.amazonaws.com', { DurationSeconds: '3601' }, '400 ValidationError'],
    ['too short', '*', 'sts.amazonaws.com', { DurationSeconds: '899' }, '400 ValidationError'],
    [
      'no token',
      '*',
      'sts.amazonaws.com',
      { WebIdentityToken: 'abcd' },
      '400 InvalidIdentityToken',
    ],
  ])('%s is refused', async (_, subject, audience, more, told) => {
    simulator.sts.addRole('deployer', { subject });
    const answer = await assume(await tokenFor(audience), { ...more });
    const [, status, code] = /^(\d+) .*<Code>(\w+)<\/Code>/.exec(answer) ?? [];
    expect(`${status} ${code}`).toBe(told);
    expect(simulator.sts.sessions).toEqual([]);
  });

  it('takes no token that is five minutes old', async () => {
    simulator.sts.addRole('deployer');
    const token = await tokenFor();
    simulator.clock.advanceTo(simulator.clock.now() + 300_000);
    expect(await assume(token)).toContain('<Code>ExpiredTokenException</Code>');
  });
});

describe('keys', () => {
  it('are good whosoever they are, until there is a role or a session', async () => {
    expect(await describeBy('AKIAANYBODY')).toContain('Could not find endpoint');
    const { accessKeyId, sessionToken } = simulator.sts.openSession(60);
    expect(await describeBy('AKIAANYBODY')).toContain('UnrecognizedClientException');
    expect(await describeBy(accessKeyId, sessionToken)).toContain('Could not find endpoint');
    expect(await describeBy(accessKeyId, 'another')).toContain('UnrecognizedClientException');
  });
});

describe('a token of a job', () => {
  it('is given to the job alone, and can be given again', async () => {
    const { path } = simulator.idTokens.open(branch);
    const headers = { authorization: 'Bearer of-someone-else' };
    expect((await fetch(`${simulator.url}${path}`, { headers })).status).toBe(401);
    expect(await tokenFor()).not.toBe(await tokenFor());
    expect(simulator.idTokens.given.map(({ claims }) => claims.sub)).toEqual([branch, branch]);
  });

  it('has a subject by environment, event and ref', () => {
    expect(subjectOf({})).toBe(branch);
    expect(subjectOf({ environment: 'a:b' })).toBe('repo:acme/fraud:environment:a%3Ab');
    expect(subjectOf({ event: pullRequest(7) })).toBe('repo:acme/fraud:pull_request');
    expect(subjectOf({ subjects: 'immutable' })).toBe(
      'repo:acme@2342/fraud@481516:ref:refs/heads/main',
    );
  });
});
