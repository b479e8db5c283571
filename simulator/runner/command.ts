/** A workflow command as the runner understood it. */
export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** How the two notations are written; each has its own separator and escapes. */
interface Notation {
  readonly separator: string;
  /** In the order in which the runner replaces them: the percent sign last. */
  readonly propertyEscapes: readonly (readonly [string, string])[];
  readonly dataEscapes: readonly (readonly [string, string])[];
}

const carriageReturn = ['%0D', '\r'] as const;
const lineFeed = ['%0A', '\n'] as const;
const percent = ['%25', '%'] as const;

const present: Notation = {
  separator: ',',
  propertyEscapes: [carriageReturn, lineFeed, ['%3A', ':'], ['%2C', ','], percent],
  dataEscapes: [carriageReturn, lineFeed, percent],
};

const oldEscapes = [['%3B', ';'], carriageReturn, lineFeed, ['%5D', ']'], percent] as const;
const old: Notation = { separator: ';', propertyEscapes: oldEscapes, dataEscapes: oldEscapes };

/**
 * Reads a line as the runner does (`ActionCommand.TryParseV2`, then `TryParse`, of actions/runner):
 * `::name key=value,key=value::data` after leading white space, or the old
 * `##[name key=value;key=value]data` anywhere in the line. Only names that are known, in any case.
 */
export function parseCommand(line: string, knownNames: ReadonlySet<string>): Command | undefined {
  return parsePresent(line, knownNames) ?? parseOld(line, knownNames);
}

function parsePresent(line: string, knownNames: ReadonlySet<string>): Command | undefined {
  const message = line.trimStart();
  if (!message.startsWith('::')) return undefined;
  const end = message.indexOf('::', 2);
  if (end < 0) return undefined;
  const head = message.slice(2, end);
  return commandOf(head, message.slice(end + 2), present, knownNames);
}

function parseOld(line: string, knownNames: ReadonlySet<string>): Command | undefined {
  const start = line.indexOf('##[');
  if (start < 0) return undefined;
  const end = line.indexOf(']', start);
  if (end < 0) return undefined;
  return commandOf(line.slice(start + 3, end), line.slice(end + 1), old, knownNames);
}

function commandOf(
  head: string,
  data: string,
  notation: Notation,
  knownNames: ReadonlySet<string>,
): Command | undefined {
  const space = head.indexOf(' ');
  const name = (space < 0 ? head : head.slice(0, space)).toLowerCase();
  if (!knownNames.has(name)) return undefined;
  return {
    name,
    properties: space > 0 ? propertiesOf(head.slice(space + 1), notation) : {},
    data: decode(data, notation.dataEscapes),
  };
}

function propertiesOf(text: string, notation: Notation): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const part of text.trim().split(notation.separator)) {
    const equals = part.indexOf('=');
    if (equals < 1 || equals === part.length - 1) continue;
    const value = part.slice(equals + 1);
    properties[part.slice(0, equals)] = decode(value, notation.propertyEscapes);
  }
  return properties;
}

function decode(text: string, escapes: Notation['dataEscapes']): string {
  return escapes.reduce((current, [written, meant]) => current.replaceAll(written, meant), text);
}
