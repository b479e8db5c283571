import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { awsSettings } from '../../src/adapters/aws-settings.ts';
import { wallClock } from '../../src/adapters/clock.ts';
import { JobProxy } from '../../src/adapters/proxy.ts';
import { SageMaker } from '../../src/adapters/sagemaker.ts';
import { differences } from '../../src/domain/difference.ts';
import { contentOf, withModelNames } from '../../src/domain/endpoint-config.ts';
import type { RolloutRequest } from '../../src/domain/request.ts';
import { isMadeFrom } from '../../src/domain/same-content.ts';

/** Of a member that no version knows: nothing of it has another form in JavaScript. */
const untouched = '{"Seed":12345678901234567890,"Gaps":[null,1,null],"Empty":null,"Rate":0.1}';
const variants = (model: string) =>
  `"ProductionVariants":[{"VariantName":"AllTraffic","ModelName":"${model}","InstanceType":"ml.m5.large","InitialInstanceCount":1}]`;
const described = (seed = untouched) =>
  `{"EndpointConfigName":"fraud-v1","EndpointConfigArn":"arn:aws:sagemaker:eu-west-1:123456789012:endpoint-config/fraud-v1","CreationTime":1772442000.5,${variants('fraud-v1')},"Sampling":${seed}}`;

/** What is answered of a configuration, and what has been sent to create one. */
let answer: string;
let sent: string[];
const wire = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const isDescribe = request.headers['x-amz-target'] === 'SageMaker.DescribeEndpointConfig';
  if (!isDescribe) sent.push(Buffer.concat(chunks).toString());
  response.setHeader('content-type', 'application/x-amz-json-1.1');
  response.setHeader('x-amzn-requestid', '1');
  response.end(isDescribe ? answer : '{"EndpointConfigArn":"arn"}');
});

const environment = { ...process.env };
beforeEach(async () => {
  answer = described();
  sent = [];
  await new Promise<void>((listening) => wire.listen(0, '127.0.0.1', listening));
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: `http://127.0.0.1:${(wire.address() as AddressInfo).port}`,
    AWS_ACCESS_KEY_ID: 'AKIDSIMULATED',
    AWS_SECRET_ACCESS_KEY: 'simulated',
  });
});
afterEach(async () => {
  process.env = { ...environment };
  wire.closeAllConnections();
  await new Promise((closed) => wire.close(closed));
});

function sageMaker(): SageMaker {
  const surroundings = {
    clock: wallClock,
    idToken: () => Promise.reject(new Error('No role is assumed.')),
    mask: () => undefined,
    proxy: new JobProxy({}),
    suspicion: undefined,
  };
  return new SageMaker(awsSettings({ region: 'eu-west-1', role: undefined }, surroundings));
}

const request = { endpointName: 'fraud-prod', tags: [] } as unknown as RolloutRequest;

it('a copy of a configuration holds large whole numbers, gaps in lists and nulls as they came', async () => {
  const live = await sageMaker().configuration('fraud-v1', 'fraud-prod');
  const copy = withModelNames(contentOf(live), { AllTraffic: 'fraud-v2' });
  await sageMaker().createConfiguration('fraud-v2', copy, request);
  expect(sent).toEqual([
    `{${variants('fraud-v2')},"Sampling":${untouched},"EndpointConfigName":"fraud-v2"}`,
  ]);
});

it('two configurations differ where a large whole number does, digit for digit', async () => {
  const [one, same] = [
    await sageMaker().configuration('fraud-v1', 'fraud-prod'),
    await sageMaker().configuration('fraud-v1', 'fraud-prod'),
  ];
  answer = described(untouched.replace('7890,', '7891,'));
  const other = await sageMaker().configuration('fraud-v1', 'fraud-prod');
  expect(isMadeFrom(one, same, 'of-the-content')).toBe(true);
  expect(isMadeFrom(one, other, 'of-the-content')).toBe(false);
  const [before, after] = [one, other].map((content) => ({ name: 'x', content, models: {} }));
  expect(after && differences(before, after)).toEqual([
    {
      place: 'Sampling › Seed',
      before: '12345678901234567890',
      after: '12345678901234567891',
    },
  ]);
});
