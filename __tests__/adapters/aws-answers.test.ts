import { describe, expect, it } from '@jest/globals';
import {
  refuseUnreadable,
  UnreadableAnswer,
  type WireAnswer,
} from '../../src/adapters/aws-answers.ts';
import { refuseIncomplete } from '../../src/adapters/complete-answers.ts';

/** How requests in each of AWS's protocols are known by their headers. */
const requests = {
  json: { 'x-amz-target': 'SageMaker.DescribeEndpoint' },
  cbor: { 'smithy-protocol': 'rpc-v2-cbor' },
  query: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
  rest: { 'content-type': 'application/json' },
} as const;
const protocols = Object.keys(requests) as (keyof typeof requests)[];

/** What came instead of an answer; undefined where it may be one. */
function came(
  protocol: keyof typeof requests,
  { status = 200, headers = {}, body = '' }: Partial<WireAnswer>,
): string | undefined {
  return thrownBy(() => refuseUnreadable(requests[protocol], { status, headers, body }));
}

function thrownBy(call: () => void): string | undefined {
  try {
    call();
    return undefined;
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(UnreadableAnswer);
    return (thrown as Error).message;
  }
}

const html = { 'content-type': 'text/html; charset=utf-8', server: 'proxy' };
const json = { 'content-type': 'application/x-amz-json-1.1' };
const aws = { 'x-amzn-requestid': '00000000-0000-4000-8000-000000000001' };

describe('of a request in every protocol', () => {
  it.each(protocols)('%s: no page is an answer, whatever its status', (protocol) => {
    for (const status of [200, 301, 302, 403, 404, 407, 502, 503]) {
      const page = { status, headers: html, body: '<!DOCTYPE html><title>No</title>' };
      expect(came(protocol, page)).toBe(`HTTP ${status} came with a page of HTML`);
      const nameless = { status, body: '<html><body>No</body></html>' };
      expect(came(protocol, nameless)).toBe(`HTTP ${status} came with a page of HTML`);
    }
  });

  it.each(protocols)('%s: nothing at all is no answer', (protocol) => {
    for (const status of [200, 302, 404, 407, 504]) {
      expect(came(protocol, { status })).toBe(`HTTP ${status} came without a body`);
    }
  });

  it.each(protocols)('%s: an error without a code is none of AWS', (protocol) => {
    for (const body of ['{"message":"Forbidden"}', '{"code":403}', '[]', 'null', '"no"', 'no']) {
      expect(came(protocol, { status: 403, headers: json, body })).toBe(
        'HTTP 403 came without an error code of AWS',
      );
    }
  });
});

describe('in JSON', () => {
  it.each([
    ['an object', { headers: json, body: '{"EndpointName":"fraud"}' }],
    ['an object of an unnamed type', { body: '{}' }],
    ['nothing, from AWS', { headers: aws }],
    [
      'a code in the body',
      { status: 400, headers: json, body: '{"__type":"ValidationException"}' },
    ],
    ['a code in a header', { status: 503, headers: { 'x-amzn-errortype': 'Unavailable:' } }],
  ])('%s may be an answer', (_, answer) => {
    expect(came('json', answer)).toBeUndefined();
  });

  it.each(['{"EndpointName":"fraud","Endp', '[]', 'null', '"x"', '7', '{}{}'])(
    '%s is none',
    (body) => {
      expect(came('json', { headers: json, body })).toBe(
        'HTTP 200 came with a body that is cut off, or not of AWS',
      );
    },
  );

  it.each(['text/plain', 'application/xml', 'application/cbor'])(
    'an object that claims to be %s is none',
    (type) => {
      expect(came('json', { headers: { ...aws, 'content-type': type }, body: '{}' })).toBe(
        'HTTP 200 came with a body that is cut off, or not of AWS',
      );
    },
  );
});

