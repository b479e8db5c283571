import { Problem } from '../domain/problem.ts';
import { phrase } from '../domain/text/phrase.ts';

/** What was not read may tell that the alarm went to ALARM. */
export function notAllOfTheHistory(name: string): Problem {
  return new Problem(
    'unreadable',
    phrase`CloudWatch returned only a part of the history of ${name}.`,
    {
      remedy: phrase`Check it in CloudWatch.`,
    },
  );
}

export function onlyAPart(name: string): Problem {
  return new Problem('unreadable', phrase`CloudWatch returned only some datapoints of ${name}.`, {
    remedy: phrase`Check the metric in CloudWatch.`,
  });
}
