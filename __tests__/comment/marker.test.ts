import { describe, expect, it } from '@jest/globals';
import { carriesMarker, commentKind, type Marker, markerLine } from '../../src/comment/marker.ts';
import { modes } from '../../src/domain/request.ts';

const marker: Marker = { endpoint: 'fraud', environment: 'production', mode: 'deploy' };
const line =
  '<!-- sagemaker-rollout {"endpoint":"fraud","environment":"production","mode":"deploy","version":1} -->';

describe('the marker of a comment', () => {
  it('is its first line, which no one sees', () => {
    expect(markerLine(marker).text).toBe(line);
  });

  it('is found again, whatever follows it', () => {
    expect(carriesMarker(`${line}\n### Deployed\n<!-- another {} -->`, marker)).toBe(true);
    expect(carriesMarker(`${line}\r\n### Deployed`, marker)).toBe(true);
  });

  it('is found by a later version too', () => {
    const later = line.replace('"version":1', '"version":2,"account":"123456789012"');
    expect(carriesMarker(later, marker)).toBe(true);
  });

  it.each<[what: string, other: Marker]>([
    ['another endpoint', { ...marker, endpoint: 'fraud-2' }],
    ['the endpoint in other letters', { ...marker, endpoint: 'Fraud' }],
    ['another environment', { ...marker, environment: 'staging' }],
    ['no environment', { ...marker, environment: '' }],
    ['a plan', { ...marker, mode: 'plan' }],
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

it('of going back is that of the deployments, and a plan has one of its own', () => {
  expect(modes.map(commentKind)).toEqual(['deploy', 'plan', 'deploy']);
});
