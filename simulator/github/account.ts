/** Someone who acts on GitHub. */
export interface Account {
  readonly login: string;
  readonly id: number;
  readonly type: 'User' | 'Bot';
}

/** The author of everything that is done with a workflow's own token. */
export const githubActions: Account = {
  login: 'github-actions[bot]',
  id: 41_898_282,
  type: 'Bot',
};

export const octocat: Account = { login: 'octocat', id: 583_231, type: 'User' };

/** What `permissions:` in a workflow says; each endpoint asks for one of these. */
export type Scope = 'pull-requests' | 'actions' | 'contents';
export type Access = 'none' | 'read' | 'write';
export type Permissions = Readonly<Record<Scope, Access>>;

/** A token, by what it may do. An installation's token, as a workflow's is one, is no user's. */
export interface Credential {
  readonly kind: 'installation' | 'user';
  readonly account: Account;
  readonly permissions: Permissions;
}

export function permits(credential: Credential, scope: Scope, needed: 'read' | 'write'): boolean {
  const access = credential.permissions[scope];
  return access === 'write' || access === needed;
}

/** An account that no one has described further. */
export function accountNamed(login: string): Account {
  if (login === octocat.login) return octocat;
  if (login === githubActions.login) return githubActions;
  const id = [...login].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9_000_000, 7);
  return { login, id, type: login.endsWith('[bot]') ? 'Bot' : 'User' };
}
