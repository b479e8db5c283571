import { expect, it } from '@jest/globals';
import { githubProblem } from '../../src/adapters/github-errors.ts';
import { phrase } from '../../src/domain/text/phrase.ts';

it('an answer that is not of the API is trouble that passes, told in no words of a crash', () => {
  const answer = { message: 'ok' } as unknown as readonly string[];
  const read = () => answer.map(String);
  expect(read).toThrow(TypeError);
  try {
    read();
  } catch (thrown) {
    const problem = githubProblem(thrown, phrase`read comments`);
    expect(problem).toMatchObject({
      code: 'unreadable',
      message: 'GitHub did not allow this step to read comments.',
      said: 'What came is not an answer of its API.',
    });
  }
});
