import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { problemOf } from '../../src/adapters/aws-errors.ts';
import { problemFrom } from '../../src/domain/problem.ts';
import { verdictText } from '../../src/report/log.ts';
import { outputsOf } from '../../src/report/outputs.ts';
import { refusalText } from '../../src/report/refusal.ts';
import { rolledBackFor } from '../domain/cause/stories.ts';
import { mistakesIn } from '../inputs/workflow.ts';
import { askPlan } from '../journeys/asked.ts';
import { type AwsAnswer, awsAnswers, failureReasons } from './aws-errors.ts';
import { wrongForTheAccount, wrongInputs, wrongRegions } from './wrong-inputs.ts';

/**
 * Every message of the two tables, word for word, to be read in one place.
 * `UPDATE_GOLDEN=1 npm test -- messages` writes them anew; the diff is for review.
 */
function expectGolden(name: string, text: string): void {
  const file = `__tests__/messages/${name}.md`;
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

const block = (title: string, lines: readonly string[]) =>
  `### ${title}\n\n${lines.map((line) => `    ${line}`).join('\n')}\n`;

function thrownBy({ code, words, status = 400 }: AwsAnswer): Error {
  const details = { name: code, $metadata: { httpStatusCode: status } };
  return Object.assign(new Error(words), details);
}

const toldOf = (answer: AwsAnswer) => {
  const problem = problemOf(thrownBy(answer), answer.call);
  return refusalText(problem).split('\n');
};

it('an error of AWS is told with what it means and what helps', () => {
  const errors = awsAnswers.map((answer) =>
    block(`${answer.call.operation}: ${answer.about}`, toldOf(answer)),
  );
  const reasons = failureReasons.map(([cause, reason]) => {
    const reportData = rolledBackFor({ kind: 'given', text: reason });
    expect(outputsOf(reportData, { pullRequests: [], commentUrl: undefined }).cause).toBe(cause);
    return block(`${cause}: ${reason}`, verdictText(reportData).split('\n').slice(1));
  });
  expectGolden('aws-errors', [...errors, ...reasons].join('\n'));
});

it('a wrong input is told with its name, its value and what would be right', async () => {
  const inputs = wrongInputs.map((written) => block(JSON.stringify(written), mistakesIn(written)));
  const regions = wrongRegions.map((region) =>
    block(`AWS_REGION=${JSON.stringify(region)}`, mistakesIn({}, region)),
  );
  const found: string[] = [];
  for (const [about, asked] of wrongForTheAccount) {
    const { findings } = await askPlan(asked);
    const lines = findings
      .filter(({ level }) => level !== 'remark')
      .map(({ level, id, seen, why, remedy }) => `${level} ${id}: ${seen} ${why} ${remedy}`);
    found.push(block(`Pre-flight: ${about}`, lines));
  }
  expectGolden('wrong-inputs', [...inputs, ...regions, ...found].join('\n'));
});

it('a re-run is named at most once, and no two sentences of one message are the same', () => {
  for (const answer of awsAnswers) {
    const [, ...advice] = toldOf(answer);
    expect(advice.join(' ').match(/re-run/gi)?.length ?? 0).toBeLessThanOrEqual(1);
  }
  expect(problemFrom(undefined).rerun).toBeDefined();
});
