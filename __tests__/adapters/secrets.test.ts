import { expect, it } from '@jest/globals';
import { problemOf } from '../../src/adapters/aws-errors.ts';
import { isSecret, redacted, rememberSecret } from '../../src/adapters/secrets.ts';

it('a secret is left out of every text, in all places', () => {
  rememberSecret('wJalrXUtnFEMI/K7MDENG+EXAMPLE=');
  expect(redacted('a wJalrXUtnFEMI/K7MDENG+EXAMPLE= b wJalrXUtnFEMI/K7MDENG+EXAMPLE=')).toBe(
    'a *** b ***',
  );
});

it('what is too short to be a secret is left alone', () => {
  rememberSecret('test');
  rememberSecret('');
  expect(isSecret('test')).toBe(false);
  expect(redacted('a test')).toBe('a test');
});

it('an error of AWS that quotes the request tells no session token', () => {
  rememberSecret('FwoGZXIvYXdzEXAMPLETOKEN');
  const error = Object.assign(
    new Error(
      'The Canonical String should have been x-amz-security-token:FwoGZXIvYXdzEXAMPLETOKEN',
    ),
    { name: 'InvalidSignatureException', $metadata: { httpStatusCode: 403 } },
  );
  const { said } = problemOf(error, { operation: 'DescribeEndpoint', endpointName: 'fraud' });
  expect(said).toBe('The Canonical String should have been x-amz-security-token:***');
});
