import { givesUpAfterSeconds } from '../account/containers.ts';
import type { Scenario } from './scenario.ts';

/** What the containers of fraud-v2 may write into their logs while the rollout fails. */
export const containers = {
  'container-dies-at-start': {
    description:
      'The new container exits with an ImportError each minute: rolled back after 28 min.',
    containers: { 'fraud-v2': { kind: 'dies-at-start' } },
  },
  'container-fails-later': {
    description: 'Three minutes after its start the new container fails requests: fraud-5xx trips.',
    containers: { 'fraud-v2': { kind: 'fails-later' } },
    trips: [{ alarm: 'fraud-5xx', when: { stage: 'baking', step: 1, afterSeconds: 120 } }],
  },
  'container-silent': {
    description: 'The new container never writes a line: rolled back after 28 minutes.',
    containers: { 'fraud-v2': { kind: 'silent' } },
    faults: [{ kind: 'failing-health-check', seconds: givesUpAfterSeconds }],
  },
  'container-hostile': {
    description: 'The new container writes commands, markup and secrets; rolled back after 28 min.',
    containers: { 'fraud-v2': { kind: 'hostile' } },
    faults: [{ kind: 'failing-health-check', seconds: givesUpAfterSeconds }],
  },
} as const satisfies Readonly<Record<string, Scenario>>;
