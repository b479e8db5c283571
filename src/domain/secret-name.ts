const secretWords =
  /pass(word|wd|phrase)?|pwd|secret|token|credential|(api|access|private)[-_ ]?key|auth|dsn|cookie|connection[-_ ]?string/i;

/** As it is, or as it is misspelled: `Env`, `Enviroment`, `EnvironmentVariables`. */
const environment = /^env(iro\w*|s|[-_]?var(iable)?s?)?$/i;

/** Whether a container's variables are meant to be under this name. */
export function isEnvironmentName(name: string): boolean {
  return environment.test(name);
}

/** Whether what is under this name may be a secret: then none of it is shown. Containers get theirs under `Environment`. */
export function isSecretName(name: string): boolean {
  return secretWords.test(name) || isEnvironmentName(name);
}
