import { type Phrase, phrase } from '../domain/text/phrase.ts';

/** How many levels are read, and how many characters of what aliases come to. */
export const limits = { levels: 64, characters: 4_194_304 } as const;

const quoting = phrase`put a string with special characters in quotes`;
const tooDeep = phrase`it is nested too deeply: ${limits.levels} levels are read`;

/** What is likely to be wrong, by the codes of the package that reads YAML. */
const hints: Readonly<Record<string, Phrase>> = {
  BAD_ALIAS: phrase`an alias (*) needs an anchor (&) of its name before it: ${quoting}`,
  BAD_DIRECTIVE: phrase`a directive (%) that is not read here: remove it, and write YAML 1.2`,
  BAD_DQ_ESCAPE: phrase`an escape that YAML does not have: use single quotes`,
  BAD_INDENT: phrase`the indentation does not fit the lines before it`,
  BAD_SCALAR_START: phrase`a string cannot begin with this character: ${quoting}`,
  BLOCK_AS_IMPLICIT_KEY: phrase`a second colon in one line: ${quoting}`,
  MISSING_CHAR: phrase`a colon, a comma, a quote or a bracket is missing`,
  MULTILINE_IMPLICIT_KEY: phrase`a colon is missing`,
  RESOURCE_EXHAUSTION: tooDeep,
  TAB_AS_INDENT: phrase`a tab in the indentation: use spaces`,
};

/** Why a text cannot be read at all, without any of it: follows on "cannot be read: ". */
export const whys = {
  invalid: (code: string, place: Phrase) =>
    phrase`it is not valid YAML${place}: ${hints[code] ?? quoting}.`,
  several: phrase`it holds several YAML documents: keep one, without \`---\` between them.`,
  tooDeep: phrase`${tooDeep}.`,
} as const;

/** What is wrong with a part, and what would be right: follows on its place. */
export const rules = {
  tag: phrase`has a YAML tag (!) that is not resolved here: write the value itself.`,
  infinite: phrase`is not a number that JSON has: write digits.`,
  octal: phrase`begins with a zero, which YAML 1.1 reads as octal: write it without, or in quotes.`,
  inexact: phrase`has more digits than are kept: write fewer, or a string in quotes if a string is expected.`,
  repeated: phrase`appears twice: keep one of them.`,
  name: phrase`has a member whose name is not a string: write a name.`,
  merge: phrase`cannot be merged: write an alias of a mapping, or a list of such.`,
  alias: phrase`is an alias of something that holds it, or of nothing: write the value itself.`,
  tooDeep: phrase`is nested too deeply: ${limits.levels} levels are read.`,
  tooLong: phrase`comes to more than ${limits.characters} characters with its aliases: write less.`,
} as const;
