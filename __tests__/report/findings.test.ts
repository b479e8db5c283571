import { describe, expect, it } from '@jest/globals';
import type { Finding } from '../../src/domain/preflight/finding.ts';
import { inLog } from '../../src/domain/text/log.ts';
import { phrase } from '../../src/domain/text/phrase.ts';
import { findingPhrases } from '../../src/report/findings.ts';

const denied = {
  seen: phrase`The role may not call DescribeModel.`,
  remedy: phrase`Allow DescribeModel.`,
};
const findings: readonly Finding[] = [
  { id: 'models-exist', level: 'not-checked', why: phrase`Models may be missing.`, ...denied },
  {
    id: 'alarms',
    level: 'error',
    seen: phrase`fraud-5xx is in ALARM.`,
    why: phrase`W.`,
    remedy: phrase`R.`,
  },
  { id: 'variant-names', level: 'not-checked', why: phrase`Names may differ.`, ...denied },
  {
    id: 'alarms',
    level: 'error',
    seen: phrase`fraud-latency is in ALARM.`,
    why: phrase`W.`,
    remedy: phrase`R.`,
  },
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
