import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { parseValues } from '../../simulator/runner/file-commands.ts';
import { readLines } from '../../simulator/runner/lines.ts';
import { StepLog } from '../../simulator/runner/step-log.ts';

function logOf(...lines: string[]): StepLog {
  const log = new StepLog(['ghs_secret']);
  for (const line of lines) log.read(line);
  return log;
}

describe('the web log', () => {
  it('shows what is printed, and commands as what they do', () => {
    const log = logOf(
      'hello',
      '::group::Looking',
      'inside',
      '::endgroup::',
      '::debug::hidden',
      '::notice::done',
      '::warning title=Careful%2C please::50%25 of%0Atwo lines',
      '::error file=a.ts,line=3::it broke',
    );
    expect(log.text).toBe(
      'hello\n▼ Looking\ninside\nNotice: done\nWarning: 50% of\ntwo lines\nError: it broke\n',
    );
    expect(log.annotations).toEqual([
      { level: 'notice', message: 'done' },
      { level: 'warning', message: '50% of\ntwo lines', title: 'Careful, please' },
      { level: 'error', message: 'it broke' },
    ]);
  });

  it('hides secrets from where they are masked, line by line', () => {
    const log = logOf('key before', '::add-mask::key', '::add-mask::a%0Ab1', 'key ghs_secret b1');
    expect(log.text).toBe('key before\n*** *** ***\n');
    expect(log.masked).toEqual(['key', 'a\nb1']);
  });

  it('keeps ten annotations of a level, of 4096 characters', () => {
    const log = logOf(...Array.from({ length: 12 }, () => `::error::${'x'.repeat(5000)}`));
    expect(log.annotations).toHaveLength(10);
    expect(log.annotations[0]?.message).toHaveLength(4096);
    expect(log.text.match(/^Error: /gm)).toHaveLength(12);
  });

  it('stops taking commands until the agreed word', () => {
    const log = logOf('::stop-commands::pause', '::error::quoted', '::pause::', '::error::meant');
    expect(log.text).toBe('::stop-commands::pause\n::error::quoted\n::pause::\nError: meant\n');
    expect(log.annotations).toEqual([{ level: 'error', message: 'meant' }]);
  });

  it('refuses the commands that were taken away', () => {
    expect(logOf('::set-env name=A::b').text).toContain('Unable to process command');
  });

  it('still takes outputs and state by command', () => {
    const log = logOf('::set-output name=outcome::deployed', '::save-state name=a::b');
    expect(log.set('set-output')).toEqual({ outcome: 'deployed' });
    expect(log.set('save-state')).toEqual({ a: 'b' });
  });
});

describe('which lines are commands', () => {
  it.each([
    ['   ::error::indented', 'indented'],
    ['::ERROR::in any case', 'in any case'],
    ['##[error]in the old form', 'in the old form'],
    ['reason: ##[error]anywhere in the line%3B', 'anywhere in the line;'],
    ['::error::', ''],
  ])('%s', (line, message) => {
    expect(logOf(line).annotations).toEqual([{ level: 'error', message }]);
  });

  it.each([
    'reason: ::error::not at the start',
    '::unknown::name',
    ':: error::a space',
    '::error',
    '##[unknown]name',
    '##[error',
    '%3A%3Aerror::escaped',
  ])('not: %s', (line) => {
    expect(logOf(line)).toMatchObject({ annotations: [], text: `${line}\n` });
  });
});

describe('lines', () => {
  it('end at a line feed, a carriage return, or both, wherever the stream is cut', async () => {
    const lines: string[] = [];
    const chunks = ['a\r', '\nb\rc', '\n\nd\u2028e\r'];
    await readLines(Readable.from(chunks), (line) => lines.push(line));
    expect(lines).toEqual(['a', 'b', 'c', '', 'd\u2028e']);
  });
});

describe('the files of outputs', () => {
  it.each(['nothing', '=value', '<<EOF', 'name<<'])('refuse %s', (text) => {
    expect(() => parseValues(text)).toThrow('Invalid format');
  });

  it('take the first sign: = or <<', () => {
    expect(parseValues('a=b<<c\nd<<e=f\nx\ny\ne=f\n')).toEqual({ a: 'b<<c', d: 'x\ny' });
  });
});
