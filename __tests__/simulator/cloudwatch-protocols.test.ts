import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decode, encode } from 'cborg';
import { dateEncoder } from 'cborg/taglib';
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

/** How many requests the endpoint had, a minute at a time. */
const question = {
  MetricDataQueries: [
    {
      Id: 'n',
      MetricStat: {
        Metric: {
          Namespace: 'AWS/SageMaker',
          MetricName: 'Invocations',
          Dimensions: [
            { Name: 'EndpointName', Value: 'fraud-prod' },
            { Name: 'VariantName', Value: 'AllTraffic' },
          ],
        },
        Period: 60,
        Stat: 'Sum',
      },
      ReturnData: true,
    },
  ],
};

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

  it('takes times as tag 1, and floats', async () => {
    const tagged = (seconds: number) => new Date(1000 * (1_772_442_000 + seconds));
    const typeEncoders = { Date: dateEncoder };
    const body = encode(
      { ...question, StartTime: tagged(-120), EndTime: tagged(0) },
      { typeEncoders },
    );
    const { status, bytes } = await cbor('GetMetricData', new Uint8Array(body));
    expect(status).toBe(200);
    const tags = { 1: (inner: () => unknown) => inner() };
    expect(decode(bytes, { tags })).toMatchObject({
      MetricDataResults: [{ Id: 'n', Timestamps: [1_772_441_880], Values: [0] }],
    });
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
  const json = (body: string, version = '1.0', operation = 'DescribeAlarms') =>
    ask('/', body, {
      'x-amz-target': `GraniteServiceVersion20100801.${operation}`,
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

  it('takes times as seconds since 1970', async () => {
    const span = { StartTime: 1_772_441_880, EndTime: 1_772_442_000 };
    const body = JSON.stringify({ ...question, ...span });
    const { status, text } = await json(body, '1.0', 'GetMetricData');
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({
      MetricDataResults: [{ Id: 'n', Timestamps: [1_772_441_880], Values: [0] }],
    });
  });

  it('answers operations that return nothing', async () => {
    const asked = { AlarmName: 'fraud-5xx', StateValue: 'OK', StateReason: 'x' };
    const { status, text } = await json(JSON.stringify(asked), '1.0', 'SetAlarmState');
    expect({ status, text }).toEqual({ status: 200, text: '' });
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
      /<CompositeAlarms><\/CompositeAlarms><LogAlarms><\/LogAlarms><\/DescribeAlarmsResult><ResponseMetadata><RequestId>[0-9a-f-]{36}<\/RequestId><\/ResponseMetadata><\/DescribeAlarmsResponse>$/,
    );
  });

  it('takes structures in lists, numbers, times and booleans by their paths', async () => {
    const stat = 'MetricDataQueries.member.1.MetricStat';
    const { status, text } = await query({
      Action: 'GetMetricData',
      StartTime: '2026-03-02T08:58:00Z',
      EndTime: '2026-03-02T09:00:00Z',
      'MetricDataQueries.member.1.Id': 'n',
      'MetricDataQueries.member.1.ReturnData': 'false',
      [`${stat}.Period`]: '60',
      [`${stat}.Stat`]: 'Sum',
      [`${stat}.Metric.Namespace`]: 'AWS/SageMaker',
      [`${stat}.Metric.MetricName`]: 'Invocations',
      [`${stat}.Metric.Dimensions.member.1.Name`]: 'EndpointName',
      [`${stat}.Metric.Dimensions.member.1.Value`]: 'fraud-prod',
      [`${stat}.Metric.Dimensions.member.2.Name`]: 'VariantName',
      [`${stat}.Metric.Dimensions.member.2.Value`]: 'AllTraffic',
      'MetricDataQueries.member.2.Id': 'more',
      'MetricDataQueries.member.2.Expression': 'n + 0.5',
    });
    expect(status).toBe(200);
    expect(text).toContain(
      '<MetricDataResults><member><Id>more</Id><Label>more</Label><Timestamps><member>2026-03-02T08:58:00.000Z</member></Timestamps><Values><member>0.5</member></Values><StatusCode>Complete</StatusCode></member></MetricDataResults>',
    );
  });

  it('takes floats and lists of structures where an alarm is put', async () => {
    const { status } = await query({
      Action: 'PutMetricAlarm',
      AlarmName: 'put-by-query',
      Namespace: 'AWS/SageMaker',
      MetricName: 'ModelLatency',
      'Dimensions.member.1.Name': 'EndpointName',
      'Dimensions.member.1.Value': 'fraud-prod',
      Statistic: 'Average',
      Period: '60',
      EvaluationPeriods: '1',
      Threshold: '1.5e5',
      ComparisonOperator: 'GreaterThanThreshold',
      ActionsEnabled: 'false',
    });
    expect(status).toBe(200);
    expect(world.cloudwatch.alarms.get('put-by-query')?.definition).toMatchObject({
      Dimensions: [{ Name: 'EndpointName', Value: 'fraud-prod' }],
      Threshold: 150_000,
      ActionsEnabled: false,
    });
  });

  it.each([
    [{ Action: 'GetMetricData', StartTime: 'today', EndTime: 'now' }, 'MalformedInput'],
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
