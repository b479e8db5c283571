const secretWords =
  /pass(word|wd|phrase)?|pwd|secret|token|credential|(api|access|private)[-_ ]?key|auth|dsn|cookie|connection[-_ ]?string|^environment$/i;

/** Whether what is under this name may be a secret: then none of it is shown. Containers get theirs under `Environment`. */
export function isSecretName(name: string): boolean {
  return secretWords.test(name);
}