describe('in the other protocols', () => {
  it.each([
    ['cbor', { headers: { 'smithy-protocol': 'rpc-v2-cbor' }, body: '\u00a0' }],
    ['cbor', { status: 400, headers: { 'smithy-protocol': 'rpc-v2-cbor' } }],
    ['query', { body: '<AssumeRoleWithWebIdentityResponse xmlns="x"/>' }],
    ['query', { status: 403, body: '<ErrorResponse><Error><Code>AccessDenied</Code></Error>' }],
    ['rest', { headers: { 'x-amzn-invoked-production-variant': 'AllTraffic' }, body: '<html>' }],
    ['rest', { status: 424, headers: { 'x-amzn-errortype': 'ModelError' } }],
  ] as const)('%s: %j may be an answer', (protocol, answer) => {
    expect(came(protocol, answer)).toBeUndefined();
  });

  it.each([
    ['cbor', { headers: json, body: '{"MetricAlarms":[]}' }],
    ['query', { body: '<?xml version="1.0"?><Captive/>' }],
    ['query', { headers: json, body: '{}' }],
    ['rest', { body: '{"score":0.5}' }],
  ] as const)('%s: %j is none', (protocol, answer) => {
    expect(came(protocol, answer)).toBe('HTTP 200 came with a body that is cut off, or not of AWS');
  });

  it('what asks for patience is kept', () => {
    const page = { status: 429, headers: { ...html, 'retry-after': '7' }, body: '' };
    expect(() => refuseUnreadable(requests.json, page)).toThrow(
      expect.objectContaining({ retryAfter: '7' }),
    );
  });
});

describe('an answer that could be read', () => {
  const endpoint = {
    EndpointName: 'fraud',
    EndpointArn: 'arn:aws:sagemaker:eu-west-1:123456789012:endpoint/fraud',
    EndpointConfigName: 'fraud-v1',
    EndpointStatus: 'InService',
    CreationTime: new Date(),
    LastModifiedTime: new Date(),
  };
  const lacks = (operation: string, answer: object, asked: object = {}) =>
    thrownBy(() => refuseIncomplete(operation, { ...asked }, { ...answer }));

  it.each(Object.keys(endpoint))('about an endpoint lacks nothing, not even %s', (member) => {
    const asked = { EndpointName: 'Fraud' };
    expect(lacks('DescribeEndpoint', endpoint, asked)).toBeUndefined();
    expect(lacks('DescribeEndpoint', { ...endpoint, [member]: undefined }, asked)).toBe(
      `HTTP 200 came without ${member}`,
    );
  });

  it.each([
    ['DescribeEndpoint', 'EndpointName', endpoint],
    [
      'DescribeEndpointConfig',
      'EndpointConfigName',
      { EndpointConfigName: 'fraud-v1', ProductionVariants: [] },
    ],
    ['DescribeModel', 'ModelName', { ModelName: 'fraud-v1' }],
  ])('%s is about the thing that was asked about', (operation, member, answer) => {
    expect(lacks(operation, answer, { [member]: 'another' })).toBe(
      `HTTP 200 came with another ${member} than the one asked for`,
    );
  });

  it.each([
    ['ListTags', 'Tags'],
    ['DescribeAlarms', 'MetricAlarms'],
    ['DescribeScalableTargets', 'ScalableTargets'],
    ['DescribeScalingPolicies', 'ScalingPolicies'],
    ['DescribeScheduledActions', 'ScheduledActions'],
  ])('%s has its list, be it empty', (operation, list) => {
    expect(lacks(operation, { [list]: [] })).toBeUndefined();
    for (const value of [undefined, {}, 'none']) {
      expect(lacks(operation, { [list]: value })).toBe(`HTTP 200 came without ${list}`);
    }
  });

  it.each([
    ['UpdateEndpoint', 'EndpointArn'],
    ['CreateEndpoint', 'EndpointArn'],
    ['CreateEndpointConfig', 'EndpointConfigArn'],
    ['InvokeEndpointAsync', 'OutputLocation'],
  ])('%s says what came of it', (operation, member) => {
    expect(lacks(operation, { [member]: 'x' })).toBeUndefined();
    for (const value of [undefined, '', 5, {}]) {
      expect(lacks(operation, { [member]: value })).toBe(`HTTP 200 came without ${member}`);
    }
  });

  it('of an operation that answers nothing is complete', () => {
    expect(lacks('DeleteTags', {})).toBeUndefined();
  });
});
