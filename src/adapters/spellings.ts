/** So much of a secret's beginning is hidden too, where a text was cut within it. */
const shortestBeginning = 12;
/** Fewer signs than these say nothing. */
const shortestSpelling = 8;

/** One way to write a secret: what its beginning matches, and each sign after it. */
export interface Spelling {
  readonly beginning: RegExp;
  /** Sticky: each matches where the one before it ended. */
  readonly rest: readonly RegExp[];
}

/** As it is, with its signs escaped in any usual way, in hexadecimal, and in base64 at each of the three alignments. */
export function spellingsOf(secret: string): readonly Spelling[] {
  const bytes = Buffer.from(secret);
  const inBase64 = [0, 1, 2].map((before) => base64Within(bytes, before));
  return [secret, bytes.toString('hex'), ...inBase64].flatMap((text) => spelling(text) ?? []);
}

/** The text with `***` in place of everything that is spelled so. */
export function without(text: string, { beginning, rest }: Spelling): string {
  let clean = '';
  let from = 0;
  beginning.lastIndex = 0;
  for (let found = beginning.exec(text); found; found = beginning.exec(text)) {
    let end = beginning.lastIndex;
    for (const sign of rest) {
      sign.lastIndex = end;
      if (!sign.test(text)) break;
      end = sign.lastIndex;
    }
    clean += `${text.slice(from, startOf(found.index, text, from))}***`;
    from = end;
    beginning.lastIndex = end;
  }
  return clean + text.slice(from);
}

/** A backslash that escapes the first sign goes with it: what is left of JSON can still be read. */
function startOf(index: number, text: string, from: number): number {
  let first = index;
  while (first > from && text[first - 1] === '\\') first -= 1;
  return index - ((index - first) % 2);
}

function spelling(text: string): Spelling | undefined {
  const signs = [...text];
  if (signs.length < shortestSpelling) return undefined;
  const [first = '', ...others] = signs.slice(0, shortestBeginning).map(signPattern);
  return {
    beginning: new RegExp(first + others.map((sign) => gap + sign).join(''), 'gi'),
    rest: signs.slice(shortestBeginning).map(following),
  };
}

const compiled = new Map<string, RegExp>();

/** The pattern of a sign that follows others: one for all places of all secrets. */
function following(sign: string): RegExp {
  const known = compiled.get(sign) ?? new RegExp(gap + signPattern(sign), 'iy');
  compiled.set(sign, known);
  return known;
}

/**
 * A report has foreign signs by their numbers where it is HTML: an escape's own signs too. Every
 * repetition has a limit: hostile texts cost no time.
 */
const backslash = String.raw`(?:\\|&#92;)`;
const semicolon = '(?:;|&#59;)';
const introduction = String.raw`(?:&#(?:3[678]|61|92);|[%&=$_\\])`;

/** Long texts are broken over lines, and indented. */
const gap = String.raw`(?:\s|${backslash}{1,4}[nrt]|(?:%|&#37;)0[ad]){0,24}`;

/**
 * A sign as it is, or by its number (`%2F` and `%252F`, `\u002f`, `\x2f`, `\057`, `=2F`, `&#47;`,
 * `&#x2F;`), or by any name of HTML.
 */
function signPattern(sign: string): string {
  if (/[a-z0-9]/i.test(sign)) return sign;
  const signs = [sign, ...(alike[sign] ?? [])];
  const numbers = signs.flatMap(numbersOf).join('|');
  const literals = signs.map((each) => each.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|');
  const ways = [
    `${introduction}{1,8}(?:25|amp${semicolon}|#|&#35;|[ux{]){0,8}0{0,6}(?:${numbers})(?:${semicolon}|[}_])?`,
    `(?:&|&#38;)(?:amp${semicolon}){0,4}[a-z]{2,12}${semicolon}`,
    `${backslash}{0,8}(?:${literals})`,
    ...(sign > '\u007f' ? [percentEncoded(sign)] : []),
  ];
  return `(?:${ways.join('|')})`;
}

function numbersOf(sign: string): readonly string[] {
  return [16, 10, 8].map((base) => (sign.codePointAt(0) ?? 0).toString(base));
}

function percentEncoded(sign: string): string {
  return [...Buffer.from(sign)].map((byte) => `%(?:25){0,8}${byte.toString(16)}`).join('');
}

/** What stands for a sign in base64url, in forms, and in one line. */
const alike: Readonly<Record<string, string>> = { '+': '- ', '/': '_', ' ': '+', '\n': ' ' };

/** The signs of base64 that follow from the secret alone where so many bytes stand before it. */
function base64Within(secret: Uint8Array, before: number): string {
  const bytes = Buffer.concat([Buffer.alloc(before), secret]);
  return bytes
    .toString('base64')
    .slice(Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6));
}
