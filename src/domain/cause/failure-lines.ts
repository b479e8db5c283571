import type { LogLine } from './container-evidence.ts';

/** A kind of line that tells of a failure. */
interface Failure {
  readonly kind: Exclude<LogLine['kind'], 'other'>;
  readonly pattern: RegExp;
  /** By what CloudWatch finds such lines: whole words in them, of which case counts. */
  readonly terms: readonly string[];
}

/**
 * What containers say when they fail, as Python, gunicorn, TorchServe, Triton, text-generation-inference,
 * the JVM and the kernel say it. A word that also stands in warnings, such as “No module named”, is
 * not enough.
 */
const failures: readonly Failure[] = [
  {
    kind: 'death',
    pattern: /\bexited with (?:(?:exit )?(?:code|status):? )?(?!0\b)-?\d/i,
    terms: ['exited with', 'Exited with'],
  },
  {
    kind: 'death',
    pattern: /\bexit (?:code|status):? (?!0\b)-?\d/i,
    terms: ['exit code', 'exit status'],
  },
  {
    kind: 'death',
    pattern: /\bworker(?: \w{1,20})? (?:has )?died\b/i,
    terms: ['Worker died', 'worker died', 'Backend worker'],
  },
  { kind: 'death', pattern: /\bfailed to boot\b/i, terms: ['failed to boot'] },
  { kind: 'death', pattern: /\bload model failed\b/i, terms: ['Load model failed'] },
  { kind: 'death', pattern: /\bexec format error\b/i, terms: ['exec format error'] },
  {
    kind: 'death',
    pattern: /\bexecutable file not found\b/i,
    terms: ['executable file not found'],
  },
  {
    kind: 'death',
    pattern: /(?:^|[\s:])Killed\s*$|\bsignal:? (?:9\b|kill)|\bSIGKILL\b/,
    terms: ['Killed', 'SIGKILL', 'signal 9'],
  },
  {
    kind: 'death',
    pattern: /\bsegmentation fault\b|\bcore dumped\b/i,
    terms: ['Segmentation fault', 'core dumped'],
  },
  { kind: 'death', pattern: /\bShardCannotStart\b/, terms: ['ShardCannotStart'] },
  {
    kind: 'failure',
    pattern: /\bTraceback \(most recent call last\)/,
    terms: ['Traceback'],
  },
  {
    kind: 'failure',
    pattern: /(?:^|[\s:[\]"'(])(?:[A-Za-z_][\w.]{0,200})?(?:Error|Exception)(?::|$)/,
    terms: [
      ...['Error', 'Exception', 'ImportError', 'ModuleNotFoundError', 'RuntimeError', 'OSError'],
      ...['ValueError', 'TypeError', 'KeyError', 'AttributeError', 'FileNotFoundError'],
      ...['PermissionError', 'MemoryError', 'OutOfMemoryError', 'AssertionError'],
    ],
  },
  { kind: 'failure', pattern: /\bException (?:in|on) \S/, terms: [] },
  { kind: 'failure', pattern: /\bout of memory\b/i, terms: ['out of memory', 'Out of memory'] },
  { kind: 'failure', pattern: /\bno space left\b/i, terms: ['No space left', 'no space left'] },
  {
    kind: 'failure',
    pattern: /\bpermission denied\b/i,
    terms: ['Permission denied', 'permission denied'],
  },
  {
    kind: 'failure',
    pattern: /\bcannot open shared object file\b/i,
    terms: ['shared object file'],
  },
  {
    kind: 'failure',
    pattern: /\bfailed to (?:load|start)\b/i,
    terms: ['ailed to load', 'ailed to start'].flatMap((rest) => [`f${rest}`, `F${rest}`]),
  },
  { kind: 'failure', pattern: /\bWORKER TIMEOUT\b/, terms: ['WORKER TIMEOUT'] },
  { kind: 'failure', pattern: /\[emerg\]/, terms: ['emerg'] },
];

export function kindOf(line: string): LogLine['kind'] {
  return failures.find(({ pattern }) => pattern.test(line))?.kind ?? 'other';
}

/**
 * A pattern by which CloudWatch finds lines with any of the terms.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export const failurePattern = [...new Set(failures.flatMap(({ terms }) => terms))]
  .map((term) => `?"${term}"`)
  .join(' ');

/** A line that says that an answer went well: a health check comes every few seconds. */
const harmless = /"?(?:GET|POST) \/(?:ping|invocations)\b[^"]*"? 2\d\d\b/;

export function isMeaningful(line: string): boolean {
  return line.trim() !== '' && !harmless.test(line);
}
