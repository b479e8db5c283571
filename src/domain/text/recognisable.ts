/** The signs of keys and tokens, percent-encoded too, or with the slashes of JSON. */
const value = String.raw`(?:[\w+/=%~.-]|\\/){16,}`;

/** Secrets that are known by their form alone. Every repetition that others follow has a limit. */
const forms = [
  // JSON Web Tokens: two parts at least, of which the first is an object of JSON; once in a word, which may be long.
  String.raw`(?<!eyJ[\w-]{0,100})eyJ[\w-]{8,1000}\.[\w-]{8,}(?:\.[\w-]*)?`,
  // https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github
  String.raw`(?:gh[pousr]_|github_pat_)\w{16,}(?:\.[\w-]+)*`,
  // Session tokens of STS.
  String.raw`(?:[A-Z]\woJb3JpZ2lu|F[wQ]oGZXIvYXdz|[AF]QoDYXdz)${value}`,
];

/** Names after which a value is secret, and schemes of `Authorization`. */
const names = [
  String.raw`(?:secret[_-]?access[_-]?key|session[_-]?token|web[_-]?identity[_-]?token|x-amz-(?:security-token|signature|credential))["'\\\s]{0,4}(?:[=:>]|%3[ad])["'\\\s]{0,6}`,
  String.raw`(?:bearer|basic)(?:\s|\+|%20){1,3}(?=[^\s\d]{0,200}\d)`,
];

const form = new RegExp(forms.join('|'), 'g');
const named = new RegExp(`(${names.join('|')})${value}`, 'gi');

/** None of the forms, and no name with its value, is shorter. */
const shortestFound = 20;

/** The text without the secrets that are recognizable, although nothing has named them. */
export function withoutRecognisable(text: string): string {
  if (text.length < shortestFound) return text;
  return text.replaceAll(form, '***').replaceAll(named, '$1***');
}
