import type { EvidenceEvent } from './cause/evidence.ts';
import type { ChangingCall } from './changing-call.ts';
import type { Kept, Made } from './clean-up.ts';
import type { InFlight, Snapshot } from './endpoint.ts';
import type { Configuration } from './endpoint-config.ts';
import type { ChosenModel } from './models/chosen-model.ts';
import type { Outcome } from './outcome.ts';
import type { Progress } from './phase.ts';
import type { Plan } from './plan.ts';
import type { Finding } from './preflight/finding.ts';
import type { Problem } from './problem.ts';
import type { RolloutRecord } from './record.ts';
import type { Deployment, Instant } from './request.ts';
import type { ScalingChange } from './scaling-event.ts';
import type { SmokeResult } from './smoke-test.ts';

/** What happened in a rollout, in order. Log, comment, summary and outputs read this list only. */
export type Event =
  /** The first poll of the endpoint. */
  | { readonly kind: 'found'; readonly at: Instant; readonly snapshot: Snapshot }
  /** Something else is being done to the endpoint: it has to settle first. */
  | { readonly kind: 'waiting'; readonly at: Instant; readonly inFlight: InFlight }
  /** Who let the job into its environment, as far as the token may know. */
  | {
      readonly kind: 'approved';
      readonly at: Instant;
      /** Logins. */
      readonly by: readonly string[];
      /** How long the job waited; undefined where that cannot be known. */
      readonly waitedSeconds: number | undefined;
    }
  /** What serves and what is to serve. */
  | {
      readonly kind: 'compared';
      readonly at: Instant;
      readonly before: Configuration;
      readonly after: Configuration;
    }
  | { readonly kind: 'not-compared'; readonly at: Instant; readonly problem: Problem }
  /** Which configuration is rolled out, where its name comes from its content or is to be made. */
  | {
      readonly kind: 'resolved';
      readonly at: Instant;
      readonly endpointConfigName: string;
      readonly isNew: boolean;
    }
  /** The models that the action gives to variants. */
  | {
      readonly kind: 'models-chosen';
      readonly at: Instant;
      readonly models: readonly ChosenModel[];
    }
  /** What the endpoint's record says, where the rollback is looked for. */
  | { readonly kind: 'recalled'; readonly at: Instant; readonly record: RolloutRecord }
  /** The commit that serves, by the endpoint's record: pull requests merged since then are rolled out too. */
  | { readonly kind: 'served-commit'; readonly at: Instant; readonly commit: string }
  /** Alarms that are in ALARM before the endpoint goes back: they don't stop it. */
  | {
      readonly kind: 'alarmed';
      readonly at: Instant;
      readonly alarms: readonly string[];
      /** Those that this update was to roll back on, and goes without. */
      readonly leftOut: readonly string[];
      /** How the new fleet takes over without them. */
      readonly deployment: Deployment;
    }
  /** What is going to be done, and what the pre-flight found. */
  | {
      readonly kind: 'planned';
      readonly at: Instant;
      readonly plan: Plan['kind'];
      readonly findings: readonly Finding[];
      /** The endpoint as it is; absent where it is to be created. */
      readonly snapshot: Snapshot;
      /** Instances of the new fleet's largest variant; undefined: not counted, or not known. */
      readonly instances: number | undefined;
      /** The longest time in which the new instances start; undefined: the usual one. */
      readonly launchSeconds?: number;
    }
  /** A call is sent that changes something: from here on it may have taken effect. */
  | { readonly kind: 'sent'; readonly at: Instant; readonly call: ChangingCall }
  /** AWS accepted it. */
  | { readonly kind: 'answered'; readonly at: Instant; readonly call: ChangingCall }
  /** AWS refused it: it has taken no effect. */
  | {
      readonly kind: 'refused';
      readonly at: Instant;
      readonly call: ChangingCall;
      readonly problem: Problem;
    }
  /** No answer of AWS's arrived: it may have taken effect. */
  | {
      readonly kind: 'lost';
      readonly at: Instant;
      readonly call: ChangingCall;
      readonly problem: Problem;
    }
  /** A failed endpoint was deleted, and is gone: one of its name is to be created. */
  | {
      readonly kind: 'replacing';
      readonly at: Instant;
      /** The one that was deleted, as it was last seen. */
      readonly endpoint: Snapshot;
    }
  /** An update of ours runs since `before`, which SageMaker has accepted: it is watched. */
  | {
      readonly kind: 'requested';
      readonly at: Instant;
      readonly before: Snapshot;
      readonly watchSeconds: number;
    }
  /** The requested configuration was already being rolled out. */
  | {
      readonly kind: 'joined';
      readonly at: Instant;
      readonly before: Snapshot;
      readonly startedAt: Instant;
      readonly watchSeconds: number;
      /** Why what it brings may not be what is requested; undefined: it is. */
      readonly doubt?: Problem | undefined;
    }
  /** A phase or the traffic changed. */
  | {
      readonly kind: 'progressed';
      readonly at: Instant;
      readonly progress: Progress;
      readonly snapshot: Snapshot;
    }
  /** Nothing has changed for a while. */
  | {
      readonly kind: 'quiet';
      readonly at: Instant;
      readonly snapshot: Snapshot;
      readonly progress: Progress | undefined;
    }
  /** A call failed in a way that passes; it is tried again. */
  | {
      readonly kind: 'hindered';
      readonly at: Instant;
      readonly problem: Problem;
      readonly retryInSeconds: number;
    }
  /** The requested configuration serves: it is smoke-tested. */
  | {
      readonly kind: 'smoke-testing';
      readonly at: Instant;
      readonly snapshot: Snapshot;
      readonly calls: number;
      readonly timeoutSeconds: number;
      /** Again where the endpoint was modified the first time. */
      readonly time: 'first' | 'again';
    }
  /** A request has failed for the first time: it is tried again. */
  | { readonly kind: 'smoke-retry'; readonly at: Instant; readonly smokeResult: SmokeResult }
  /** What became of a request in the end. */
  | { readonly kind: 'smoke-result'; readonly at: Instant; readonly smokeResult: SmokeResult }
  /** SageMaker accepted the update back to the configuration from before. */
  | {
      readonly kind: 'smoke-rollback';
      readonly at: Instant;
      /** The configuration that failed its smoke test. */
      readonly from: string;
      readonly to: string;
      readonly watchSeconds: number;
    }
  /** The rollout has succeeded, and the endpoint bears its record. */
  | { readonly kind: 'recorded'; readonly at: Instant; readonly record: RolloutRecord }
  | { readonly kind: 'not-recorded'; readonly at: Instant; readonly problem: Problem }
  /** Something about the auto scaling of the endpoint's variants. */
  | { readonly kind: 'scaling'; readonly at: Instant; readonly change: ScalingChange }
  /** What nothing needs of what the action made was deleted, one call after the other. */
  | {
      readonly kind: 'cleaned-up';
      readonly at: Instant;
      readonly kept: readonly Kept[];
      /** Why it was ended; undefined: all was looked at. */
      readonly problem: Problem | undefined;
    }
  /** What would be deleted after the rollout that is planned. */
  | {
      readonly kind: 'clean-up-planned';
      readonly at: Instant;
      readonly due: readonly Made[];
      readonly kept: readonly Kept[];
      /** Why it was ended; undefined: all was looked at. */
      readonly problem: Problem | undefined;
    }
  | EvidenceEvent
  /** Calls work again. */
  | { readonly kind: 'resumed'; readonly at: Instant }
  | {
      readonly kind: 'ended';
      readonly at: Instant;
      readonly outcome: Outcome;
      /** The last poll that counts. */
      readonly snapshot: Snapshot | undefined;
    };
