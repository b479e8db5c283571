import { withoutRecognisable } from './recognisable.ts';
import { withoutUrlSecrets } from './url.ts';

/**
 * A line of a program that no one of us has written, without what looks like a secret: rather a word
 * too much is left out than one too few.
 */
export function redacted(text: string): string {
  const known = withoutUrlSecrets(withoutRecognisable(text.replaceAll(privateKey, '***')));
  const named = afterNames
    .reduce((left, pattern) => left.replaceAll(pattern, '$1***'), known)
    .replaceAll(login, '***@')
    .replaceAll(issued, '***');
  return named.replaceAll(longRun, (run) => (isRandom(run) ? '***' : run));
}

/** Whether what the line names as a secret can only stand in the next ones: `password: |`. */
export function namesTheNext(line: string): boolean {
  return atTheEnd.test(line);
}

/** A key in PEM or of PGP, also where its end is missing. */
const privateKey =
  /-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----|$)/g;

const word = `(?:pass(?:word|wd|phrase|code)?|pwd|secret|token|credential|(?:api|access|private|account|shared|signing|encryption)[_-]?key(?:[_-]?id)?|auth(?:orization)?|dsn|cookie|connection[_-]?string|session[_-]?id|signature|(?<![a-z])sig)`;
/** How a name ends: SECRET_KEY and SecretString too, not token_type or tokenizer. Where it begins is not looked for, which is slow. */
const secretName = String.raw`${word}s?(?:[_-]?(?:key|value|text|hash|base64|string|binary|\d{1,4}))?`;

const quoted = String.raw`(?:[a-z]{0,2}"(?:[^"\\]|\\.)*(?:"|$)|[a-z]{0,2}'(?:[^'\\]|\\.)*(?:'|$)|\\"[^"]*(?:\\"|$))`;
/** In quotes or brackets up to their end, else up to a space; a scheme such as Bearer stands before its token. */
const secretValue = String.raw`(?:${quoted}|\[[^\]]*\]?|(?:bearer|basic|token|digest)\s+[^\s,;]+|(?:[^\s,]|,(?!\s|["'{[]|\\"))+)`;

const separator = String.raw`\s{0,20}(?:=>|:=|=|:|%3[ad])\s{0,20}`;

/** What a secret stands after, which stays. */
const afterNames: readonly RegExp[] = [
  // All that a header sets.
  /(\b(?:set-)?cookie["']?\s{0,3}[:=]\s{0,3}).*/gi,
  // password=hunter2, "token": "hunter2", PASSWORD => 'hunter2'.
  new RegExp(String.raw`(${secretName}(?:\\?["'])?${separator})${secretValue}`, 'gi'),
  // "name": "PASSWORD", "value": "hunter2", and key="password" value="hunter2".
  new RegExp(
    String.raw`(${secretName}\\?["']?[\s,;]{1,20}\\?["']?value\\?["']?${separator})${secretValue}`,
    'gi',
  ),
  // <password>hunter2
  new RegExp(String.raw`(<[\w:.-]{0,60}${secretName}(?:\s[^<>]{0,200})?>)[^<]+`, 'gi'),
  // --password hunter2
  new RegExp(String.raw`((?<![\w-])--?[\w.-]{0,60}${secretName}\s{1,3})(?!-)${secretValue}`, 'gi'),
  // curl -u user:hunter2
  /(\s(?:-u|--user)[\s=]{1,3}[^\s:]{1,100}:)\S+/g,
  // The password is hunter2, password "hunter2", identified by 'hunter2': a word with a digit, or a quotation.
  new RegExp(
    String.raw`((?:${secretName.replace('|token', '')}|identified by)\s{1,3}(?:(?:is|was|of):?\s{1,3})?)(?:${quoted}|(?=[^\s\d]{0,100}\d)\S+)`,
    'gi',
  ),
  // Bearer and Basic, whatever stands before them.
  /(\b(?:[Bb]earer|BEARER|[Bb]asic|BASIC)\s{1,3})(?=\S{0,200}[A-Z\d])[\w+/=.~-]{6,}/g,
];

/** A name with nothing after it but a sign of YAML, or the name of a pair whose value follows. */
const atTheEnd = new RegExp(
  String.raw`${secretName}\\?["']?\s{0,20}[:=]\s{0,20}[|>]?[+-]?\s{0,20}$|\b(?:name|key)["']?\s{0,20}[:=]\s{0,20}["']?[\w.-]{0,60}${secretName}["']?,?\s{0,20}$`,
  'i',
);

/** user:password@host, also without a scheme: a word with a colon, from its beginning. */
const login = /(?<![^\s@/"'])[^\s@/"':]*:[^\s@/"']+@(?=[\w-]{1,100}[.:\]/\s])/g;

/** Keys and tokens that services issue in a form of their own. */
const issued = new RegExp(
  [
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes
    String.raw`\b(?:AKIA|ASIA|ABIA|ACCA|AROA|AIDA|AGPA|ANPA)[A-Z\d]{12,}`,
    String.raw`\b(?:hf|glpat|npm|pypi|dop_v1|sk|rk|pk|xox[abeprs]|xapp|dckr_pat|lin_api|nvapi|gsk|r8|xai|pplx|tvly|lsv2|whsec|GOCSPX|figd|shpat)[-_][\w-]{10,}`,
    String.raw`\bAIza[\w-]{20,}`,
    String.raw`\b(?:ya29|SG|hvs|atlasv1)\.[\w.-]{10,}`,
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
