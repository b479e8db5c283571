import { describe, expect, it } from '@jest/globals';
import type { Finding } from '../../src/domain/preflight/finding.ts';
import { findingPhrases } from '../../src/report/findings.ts';
import { inLog } from '../../src/report/phrase.ts';

const denied = { seen: 'The role may not call DescribeModel.', remedy: 'Allow DescribeModel.' };
const findings: readonly Finding[] = [
  { id: 'models-exist', level: 'not-checked', why: 'Models may be missing.', ...denied },
  { id: 'alarms', level: 'error', seen: 'fraud-5xx is in ALARM.', why: 'W.', remedy: 'R.' },
  { id: 'variant-names', level: 'not-checked', why: 'Names may differ.', ...denied },
  { id: 'alarms', level: 'error', seen: 'fraud-latency is in ALARM.', why: 'W.', remedy: 'R.' },
];

const lines = (mode: 'enforce' | 'warn') => findingPhrases(findings, mode).map(inLog);

describe('the findings in the log', () => {
  it('are one where one missing permission is their cause', () => {
    expect(lines('enforce')).toEqual([
      'Pre-flight check not done (models-exist, variant-names): The role may not call DescribeModel. Models may be missing. Names may differ. Allow DescribeModel.',
      'Pre-flight error (alarms): fraud-5xx is in ALARM. W. R.',
      'Pre-flight error (alarms): fraud-latency is in ALARM. W. R.',
    ]);
  });

  it('say which errors were overridden', () => {
    expect(lines('warn')[1]).toMatch(/^Pre-flight error, overridden \(alarms\): /);
    expect(lines('warn')[0]).toMatch(/^Pre-flight check not done \(/);
  });
});
