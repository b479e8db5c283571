/** Where GitHub's API has a repository. */
export interface Repository {
  readonly owner: string;
  readonly repo: string;
}

export function repositoryOf(text: string): Repository | undefined {
  const [owner = '', repo = '', ...rest] = text.split('/');
  const areNames = [owner, repo].every((name) => /^(?!\.{1,2}$)[\w.-]+$/.test(name));
  return areNames && rest.length === 0 ? { owner, repo } : undefined;
}

/** Without the slash at its end. */
export function webAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, origin, pathname } = new URL(text);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  return `${origin}${pathname}`.replace(/\/+$/, '');
}

export function wholeNumber(text: string): number | undefined {
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** SHA-1 today; GitHub prepares for SHA-256. */
export function commitId(text: string): string | undefined {
  return /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(text) ? text : undefined;
}
