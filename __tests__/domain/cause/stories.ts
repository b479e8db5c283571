import type { Evidence } from '../../../src/domain/cause/evidence.ts';
import type { Event } from '../../../src/domain/event.ts';
import type { Outcome, Reason } from '../../../src/domain/outcome.ts';
import type { ReportData } from '../../../src/report/report-data.ts';
import { read } from '../../inputs/workflow.ts';
import { at, endpoint, pending, updating, variant } from '../snapshots.ts';

const configuration = (name: string) => ({
  name,
  content: { ProductionVariants: [{ VariantName: 'AllTraffic', InstanceType: 'ml.g5.xlarge' }] },
  models: {},
});

/** A canary from fraud-v1 to fraud-v2, guarded by two alarms, that has ended. */
export function endedAs(outcome: Outcome, told: Partial<Evidence> = {}): ReportData {
  const before = endpoint();
  const snapshot = updating({ pending: pending('fraud-v2', variant(1, 3, 'Baking', at(180))) });
  const traffic = { newInstances: 1, oldInstances: 3, newDesired: 3, oldDesired: 3 };
  const { alarmEvidence, containerEvidence } = told;
  const events: readonly Event[] = [
    { kind: 'found', at: at(0), snapshot: before },
    {
      ...{ kind: 'compared', at: at(0) },
      ...{ before: configuration('fraud-v1'), after: configuration('fraud-v2') },
    },
    { kind: 'requested', at: at(0), before, watchSeconds: 3600 },
    {
      ...{ kind: 'progressed', at: at(180), snapshot },
      progress: { phase: 'baking', traffic, since: at(180) },
    },
    { kind: 'ended', at: at(300), outcome, snapshot: before },
    ...(alarmEvidence
      ? [{ kind: 'alarms-examined' as const, at: at(301), evidence: alarmEvidence }]
      : []),
    ...(containerEvidence
      ? [{ kind: 'containers-examined' as const, at: at(301), evidence: containerEvidence }]
      : []),
  ];
  const { rollout: request } = read({
    ...{ strategy: 'canary', 'canary-size': '10%', 'wait-interval': '5m' },
    alarms: 'fraud-5xx, fraud-latency',
  });
  return {
    ...{ mode: 'deploy', region: 'eu-west-1', environment: undefined, events, request },
    run: { url: 'https://github.example/run', commit: 'abc', commitUrl: 'https://github.example' },
  };
}

export function rolledBackFor(reason: Reason, told?: Partial<Evidence>): ReportData {
  return endedAs({ kind: 'rolled-back', reason }, told);
}
