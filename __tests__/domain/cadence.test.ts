import { describe, expect, it } from '@jest/globals';
import { firstPollSeconds, heartbeatSeconds, retryInSeconds } from '../../src/domain/cadence.ts';
import { Problem } from '../../src/domain/problem.ts';
import { phrase } from '../../src/domain/text/phrase.ts';

function throttled(retryAfterSeconds?: number): Problem {
  return new Problem('throttled', phrase`SageMaker is throttling this account.`, {
    remedy: phrase`Ask less.`,
    retryAfterSeconds,
  });
}

describe('a service that fails is left alone', () => {
  it('twice as long after each failure, and never longer than a minute', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 100].map((failures) => retryInSeconds(throttled(), failures));
    expect(pauses).toEqual([5, 10, 20, 40, 60, 60, 60]);
  });

  it.each([
    ['longer than the pause that is due', 1, 90, 90],
    ['longer than a minute', 9, 600, 600],
    ['shorter than the pause that is due', 3, 2, 20],
    ['not at all', 2, 0, 10],
  ])('as long as it asks, where it asks for it %s', (_, failures, asked, pause) => {
    expect(retryInSeconds(throttled(asked), failures)).toBe(pause);
  });
});

it('an update is looked for five seconds after the call, and silence is broken every five minutes', () => {
  expect([firstPollSeconds, heartbeatSeconds]).toEqual([5, 300]);
});
