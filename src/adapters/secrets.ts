/** Shorter texts are no secrets that anyone guards, and hiding them would hide half of the log. */
const shortestSecret = 16;
/** So much of a secret's beginning is hidden too, where a text was cut within it. */
const shortestBeginning = 12;

/** Secrets that are known by their form alone: JSON Web Tokens, and GitHub's own tokens. */
const recognisable = /\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?|\b(?:gh[pousr]_|github_pat_)\w{16,}/g;

/**
 * What is to appear nowhere. The runner hides secrets in the log only: not in a comment, an output
 * or a summary, where an error of AWS may quote the request that it refuses, in some encoding.
 */
export class Secrets {
  readonly #known = new Set<string>();
  readonly #spellings: Spelling[] = [];

  /** From here on this text is left out of everything that is written or sent. Answers whether it is one to hide. */
  remember(text: string): boolean {
    if (text.length < shortestSecret) return false;
    if (!this.#known.has(text)) {
      this.#known.add(text);
      this.#spellings.push(...spellingsOf(text));
    }
    return true;
  }

  /** The text without the secrets in it. */
  redacted(text: string): string {
    let clean = text;
    for (const spelling of this.#spellings) clean = without(clean, spelling);
    return clean.replaceAll(recognisable, '***');
  }
}

/** One way to write a secret: what its beginning matches, and each sign after it. */
interface Spelling {
  readonly beginning: RegExp;
  /** Sticky: each matches where the one before it ended. */
  readonly rest: readonly RegExp[];
}

function without(text: string, { beginning, rest }: Spelling): string {
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
    clean += `${text.slice(from, found.index)}***`;
    from = end;
    beginning.lastIndex = end;
  }
  return clean + text.slice(from);
}

/** As it is, with its signs escaped in any usual way, and in base64 at each of the three alignments. */
function spellingsOf(secret: string): readonly Spelling[] {
  return [secret, ...[0, 1, 2].map((before) => base64Within(secret, before))].flatMap(
    (text) => spelling(text) ?? [],
  );
}

function spelling(text: string): Spelling | undefined {
  const signs = [...text].map(signPattern);
  if (signs.length < shortestBeginning) return undefined;
  const [first = '', ...others] = signs.slice(0, shortestBeginning);
  return {
    beginning: new RegExp(first + others.map((sign) => gap + sign).join(''), 'gi'),
    rest: signs.slice(shortestBeginning).map((sign) => new RegExp(gap + sign, 'iy')),
  };
}

/** Long texts are broken over lines. */
const gap = String.raw`(?:\s|\\[nr]){0,3}`;

/** A sign as it is, or escaped for a URL (several times too), for JSON, for HTML, or as base64url. */
function signPattern(sign: string): string {
  if (/[a-z0-9]/i.test(sign)) return sign;
  const code = sign.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  const escapes = [
    `\\\\?${sign.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}`,
    `${[...new TextEncoder().encode(sign)].map((byte) => `%(?:25)*${byte.toString(16).padStart(2, '0')}`).join('')}`,
    `\\\\+u${hex.padStart(4, '0')}`,
    `&(?:amp;)?#0*${code};`,
    `&(?:amp;)?#x0*${hex};`,
    ...(entities[sign] ?? []).map((name) => `&(?:amp;)?${name};`),
    ...(alike[sign] ?? []),
  ];
  return `(?:${escapes.join('|')})`;
}

const entities: Readonly<Record<string, readonly string[]>> = {
  '&': ['amp'],
  '<': ['lt'],
  '>': ['gt'],
  '"': ['quot'],
  "'": ['apos'],
  '+': ['plus'],
  '/': ['sol'],
  '=': ['equals'],
  _: ['lowbar', 'UnderBar'],
};

/** The signs of base64url, and of blanks in forms. */
const alike: Readonly<Record<string, readonly string[]>> = {
  '+': ['-', ' '],
  '/': ['_'],
  ' ': ['\\+'],
};

/** The signs of base64 that follow from the secret alone where so many bytes stand before it. */
function base64Within(secret: string, before: number): string {
  const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
  return bytes
    .toString('base64')
    .slice(Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6));
}
