import type { Secrets } from './secrets.ts';

/** Variables of a job, its inputs among them, that are secrets by their names. */
const secretNames = /(?:TOKEN|SECRET|PASSWORD|PASSWD|(?:ACCESS|API|PRIVATE)_?KEY)$/i;
const proxies = /^(?:https?|all)_proxy$/i;

/** Remembers every secret that the variables of a job hold, before anything is printed. */
export function rememberSecretsOf(
  environment: Readonly<Record<string, string | undefined>>,
  secrets: Secrets,
): void {
  for (const [name, text = ''] of Object.entries(environment)) {
    if (secretNames.test(name)) secrets.remember(text);
    if (proxies.test(name)) rememberLogin(text, secrets);
  }
}

/** The user and the password of a proxy: as they are sent, and as they stand in its address. */
function rememberLogin(address: string, secrets: Secrets): void {
  if (!URL.canParse(address)) return;
  const { username, password } = new URL(address);
  if (!password) return;
  for (const text of [password, decoded(password)]) secrets.remember(text, 'password');
  secrets.remember(`${decoded(username)}:${decoded(password)}`, 'password');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
