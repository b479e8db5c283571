import { describe, expect, it } from '@jest/globals';
import { absentEndpoint } from '../../src/domain/endpoint.ts';
import { planFor } from '../../src/domain/plan.ts';
import { saying } from '../saying.ts';
import { endpoint, pending } from './snapshots.ts';

type Word = 'update' | 'unchanged' | 'join' | 'wait' | 'impossible';
type Row = readonly [status: string, ...plans: Word[]];

/** What serves, and what is pending: fraud-v2 is what is asked for. */
const cases: readonly (readonly [serving: string, pending: string | undefined])[] = [
  ['fraud-v1', undefined],
  ['fraud-v2', undefined],
  ['fraud-v1', 'fraud-v2'],
  ['fraud-v2', 'fraud-v2'],
  ['fraud-v1', 'fraud-v3'],
  ['fraud-v2', 'fraud-v3'],
];

// serving:               v1            v2            v1      v2      v1      v2
// pending:               nothing       nothing       v2      v2      v3      v3
const table: readonly Row[] = [
  ['InService', 'update', 'unchanged', 'join', 'join', 'wait', 'wait'],
  ['Updating', 'wait', 'wait', 'join', 'join', 'wait', 'wait'],
  ['SystemUpdating', 'wait', 'wait', 'join', 'join', 'wait', 'wait'],
  ['RollingBack', 'wait', 'wait', 'join', 'join', 'wait', 'wait'],
  ['Creating', 'wait', 'join', 'join', 'join', 'wait', 'join'],
  ['UpdateRollbackFailed', 'update', 'update', 'update', 'update', 'update', 'update'],
  ['OutOfService', 'update', 'update', 'update', 'update', 'update', 'update'],
  ['StatusOfTomorrow', 'wait', 'wait', 'join', 'join', 'wait', 'wait'],
  ['Failed', ...Array<Word>(6).fill('impossible')],
  ['Deleting', ...Array<Word>(6).fill('impossible')],
];

describe('what an endpoint asks for when fraud-v2 is to be rolled out', () => {
  const rows = table.flatMap(([status, ...plans]) =>
    cases.map(([serving, coming], index) => ({ status, serving, coming, plan: plans[index] })),
  );

  it.each(rows)(
    '$status on $serving with $coming pending: $plan',
    ({ status, serving, coming, plan }) => {
      const poll = endpoint({
        status,
        configName: serving,
        pending: coming === undefined ? undefined : pending(coming),
      });
      expect(planFor('fraud-v2', poll).kind).toBe(plan);
    },
  );
});

it('an endpoint that is not there is created', () => {
  expect(planFor('fraud-v2', absentEndpoint('fraud')).kind).toBe('create');
});

describe('what is waited for', () => {
  it.each([
    ['another update', endpoint({ status: 'Updating', pending: pending('fraud-v3') }), 'fraud-v3'],
    ['the creation', endpoint({ status: 'Creating', configName: 'fraud-v1' }), 'fraud-v1'],
    ['an update that names nothing yet', endpoint({ status: 'Updating' }), undefined],
    ['maintenance', endpoint({ status: 'SystemUpdating' }), undefined],
  ])('%s is told by its configuration, where it has one', (_, poll, configName) => {
    expect(planFor('fraud-v2', poll)).toEqual({
      kind: 'wait',
      inFlight: { status: poll.status, configName },
    });
  });
});

describe('what no update can help', () => {
  it('an endpoint whose creation failed has to be deleted and made again', () => {
    expect(planFor('fraud-v2', endpoint({ status: 'Failed' }))).toMatchObject({
      problem: {
        code: 'endpoint-failed',
        message: 'Endpoint fraud is Failed.',
        remedy: saying(/DeleteEndpoint.*create it again/),
      },
    });
  });

  it('an endpoint that is being deleted', () => {
    expect(planFor('fraud-v2', endpoint({ status: 'Deleting' }))).toMatchObject({
      problem: { code: 'endpoint-deleting', message: 'Endpoint fraud is being deleted.' },
    });
  });
});

it('names of configurations are compared sign by sign: Fraud-V2 is not fraud-v2', () => {
  expect(planFor('fraud-v2', endpoint({ configName: 'Fraud-V2' })).kind).toBe('update');
});
