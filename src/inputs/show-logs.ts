import type { ShowLogs } from '../domain/cause/log-readers.ts';
import type { InputReader } from './reader.ts';

export function readShowLogs(reader: InputReader): ShowLogs {
  const shown = reader.booleanOr('show-logs', 'auto');
  if (shown === 'auto') return shown;
  return shown ? 'everything' : 'nothing';
}
