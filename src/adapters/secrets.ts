/** Shorter texts are no secrets that anybody guards, and hiding them would hide half of the log. */
const shortestSecret = 16;

const known = new Set<string>();

/** From here on this text is left out of everything that is written or sent. */
export function rememberSecret(text: string): void {
  if (text.length >= shortestSecret) known.add(text);
}

/** Whether a text is to be hidden. */
export function isSecret(text: string): boolean {
  return known.has(text);
}

/**
 * The text without the secrets in it. The runner hides them in the log only: not in a comment, an
 * output or a summary, where an error of AWS may quote the request that it refuses.
 */
export function redacted(text: string): string {
  let clean = text;
  for (const secret of known) clean = clean.replaceAll(secret, '***');
  return clean;
}
