import { escapedTwice, type Url, url, webUrl } from '../domain/text/url.ts';

/** The endpoint in the SageMaker console of its partition. */
export function consoleUrl(region: string, endpointName: string): Url {
  return url`${consoleOf(region, 'sagemaker')}#/endpoints/${endpointName}`;
}

/** The logs of the endpoint's containers. */
export function logsUrl(region: string, endpointName: string): Url {
  const group = escapedTwice(`/aws/sagemaker/Endpoints/${endpointName}`);
  return url`${consoleOf(region, 'cloudwatch')}#logsV2:log-groups/log-group/${group}`;
}

export function alarmUrl(region: string, alarmName: string): Url {
  return url`${consoleOf(region, 'cloudwatch')}#alarmsV2:alarm/${alarmName}`;
}

/** How sites name the page of a commit; unless told otherwise as GitHub does. */
const commitPages: readonly (readonly [host: RegExp, page: string | undefined])[] = [
  [/^git-codecommit\./, undefined],
  [/^(www\.)?bitbucket\.org$/, 'commits'],
  [/(^|\.)gitlab\./, '-/commit'],
];

/** A commit where its repository is, and that place in words. */
export interface CommitPlace {
  readonly label: string;
  readonly url: Url | undefined;
}

/**
 * The page of a commit of a repository that anyone may have written down; undefined unless it is a plain
 * https address of the web and a commit's id.
 */
export function commitPlace(repository: string, commit: string): CommitPlace | undefined {
  if (!URL.canParse(repository) || !/^[0-9a-f]{7,64}$/i.test(commit)) return undefined;
  const { protocol, host, hostname, pathname, username, password, search, hash } = new URL(
    repository,
  );
  const isPlain = username + password + search + hash === '' && hostname.includes('.');
  const path = pathname.replace(/(\.git)?\/*$/, '');
  if (protocol !== 'https:' || !isPlain || path === '') return undefined;
  const [, page] = commitPages.find(([site]) => site.test(hostname)) ?? ['', 'commit'];
  const label = `${host}${path}@${commit.slice(0, 7)}`;
  return {
    label,
    url: page === undefined ? undefined : webUrl(`https://${host}${path}/${page}/${commit}`),
  };
}

function consoleOf(region: string, service: 'sagemaker' | 'cloudwatch'): Url {
  const host = consoleHost(region);
  return url`https://${region}.${host}/${service}/home?region=${region}`;
}

/**
 * The consoles of the partitions, by the beginnings of their regions. Those of the isolated ones are
 * derived from their sign-in pages, which the AWS SDK knows.
 */
const consoleHosts: readonly (readonly [regions: string, host: string])[] = [
  ['cn-', 'console.amazonaws.cn'],
  ['us-gov-', 'console.amazonaws-us-gov.com'],
  ['eusc-', 'console.amazonaws-eusc.eu'],
  ['us-iso-', 'console.c2shome.ic.gov'],
  ['us-isob-', 'console.sc2shome.sgov.gov'],
  ['eu-isoe-', 'console.csphome.adc-e.uk'],
  ['us-isof-', 'console.csphome.hci.ic.gov'],
];

function consoleHost(region: string): string {
  const [, host] = consoleHosts.find(([beginning]) => region.startsWith(beginning)) ?? [];
  return host ?? 'console.aws.amazon.com';
}
