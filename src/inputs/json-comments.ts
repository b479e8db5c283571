const text = String.raw`"(?:[^"\\]|\\.)*"`;
const comment = new RegExp(String.raw`(${text})|//[^\n]*|/\*[\s\S]*?\*/`, 'g');
const lastComma = new RegExp(String.raw`(${text})|,(?=\s*[}\]])`, 'g');

/**
 * JSON as editors take it, with `//` and `/*` comments, without these: each is as many spaces. Any
 * other text stays as it is, for YAML takes `//` for a part of a value.
 */
export function withoutComments(written: string): string {
  if (!/^\s*([{[]|\/[/*])/.test(written)) return written;
  const blank = (all: string, kept?: string) => kept ?? all.replaceAll(/[^\n]/g, ' ');
  const clean = written.replaceAll(comment, blank);
  return clean !== written && isJson(clean.replaceAll(lastComma, blank)) ? clean : written;
}

function isJson(written: string): boolean {
  try {
    JSON.parse(written);
    return true;
  } catch {
    return false;
  }
}
