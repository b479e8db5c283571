import { describe, expect, it } from '@jest/globals';
import {
  accountLabel,
  bestMatch,
  carriesMarker,
  commentKind,
  type Marker,
  markerLine,
} from '../../src/comment/marker.ts';
import { modes } from '../../src/domain/request.ts';

const marker: Marker = {
  ...{ endpoint: 'fraud', environment: 'production', mode: 'deploy' },
  ...{ region: 'eu-west-1', account: 'a1b2c3', run: 9001 },
};
const line =
  '<!-- sagemaker-rollout {"endpoint":"fraud","environment":"production","mode":"deploy","version":1,"region":"eu-west-1","account":"a1b2c3","run":9001} -->';

describe('the marker of a comment', () => {
  it('is its first line, which no one sees', () => {
    expect(markerLine(marker).text).toBe(line);
  });

  it('is found again, whatever follows it', () => {
    expect(carriesMarker(`${line}\n### Deployed\n<!-- another {} -->`, marker)).toBe(true);
    expect(carriesMarker(`${line}\r\n### Deployed`, marker)).toBe(true);
  });

  it('is found by a later version too', () => {
    const later = line.replace('"version":1', '"version":2,"more":"123456789012"');
    expect(carriesMarker(later, marker)).toBe(true);
  });

  it.each<[what: string, other: Marker]>([
    ['another endpoint', { ...marker, endpoint: 'fraud-2' }],
    ['the endpoint in other letters', { ...marker, endpoint: 'Fraud' }],
    ['another environment', { ...marker, environment: 'staging' }],
    ['no environment', { ...marker, environment: '' }],
    ['a plan', { ...marker, mode: 'plan' }],
    ['another region', { ...marker, region: 'us-east-1' }],
    ['another account', { ...marker, account: 'd4e5f6' }],
  ])('is not that of %s', (_, other) => {
    expect(carriesMarker(`${line}\n### Deployed`, other)).toBe(false);
    expect(carriesMarker(markerLine(other).text, marker)).toBe(false);
  });

  it.each([
    ['nothing', ''],
    ['words of a person', 'Looks good to me.'],
    ['a quotation of it', `> ${line}`],
    ['it, further below', `Look:\n${line}`],
    ['half of it', '<!-- sagemaker-rollout {"endpoint":"fraud" -->'],
    ['no JSON', '<!-- sagemaker-rollout {fraud} -->'],
    ['no members', '<!-- sagemaker-rollout {} -->'],
    ['that of another action', line.replace('sagemaker-rollout', 'sagemaker-deploy')],
  ])('is not found in %s', (_, body) => {
    expect(carriesMarker(body, marker)).toBe(false);
  });
});

describe('no environment ends the hidden line early', () => {
  it.each([
    'a--b',
    '-->',
    '--!>',
    '------->',
    '<!-- -->',
    '"} -->',
    'a\\u002d-b',
    'line\nbreak',
    'Prüfung 🚀',
  ])('%j', (environment) => {
    const hidden = markerLine({ ...marker, environment }).text;
    const inner = hidden.slice('<!--'.length, -'-->'.length);
    expect(hidden.startsWith('<!-- sagemaker-rollout {')).toBe(true);
    expect(hidden.endsWith('} -->')).toBe(true);
    expect(inner).not.toMatch(/--|>|\n/);
    expect(carriesMarker(`${hidden}\n### Deployed`, { ...marker, environment })).toBe(true);
  });
});

it('the comment of a rollback and of a deletion is that of the deployments, and a plan has one of its own', () => {
  expect(modes.map(commentKind)).toEqual(['deploy', 'plan', 'deploy', 'deploy']);
});

describe('of several comments', () => {
  const body = (member: Partial<Marker>) => ({ body: markerLine({ ...marker, ...member }).text });
  const old = {
    body: '<!-- sagemaker-rollout {"endpoint":"fraud","environment":"production","mode":"deploy","version":1} -->',
  };

  it('the one of the region and the account is taken, and one of the first version where there is none', () => {
    const [there, here] = [body({ region: 'us-east-1' }), body({})];
    expect(bestMatch([old, there, here], marker)).toBe(here);
    expect(bestMatch([there, old], marker)).toBe(old);
    expect(bestMatch([there], marker)).toBeUndefined();
  });

  it('the only one is taken where the account is not known, and none of two', () => {
    const [one, two] = [body({}), body({ account: 'd4e5f6' })];
    expect(bestMatch([one], { ...marker, account: '' })).toBe(one);
    expect(bestMatch([one, two], { ...marker, account: '' })).toBeUndefined();
  });
});

it('an account is told apart by a label that does not show it', () => {
  const digest = (text: string) => `${text.length}abcdef`;
  expect(accountLabel('arn:aws:iam::123456789012:role/x', digest)).toBe('20abcd');
  expect(accountLabel('', digest)).toBe('');
});
