import type { Readable } from 'node:stream';

/** Cuts a stream into lines where the runner does: at LF, CR LF, and at a lone CR. */
export async function readLines(stream: Readable, onLine: (line: string) => void): Promise<string> {
  let all = '';
  let rest = '';
  stream.setEncoding('utf8');
  for await (const chunk of stream as AsyncIterable<string>) {
    all += chunk;
    const lines = (rest + chunk).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  }
  if (rest) onLine(rest.replace(/\r$/, ''));
  return all;
}
