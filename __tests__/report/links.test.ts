import { expect, it } from '@jest/globals';
import { alarmUrl, commitPlace, consoleUrl, logsUrl } from '../../src/report/links.ts';

it.each([
  ['eu-west-1', 'eu-west-1.console.aws.amazon.com'],
  ['us-gov-west-1', 'us-gov-west-1.console.amazonaws-us-gov.com'],
  ['cn-north-1', 'cn-north-1.console.amazonaws.cn'],
  ['eusc-de-east-1', 'eusc-de-east-1.console.amazonaws-eusc.eu'],
  ['us-iso-east-1', 'us-iso-east-1.console.c2shome.ic.gov'],
  ['us-isob-east-1', 'us-isob-east-1.console.sc2shome.sgov.gov'],
  ['eu-isoe-west-1', 'eu-isoe-west-1.console.csphome.adc-e.uk'],
  ['us-isof-south-1', 'us-isof-south-1.console.csphome.hci.ic.gov'],
])('links of %s lead to the console of its partition', (region, host) => {
  const links = [consoleUrl(region, 'fraud'), logsUrl(region, 'fraud'), alarmUrl(region, 'fraud')];
  expect(links.map(({ href }) => new URL(href).host)).toEqual([host, host, host]);
  expect(consoleUrl(region, 'fraud').href).toBe(
    `https://${host}/sagemaker/home?region=${region}#/endpoints/fraud`,
  );
});

const commit = 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678';

it.each([
  ['https://github.com/acme/fraud', `https://github.com/acme/fraud/commit/${commit}`],
  ['https://github.com/acme/fraud.git', `https://github.com/acme/fraud/commit/${commit}`],
  ['https://git.acme.example:8443/fraud/', `https://git.acme.example:8443/fraud/commit/${commit}`],
  ['https://gitlab.com/acme/ml/fraud', `https://gitlab.com/acme/ml/fraud/-/commit/${commit}`],
  ['https://bitbucket.org/acme/fraud', `https://bitbucket.org/acme/fraud/commits/${commit}`],
  ['https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/fraud', undefined],
])('the commit of %s has its page at %s', (repository, page) => {
  expect(commitPlace(repository, commit)?.url?.href).toBe(page);
});

it.each([
  'http://github.com/acme/fraud',
  'javascript:alert(1)//github.com/acme/fraud',
  'git@github.com:acme/fraud.git',
  'https://token@github.com/acme/fraud',
  'https://me:secret@github.com/acme/fraud',
  'https://github.com/acme/fraud?token=secret',
  'https://github.com/acme/fraud#token=secret',
  'https://localhost/acme/fraud',
  'https://github.com',
  'acme/fraud',
  '',
])('%j is no place to link a commit to', (repository) => {
  expect(commitPlace(repository, commit)).toBeUndefined();
});

it.each(['', 'main', '../../settings', `${commit}?a=b`, 'a1b2c3'])(
  '%j is no commit to link to',
  (other) => {
    expect(commitPlace('https://github.com/acme/fraud', other)).toBeUndefined();
  },
);

it('the words of a link to a commit say where it leads', () => {
  const { label, url } = commitPlace('https://gìthub.com/acme/fr)aud', commit) ?? {};
  expect(label).toBe('xn--gthub-tsa.com/acme/fr)aud@a1b2c3d');
  expect(url?.href).toBe(`https://xn--gthub-tsa.com/acme/fr%29aud/commit/${commit}`);
});
