import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { Session } from '../../simulator/account/sessions.ts';
import { askPlan } from './asked.ts';
import { canary, type JourneyOptions, travel } from './journey.ts';

const folder = mkdtempSync(join(tmpdir(), 'credentials-'));
afterAll(() => rmSync(folder, { recursive: true }));

const noKeys = {
  AWS_ACCESS_KEY_ID: undefined,
  AWS_SECRET_ACCESS_KEY: undefined,
  AWS_SESSION_TOKEN: undefined,
};

/** A shared file with a session of four minutes, replaced so many seconds after the start. */
function withSharedFile(name: string, replacedAfterSeconds: number): JourneyOptions {
  const file = join(folder, name);
  return {
    inputs: canary,
    env: { ...noKeys, AWS_SHARED_CREDENTIALS_FILE: file },
    arrange: ({ sts, clock }) => {
      writeFileSync(file, profileOf(sts.openSession(240)));
      clock.at(clock.now() + replacedAfterSeconds * 1000, () =>
        writeFileSync(file, profileOf(sts.openSession(3600))),
      );
    },
  };
}

function profileOf({ accessKeyId, secretAccessKey, sessionToken }: Session): string {
  return `[default]
aws_access_key_id = ${accessKeyId}
aws_secret_access_key = ${secretAccessKey}
aws_session_token = ${sessionToken}
`;
}

describe('credentials that another party renews', () => {
  it('are read again as soon as the old ones are refused', async () => {
    const { run, simulator } = await travel(withSharedFile('in-time', 200));
    expect(run.outputs.outcome).toBe('deployed');
    const refused = simulator.sagemaker.requests.filter(({ error }) => error);
    expect(refused.map(({ error }) => error)).toEqual(['ExpiredTokenException']);
    expect(run.log).not.toContain('credentials');
  });

  it('are waited for a little where they come late', async () => {
    const { run } = await travel(withSharedFile('late', 300));
    expect(run.outputs.outcome).toBe('deployed');
    expect(run.log).toContain('AWS does not accept the credentials of this job.');
    expect(run.log).toContain('AWS answers again.');
  });

  it('that never come leave the outcome unknown', async () => {
    const { run } = await travel(withSharedFile('never', 100_000));
    expect(run.outputs).toMatchObject({ outcome: 'unknown', 'endpoint-status': 'Updating' });
    expect(run.log).toContain('The security token included in the request is expired');
    expect(run.log).toContain('The update continues in SageMaker');
    expect(run.log).toContain('Set `role-to-assume`, whose sessions are renewed');
  });
});

describe('credentials that end before the rollout may', () => {
  it('are warned of beforehand', async () => {
    const { run, comments } = await travel({
      inputs: { ...canary, mode: 'plan' },
      env: { AWS_CREDENTIAL_EXPIRATION: '2026-03-02T09:30:00Z' },
    });
    expect(run.outputs.outcome).toBe('planned');
    expect(run.exitCode).toBe(0);
    const told =
      'The credentials end in 29 min 55 s; the rollout may take 1 h 7 min, with a rollback at its end.';
    expect(run.log).toContain(`Pre-flight warning (credentials-outlast-rollout): ${told}`);
    expect(comments.at(-1)?.body).toContain(told);
  });

  it('that last long enough are not', async () => {
    const { found } = await askPlan({ inputs: canary, credentialsEndInSeconds: 2.5 * 3600 });
    expect(found.join()).not.toContain('credentials-outlast-rollout');
  });

  it('that do not say when they end are remarked on where an hour is too short', async () => {
    const long = await travel({
      inputs: { ...canary, mode: 'plan', 'wait-interval': '1h' },
    });
    expect(long.run.log).toContain('Pre-flight remark (credentials-outlast-rollout)');
    const short = await travel({ inputs: { ...canary, mode: 'plan' } });
    expect(short.run.log).not.toContain('credentials-outlast-rollout');
  });
});
