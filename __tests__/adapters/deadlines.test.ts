// Under jest, Node's own errors count as errors by what this module does.
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import { awsSettings } from '../../src/adapters/aws-settings.ts';
import '@actions/github';
import { GitHubApi } from '../../src/adapters/github.ts';
import { JobProxy } from '../../src/adapters/proxy.ts';
import { SageMaker } from '../../src/adapters/sagemaker.ts';
import { Secrets } from '../../src/adapters/secrets.ts';
import { workflowOf } from '../../src/adapters/workflow.ts';
import { type Problem, problemFrom } from '../../src/domain/problem.ts';
import { TimeInProcess } from '../journeys/time-in-process.ts';

const never = () => new Promise<never>(() => {});
const role = {
  arn: 'arn:aws:iam::123456789012:role/deployer',
  sessionName: 'run',
  durationSeconds: 3600,
};

let simulator: Simulator;
let time: TimeInProcess;
/** Takes every connection, and says nothing, ever. */
let silent: Server;
let taken: Socket[];
const environment = { ...process.env };
beforeEach(async () => {
  simulator = await startSimulator({ start: Date.now() });
  simulator.sagemaker.addModel('fraud-v1');
  simulator.sagemaker.addEndpointConfig('fraud-v1');
  simulator.sagemaker.addEndpoint('fraud-prod', 'fraud-v1');
  time = new TimeInProcess(simulator.clock);
  taken = [];
  silent = createServer((socket) => taken.push(socket));
  await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening));
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: simulator.url,
    AWS_ACCESS_KEY_ID: 'AKIDSIMULATED',
    AWS_SECRET_ACCESS_KEY: 'simulated',
    AWS_SESSION_TOKEN: '',
    AWS_EC2_METADATA_DISABLED: 'true',
  });
});
afterEach(async () => {
  process.env = { ...environment };
  time.stop();
  for (const socket of taken) socket.destroy();
  silent.close();
  await simulator.close();
});

const silence = () => `127.0.0.1:${(silent.address() as AddressInfo).port}`;

function sageMaker(idToken?: () => Promise<string>): SageMaker {
  const surroundings = {
    clock: time,
    idToken: idToken ?? never,
    mask: () => undefined,
    proxy: new JobProxy({}),
    suspicion: undefined,
  };
  return new SageMaker(awsSettings({ region: 'eu-west-1', role: idToken && role }, surroundings));
}

const failure = (answer: Promise<unknown>): Promise<Problem> =>
  answer.then(() => Promise.reject(new Error('It was answered')), problemFrom);

describe('a call of AWS has a deadline from its start on', () => {
  it('where the connection is taken, and TLS never begins', async () => {
    process.env.AWS_ENDPOINT_URL = `https://${silence()}`;
    expect(await failure(sageMaker().poll('fraud-prod'))).toMatchObject({
      code: 'unreachable',
      said: 'There was no complete answer within 30 s.',
    });
  });

  it('where the metadata service never gives the credentials', async () => {
    delete process.env.AWS_ACCESS_KEY_ID;
    process.env.AWS_CONTAINER_CREDENTIALS_FULL_URI = `http://${silence()}/credentials`;
    expect(await failure(sageMaker().poll('fraud-prod'))).toMatchObject({
      code: 'unreachable',
      message: 'No AWS credentials arrived in time.',
    });
  });

  it('where GitHub never gives a token of the job', async () => {
    expect(await failure(sageMaker(never).poll('fraud-prod'))).toMatchObject({
      code: 'unreachable',
      message: 'GitHub could not be reached for an OIDC token.',
    });
  });

  it.each(['stalled-answer', 'hang'] as const)(
    'where STS gives no session (%s), which the next call asks for anew',
    async (kind) => {
      const fault = { kind, operation: 'AssumeRoleWithWebIdentity', calls: 1 } as const;
      simulator.sagemaker.inject(fault);
      simulator.sts.addRole('deployer');
      const { path, requestToken } = simulator.idTokens.open('repo:acme/fraud:ref:refs/heads/main');
      const headers = { authorization: `Bearer ${requestToken}` };
      const answer = await fetch(`${simulator.url}${path}&audience=sts.amazonaws.com`, { headers });
      const { value } = (await answer.json()) as { value: string };
      const endpoints = sageMaker(async () => value);
      expect(await failure(endpoints.poll('fraud-prod'))).toMatchObject({
        code: 'unreachable',
        message: 'AWS STS in eu-west-1 cannot be reached.',
      });
      expect(await endpoints.poll('fraud-prod')).toMatchObject({ status: 'InService' });
    },
  );
});

describe('a call of GitHub has a deadline from its start on', () => {
  it.each(['stalled-answer', 'dripping-answer', 'hang'] as const)('%s', async (kind) => {
    simulator.github.addFault({ kind });
    const { trigger, api } = workflowOf(
      { GITHUB_API_URL: simulator.url, GITHUB_REPOSITORY: 'acme/fraud' },
      () => '{}',
    );
    if (!api) throw new Error('The variables name the API.');
    const github = new GitHubApi(simulator.github.token, {
      ...{ api, trigger, clock: time },
      secrets: new Secrets(),
      proxy: undefined,
    });
    const { signal } = new AbortController();
    expect(await failure(github.self(signal))).toMatchObject({
      code: 'unreachable',
      said: 'There was no complete answer within 20 s.',
    });
  });
});
