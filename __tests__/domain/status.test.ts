import { EndpointStatus, VariantStatus } from '@aws-sdk/client-sagemaker';
import { expect, it } from '@jest/globals';
import { conditionOf, statuses, variantStatuses } from '../../src/domain/status.ts';

it('every status of the API has its meaning, and no other', () => {
  expect(Object.keys(statuses).sort()).toEqual(Object.values(EndpointStatus).sort());
});

it.each(['Validating', '', 'inservice', 'toString', '__proto__'])(
  'the status %j, which the API does not have, is unknown',
  (status) => {
    expect(conditionOf(status)).toBe('unknown');
  },
);

it('every status of a variant is known', () => {
  expect([...variantStatuses].sort()).toEqual(Object.values(VariantStatus).sort());
});
