/** Someone who acts on GitHub. */
export interface Account {
  readonly login: string;
  readonly id: number;
  readonly type: 'User' | 'Bot' | 'Organization' | 'Mannequin';
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

/** An account that is not described further: of the type that its login tells, unless another is given. */
export function accountNamed(login: string, type = typeOf(login)): Account {
  const known = [octocat, githubActions].find((account) => account.login === login);
  return { login, id: known?.id ?? idOf(login), type };
}

function typeOf(login: string): Account['type'] {
  return login.endsWith('[bot]') ? 'Bot' : 'User';
}

function idOf(login: string): number {
  return [...login].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9_000_000, 7);
}
