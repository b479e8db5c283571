import type { components } from '@octokit/openapi-types';
import type { Account } from './account.ts';

type Schemas = components['schemas'];

/** `api` is the address under which the caller reaches the API. */
export function userShape({ login, id, type }: Account, api: string): Schemas['simple-user'] {
  const url = `${api}/users/${login}`;
  const html_url = login.endsWith('[bot]')
    ? `https://github.com/apps/${login.replace('[bot]', '')}`
    : `https://github.com/${login}`;
  return {
    ...{ login, id, node_id: `U_${id}`, type, site_admin: false, user_view_type: 'public' },
    ...{ url, html_url, gravatar_id: '' },
    avatar_url: `https://avatars.githubusercontent.com/u/${id}?v=4`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
  };
}

/** A user who asks for themselves, by a token without the scope `user`. */
export function ownUserShape(account: Account, api: string): Schemas['public-user'] {
  return {
    ...userShape(account, api),
    ...{ name: null, company: null, blog: null, location: null, email: null, hireable: null },
    ...{ bio: null, public_repos: 1, public_gists: 0, followers: 0, following: 0 },
    ...{ created_at: '2020-01-01T00:00:00Z', updated_at: '2020-01-01T00:00:00Z' },
  };
}
