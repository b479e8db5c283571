import type { Readable } from 'node:stream';

/** Cuts what was printed into lines where the runner does: at LF, CR LF, and at a lone CR. */
export function linesOf(printed: string): string[] {
  return printed.split(/\r\n|\n|\r(?!$)/);
}

/** Calls back with each line of a stream, and answers with all of it once it is closed. */
export async function readLines(stream: Readable, onLine: (line: string) => void): Promise<string> {
  let all = '';
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    all += chunk;
    const lines = linesOf(rest + chunk);
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  });
  await new Promise((resolve) => stream.once('close', resolve));
  if (rest) onLine(rest.replace(/\r$/, ''));
  return all;
}
