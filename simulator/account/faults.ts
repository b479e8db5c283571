import type { SlowBody } from '../slow-body.ts';
import type { StruckCalls } from '../struck-calls.ts';
import type { ResourceKind } from './arn.ts';
import type { DeploymentStage, Moment } from './moments.ts';

/** Something that goes wrong, as data. See the README for what each kind does. */
export type Fault = CallFault | DeploymentFault | EndpointEvent | AccountFault;

/** Which calls a fault strikes. Calls are counted from 1, from when the fault is there. */
interface Calls {
  /** Every operation, unless named. */
  readonly operation?: string;
  /** All, unless named. */
  readonly calls?: StruckCalls;
  readonly from?: Moment;
  readonly until?: Moment;
}

/** A call that does not go well. */
export type CallFault = Calls &
  (
    | { readonly kind: 'throttling' }
    /** Refused as a ValidationException in these words, where AWS's words are known and its reasons are not modeled. */
    | { readonly kind: 'refused'; readonly message: string }
    | { readonly kind: 'internal-failure' }
    | { readonly kind: 'service-unavailable' }
    | { readonly kind: 'expired-credentials' }
    /** The permission for the operation is missing, on the resource of this kind. */
    | {
        readonly kind: 'access-denied';
        readonly resource?: ResourceKind;
      }
    /** The connection breaks before the call took effect. */
    | { readonly kind: 'reset' }
    /** The call takes effect, then the connection breaks. */
    | { readonly kind: 'lost-answer' }
    | { readonly kind: 'hang' }
    /** Something else than an answer of AWS comes; the call itself takes effect only where that is said. */
    | {
        readonly kind: 'unreadable';
        readonly how:
          | 'cut-off'
          | 'page'
          | 'nothing'
          | 'no-code'
          | 'other-types'
          | '{}'
          | '[]'
          | 'null';
        /** 200, or 403 where an error has no code. */
        readonly status?: number;
        readonly effect?: 'none' | 'taken';
      }
    /** The call takes effect; of its answer come the headers, and half of the body or a byte a second. */
    | { readonly kind: SlowBody }
    /** The answer is an earlier state. */
    | { readonly kind: 'stale-read'; readonly seconds: number }
  );

/** Which deployments a fault strikes: all of every endpoint, unless said otherwise. */
interface Deployments {
  readonly endpoint?: string;
  /** Only this one, counted from 1, from when the fault is there. */
  readonly nth?: number;
}

/** A deployment that does not go well. */
export type DeploymentFault = Deployments &
  (
    | { readonly kind: 'insufficient-capacity' }
    /** Given up after so long, unless given after 1230 s; the reason names the first variant, unless given. */
    | {
        readonly kind: 'failing-health-check';
        readonly seconds?: number;
        readonly variant?: string;
      }
    /** Fails at a stage, with this reason or with none. */
    | {
        readonly kind: 'failing-deployment';
        readonly stage: DeploymentStage;
        readonly step?: number;
        readonly afterSeconds?: number;
        readonly reason?: string;
      }
    /** The new instances take so long to launch. */
    | { readonly kind: 'slow-launch'; readonly seconds: number }
    /** The status says RollingBack while the old fleet takes over again. */
    | { readonly kind: 'rolling-back-shown' }
    /** A rollback that ends in UpdateRollbackFailed, both fleets serving. */
    | { readonly kind: 'rollback-fails' }
    /** A deployment that goes wrong ends in Failed. */
    | { readonly kind: 'ends-failed' }
    /** The PendingDeploymentSummary appears so long after the call. */
    | { readonly kind: 'late-summary'; readonly seconds: number }
    /** The PendingDeploymentSummary is still there so long after the success. */
    | { readonly kind: 'lingering-summary'; readonly seconds: number }
    /** After a rollback the old fleet takes all traffic only so long after InService. */
    | { readonly kind: 'late-traffic'; readonly seconds: number }
  );

/** Something that happens to an endpoint without our asking. */
export type EndpointEvent = { readonly endpoint: string; readonly when: Moment } & (
  | { readonly kind: 'system-updating'; readonly forSeconds: number }
  | { readonly kind: 'auto-scaling'; readonly instances: number }
  /** Someone else calls UpdateEndpoint. */
  | { readonly kind: 'foreign-update'; readonly endpointConfigName: string }
  | { readonly kind: 'endpoint-deleted' }
  /** DescribeEndpoint shows it so for a while, whatever is done to it: with what the API does not have yet. */
  | { readonly kind: 'shown-otherwise'; readonly forSeconds: number; readonly as: Guise }
  /** Someone else deletes it and creates it again. */
  | { readonly kind: 'endpoint-recreated'; readonly endpointConfigName: string }
);

/** What is shown instead of what is. */
export interface Guise {
  readonly status?: string;
  /** Of all variants. */
  readonly variantStatus?: string;
  readonly pending?: 'hidden';
  readonly failureReason?: string;
}

/** Something about the account as a whole. */
export type AccountFault =
  /** A new endpoint configuration is not found so long after its creation. */
  | { readonly kind: 'late-configurations'; readonly seconds: number }
  /** A new model is not found so long after its creation. */
  | { readonly kind: 'late-models'; readonly seconds: number }
  /** CreateModel refuses a package that is not approved. */
  | { readonly kind: 'approved-packages-only' }
  /** DeleteEndpoint takes the endpoint's inference components with it, instead of being refused. */
  | { readonly kind: 'components-go-too' }
  /** The quota of an instance type for endpoints. */
  | { readonly kind: 'quota'; readonly instanceType: string; readonly limit: number }
  /** RegisterScalableTarget is refused while something is being done to the endpoint. */
  | { readonly kind: 'registration-in-service-only' }
  /** PutScheduledAction is refused where StartTime has passed. */
  | { readonly kind: 'schedules-begin-later' };

/** What a fault of each kind strikes. */
const targets = {
  throttling: 'call',
  refused: 'call',
  'internal-failure': 'call',
  'service-unavailable': 'call',
  'expired-credentials': 'call',
  'access-denied': 'call',
  reset: 'call',
  'lost-answer': 'call',
  hang: 'call',
  unreadable: 'call',
  'stalled-answer': 'call',
  'dripping-answer': 'call',
  'stale-read': 'call',
  'insufficient-capacity': 'deployment',
  'failing-health-check': 'deployment',
  'failing-deployment': 'deployment',
  'slow-launch': 'deployment',
  'rolling-back-shown': 'deployment',
  'rollback-fails': 'deployment',
  'ends-failed': 'deployment',
  'late-summary': 'deployment',
  'lingering-summary': 'deployment',
  'late-traffic': 'deployment',
  'system-updating': 'endpoint',
  'auto-scaling': 'endpoint',
  'foreign-update': 'endpoint',
  'endpoint-deleted': 'endpoint',
  'endpoint-recreated': 'endpoint',
  'shown-otherwise': 'endpoint',
  'late-configurations': 'account',
  'late-models': 'account',
  'approved-packages-only': 'account',
  'components-go-too': 'account',
  quota: 'account',
  'registration-in-service-only': 'account',
  'schedules-begin-later': 'account',
} as const satisfies Readonly<Record<Fault['kind'], string>>;

export function isCallFault(fault: Fault): fault is CallFault {
  return targets[fault.kind] === 'call';
}

export function isDeploymentFault(fault: Fault): fault is DeploymentFault {
  return targets[fault.kind] === 'deployment';
}

export function isEndpointEvent(fault: Fault): fault is EndpointEvent {
  return targets[fault.kind] === 'endpoint';
}
