import { expect, it } from '@jest/globals';
import { refusedRole } from '../../src/adapters/sts-errors.ts';

const attempt = {
  role: { arn: 'arn:aws:iam::123456789012:role/deployer' } as never,
  region: 'eu-west-1',
  claims: { issuer: undefined, audience: undefined, subject: undefined },
  proxy: undefined,
};
const denied = (why: string) =>
  Object.assign(new Error(`Not authorized to perform sts:AssumeRoleWithWebIdentity${why}`), {
    name: 'AccessDenied',
    $metadata: { httpStatusCode: 403 },
  });

it('a role that the organization denies is no matter of its trust policy', () => {
  const why = ' with an explicit deny in a service control policy';
  expect(String(refusedRole(denied(why), attempt).remedy)).toMatch(
    /^A service control policy of the organization denies sts:AssumeRoleWithWebIdentity explicitly/,
  );
  expect(String(refusedRole(denied(''), attempt).remedy)).toContain('its trust policy');
});
