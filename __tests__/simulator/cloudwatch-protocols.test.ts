import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decode, encode } from 'cborg';
import { askAwsCli, describeWithAwsCli } from './aws-cli.ts';
import { openWorld, type TestWorld } from './sagemaker-world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await openWorld('composite-alarm-tripped');
  world.cloudwatch.alarms.add('a<b>&"c"', 'OK', { stateReason: 'x < y' });
});
afterAll(() => world.close());

const ask = async (
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
) => {
  const signed = { authorization: 'AWS4', ...headers };
  const response = await fetch(`${world.url}${path}`, { method: 'POST', headers: signed, body });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, bytes, text: textOf(bytes) };
};
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('CBOR, as new SDKs speak it', () => {
  const cbor = (operation: string, body: Uint8Array<ArrayBuffer>, headers = {}) =>
    ask(`/service/GraniteServiceVersion20100801/operation/${operation}`, body, {
      'smithy-protocol': 'rpc-v2-cbor',
      ...headers,
    });
  const input = (value: unknown) => new Uint8Array(encode(value));

  it('answers a map, times as tag 1', async () => {
    const { status, headers, bytes } = await cbor(
      'DescribeAlarms',
      input({ AlarmNames: ['fraud-5xx'] }),
    );
    expect(status).toBe(200);
    expect(headers.get('smithy-protocol')).toBe('rpc-v2-cbor');
    expect(headers.get('content-type')).toBe('application/cbor');
    const tags = { 1: (inner: () => unknown) => ({ epochSeconds: inner() }) };
    const output = decode(bytes, { tags }) as { MetricAlarms: object[] };
    expect(output.MetricAlarms[0]).toMatchObject({
      AlarmName: 'fraud-5xx',
      StateUpdatedTimestamp: { epochSeconds: 1_772_442_000 },
    });
    expect(output).not.toHaveProperty('NextToken');
  });

  it('takes no body as nothing asked for', async () => {
    expect((await cbor('DescribeAlarms', new Uint8Array())).status).toBe(200);
  });

  it.each([
    ['DescribeAlarms', input({ MaxRecords: 0 }), {}, 'ValidationError'],
    ['DescribeAlarms', input([]), {}, 'MalformedInput'],
    ['DescribeAlarms', new Uint8Array([0xff]), {}, 'MalformedInput'],
    ['DescribeAlarms', input({}), { authorization: '' }, 'MissingAuthenticationToken'],
    ['PutDashboard', input({}), {}, 'InvalidAction'],
  ])('tells errors of %s in a header too', async (operation, body, headers, code) => {
    const answer = await cbor(operation, body, headers);
    expect(answer.headers.get('x-amzn-query-error')).toBe(`${code};Sender`);
    expect(decode(answer.bytes)).toMatchObject({ __type: code });
  });
});

describe('JSON, as the AWS CLI of today speaks it', () => {
  const json = (body: string, version = '1.0') =>
    ask('/', body, {
      'x-amz-target': 'GraniteServiceVersion20100801.DescribeAlarms',
      'content-type': `application/x-amz-json-${version}`,
    });

  it.each(['1.0', '1.1'])('%s', async (version) => {
    const { status, headers, text } = await json('{"AlarmNames":["fraud-5xx"]}', version);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/x-amz-json-1.0');
    expect(JSON.parse(text)).toMatchObject({
      MetricAlarms: [{ AlarmName: 'fraud-5xx', StateUpdatedTimestamp: 1_772_442_000 }],
      CompositeAlarms: [],
    });
  });

  it('tells errors in a header too', async () => {
    const { status, headers, text } = await json('{"AlarmNames":"fraud-5xx"}');
    expect(status).toBe(400);
    expect(headers.get('x-amzn-query-error')).toBe('MalformedInput;Sender');
    expect(JSON.parse(text)).toEqual({
      __type: 'MalformedInput',
      message: 'Expected list or null',
    });
  });
});

describe('query, as older clients speak it', () => {
  const query = (form: Record<string, string>) =>
    ask('/', new URLSearchParams({ Version: '2010-08-01', ...form }).toString(), {
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
    });

  it('answers XML', async () => {
    const { status, headers, text } = await query({
      Action: 'DescribeAlarms',
      'AlarmNames.member.1': 'a<b>&"c"',
      MaxRecords: '1',
    });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/xml');
    expect(text).toMatch(
      /^<DescribeAlarmsResponse xmlns="http:\/\/monitoring\.amazonaws\.com\/doc\/2010-08-01\/"><DescribeAlarmsResult><MetricAlarms><member><AlarmName>a&lt;b&gt;&amp;&quot;c&quot;<\/AlarmName>/,
    );
    expect(text).toContain('<StateUpdatedTimestamp>2026-03-02T09:00:00.000Z<');
    expect(text).toMatch(
      /<CompositeAlarms><\/CompositeAlarms><\/DescribeAlarmsResult><ResponseMetadata><RequestId>[0-9a-f-]{36}<\/RequestId><\/ResponseMetadata><\/DescribeAlarmsResponse>$/,
    );
  });

  it.each([
    [{ Action: 'DescribeAlarms', MaxRecords: '0' }, 'ValidationError'],
    [{ Action: 'DescribeAlarms', MaxRecords: 'many' }, 'MalformedInput'],
    [{ Action: 'PutDashboard' }, 'InvalidAction'],
  ])('tells errors: %j', async (form, code) => {
    const { status, text } = await query(form);
    expect(status).toBe(400);
    expect(text).toContain(`<Error><Type>Sender</Type><Code>${code}</Code><Message>`);
  });
});

describeWithAwsCli('a person at the AWS CLI', (cli) => {
  const cloudwatch = (...args: string[]) =>
    askAwsCli(cli, ['--endpoint-url', world.url, 'cloudwatch', ...args]);

  it('sees the alarms, and what is wrong with a question', async () => {
    const types = ['--alarm-types', 'MetricAlarm', 'CompositeAlarm'];
    const [alarms, refusal] = await Promise.all([
      cloudwatch('describe-alarms', ...types, '--alarm-name-prefix', 'fraud-'),
      cloudwatch('describe-alarms', '--max-records', '101'),
    ]);
    expect(JSON.parse(alarms)).toMatchObject({
      MetricAlarms: [{ AlarmName: 'fraud-5xx', StateValue: 'OK', Threshold: 5 }],
      CompositeAlarms: [
        { AlarmName: 'fraud-latency', StateValue: 'ALARM', AlarmRule: 'ALARM("fraud-p99")' },
      ],
    });
    expect(refusal).toContain(
      "An error occurred (ValidationError) when calling the DescribeAlarms operation: 1 validation error detected: Value '101' at 'maxRecords'",
    );
  });
});
