import { beforeAll, describe, expect, it } from '@jest/globals';
import { canary, type Journey, travel } from './journey.ts';

const nasty = [
  '::set-output name=outcome::deployed',
  '::add-mask::fraud',
  '##[add-mask]fraud',
  '\r::error::not ours\n::stop-commands::x',
  '`code` ``` | a | b |',
  '<img src=x onerror=alert(1)></details></summary>',
  '@acme/team #123 https://example.com GH-1',
  '\u202ert-to-left\u2066 \ud83d',
].join(' ');
const reason = nasty + 'x'.repeat(1024 - nasty.length);

describe('text from elsewhere that holds anything', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await travel({
      inputs: { ...canary, environment: nasty },
      arrange: ({ sagemaker }) =>
        sagemaker.inject({ kind: 'failing-deployment', stage: 'baking', afterSeconds: 30, reason }),
    });
  });

  it('does nothing in the log', () => {
    const { run } = journey;
    expect(run.outputs.outcome).toBe('rolled-back');
    expect(run.masked).not.toContain('fraud');
    expect(run.annotations).toHaveLength(1);
    expect(run.log).toContain('Rolled back: fraud-prod still serves fraud-v1');
    expect(run.log).toContain('x'.repeat(100));
  });

  it('stays text in the comment, on one line, mentions no one and closes no fold', () => {
    const { comments } = journey;
    const body = comments[0]?.body ?? '';
    const [marker = '', ...lines] = body.split('\n');
    expect(marker).toMatch(/^<!-- sagemaker-rollout \{[\w {}":,.\\-]+\} -->$/);
    const withoutCode = lines
      .join('\n')
      .replaceAll(/<code>.*?<\/code>/g, '')
      .replaceAll(/(`+)(?!`)[^\n]*?[^`]\1(?!`)/g, '');
    expect(body).toContain('x'.repeat(100));
    expect(withoutCode).not.toMatch(/@acme|#123|onerror|example\.com/);
    expect(withoutCode.match(/<details>/g)?.length).toBe(withoutCode.match(/<\/details>/g)?.length);
    expect(body).not.toMatch(/[\u202a-\u202e\u2066-\u2069\ud83d]/);
  });

  it('does not keep the comment from being found again', () => {
    const { comments, simulator } = journey;
    expect(comments).toHaveLength(1);
    const { requests } = simulator.github;
    const written = requests.filter(
      ({ method, path }) => method === 'POST' && path.endsWith('/comments'),
    );
    // The report, and the notice about its end.
    expect(written).toHaveLength(2);
  });
});

it('a reason of two megabytes leaves a report that GitHub takes', async () => {
  const { run, comments } = await travel({
    as: 'call',
    inputs: canary,
    arrange: ({ sagemaker }) =>
      sagemaker.inject({
        kind: 'failing-deployment',
        stage: 'baking',
        afterSeconds: 30,
        reason: `${'x '.repeat(500)}@octocat \`\`\`\n`.repeat(2000),
      }),
  });
  expect(run.outputs.outcome).toBe('rolled-back');
  expect(run.outputs['failure-reason']).toMatch(/^x x .*…$/s);
  expect(run.outputs['failure-reason']?.length).toBe(4001);
  expect(run.summary.length).toBeLessThan(100_000);
  expect(comments[0]?.body).toContain('Rolled back');
});
