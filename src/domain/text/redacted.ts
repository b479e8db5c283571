import { withoutRecognisable } from './recognisable.ts';
import { withoutUrlSecrets } from './url.ts';

/**
 * A line of a program that no one of us has written, without what looks like a secret: rather a word
 * too much is left out than one too few.
 */
export function redacted(text: string): string {
  const known = withoutUrlSecrets(withoutRecognisable(text.replaceAll(privateKey, '***')));
  const named = known
    .replaceAll(cookies, '$1***')
    .replaceAll(assigned, '$1***')
    .replaceAll(flagged, '$1***')
    .replaceAll(authorization, '$1***')
    .replaceAll(login, '***@')
    .replaceAll(issued, '***');
  return named.replaceAll(longRun, (run) => (isRandom(run) ? '***' : run));
}

/** A key in PEM, also where its end is missing. */
const privateKey =
  /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|$)/g;

const secretName = String.raw`[\w.-]{0,60}(?:pass(?:word|wd|phrase)?|pwd|secret|token|credentials?|(?:api|access|private|account|shared|signing|encryption)[_-]?key(?:[_-]?id)?|auth(?:orization)?|dsn|cookie|connection[_-]?string|session[_-]?id)`;

/** In quotes up to the quote, else a word; a scheme such as Bearer stands before its token. */
const secretValue = String.raw`(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\\"[^"]*\\"|(?:bearer|basic|token|digest)\s+[^\s,;]+|[^\s,;&"'(){}[\]<>]+)`;

/** password=hunter2, "token": "hunter2", PASSWORD => 'hunter2'. */
const assigned = new RegExp(
  String.raw`(\b${secretName}(?:\\?["'])?\s{0,3}(?:=>|:=|=|:|%3[ad])\s{0,3})${secretValue}`,
  'gi',
);

/** All that a header sets. */
const cookies = /(\b(?:set-)?cookie["']?\s{0,3}[:=]\s{0,3}).*/gi;

/** --password hunter2 */
const flagged = new RegExp(String.raw`(--?${secretName}\s{1,3})(?!-)${secretValue}`, 'gi');

/** Bearer and Basic, whatever stands before them. */
const authorization =
  /(\b(?:[Bb]earer|BEARER|[Bb]asic|BASIC)\s{1,3})(?=\S{0,200}[A-Z\d])[\w+/=.~-]{6,}/g;

/** user:password@host, also without a scheme. */
const login = /[^\s:@/"']{1,100}:[^\s@/"']{1,200}@(?=[\w-]{1,100}[.:\]/\s])/g;

/** Keys and tokens that services issue in a form of their own. */
const issued = new RegExp(
  [
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes
    String.raw`\b(?:AKIA|ASIA|ABIA|ACCA|AROA|AIDA|AGPA|ANPA)[A-Z\d]{12,}`,
    String.raw`\b(?:hf|glpat|npm|pypi|dop_v1|sk|rk|pk|xox[abeprs])[-_][\w-]{10,}`,
    String.raw`\bAIza[\w-]{20,}`,
    String.raw`\bhooks\.slack\.com/services/[\w/]+`,
  ].join('|'),
  'g',
);

const longRun = /[\w+/=-]{24,}/g;

/** Identifiers and paths keep to one kind of sign for a while; keys in base64 or hexadecimal do not. */
function isRandom(run: string): boolean {
  const key = run.replaceAll(/^[-=/]+|=+$/g, '');
  if (/^[\da-f]{32,}$/i.test(key)) return true;
  if (!/\d/.test(key) || key.length < 24) return /[\da-f]{32,}/i.test(key);
  const kinds = [...key].map(kindOfSign);
  const changes = kinds.filter((kind, index) => index > 0 && kind !== kinds[index - 1]).length;
  return changes / (key.length - 1) >= 0.4 || /[\da-f]{32,}/i.test(key);
}

function kindOfSign(sign: string): 'digit' | 'upper' | 'lower' | 'other' {
  if (/\d/.test(sign)) return 'digit';
  if (/[A-Z]/.test(sign)) return 'upper';
  return /[a-z]/.test(sign) ? 'lower' : 'other';
}
