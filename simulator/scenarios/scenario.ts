import type { CreateEndpointConfigInput } from '@aws-sdk/client-sagemaker';
import type { AlarmMembers, AlarmState, Trip } from '../account/alarms.ts';
import type { ResourceKind } from '../account/arn.ts';
import type { ContainerBehavior } from '../account/containers.ts';
import type { Fault } from '../account/faults.ts';
import type { Traffic } from '../account/traffic.ts';
import type { InitialState } from '../sagemaker/seed.ts';

/** A world in which a rollout of fraud-prod to fraud-v2 goes in a certain way. */
export interface Scenario {
  /** One line for a person. */
  readonly description: string;
  /** How the endpoint is found, if there is one. */
  readonly endpoint?: InitialState | 'missing';
  /** What fraud-v1, fraud-v2 and fraud-v3 are like, where it is not 3 x ml.m5.xlarge. */
  readonly config?: ConfigSeed;
  /** How alarms are found that are not simply OK. */
  readonly alarms?: Readonly<Partial<Record<AlarmName, AlarmSeed>>>;
  /** Alarms of other names. */
  readonly otherAlarms?: Readonly<Record<string, AlarmSeed>>;
  /** What the endpoint is asked, and what the models make of it. */
  readonly traffic?: Traffic;
  /** Alarms that trip. */
  readonly trips?: readonly ({ readonly alarm: AlarmName } & Trip)[];
  readonly faults?: readonly Fault[];
  /** How the containers of models behave that are not healthy. */
  readonly containers?: Readonly<Record<string, ContainerBehavior>>;
  /** What someone has deleted. */
  readonly removed?: readonly (readonly [kind: ResourceKind, name: string])[];
}

export const alarmNames = ['fraud-5xx', 'fraud-latency'] as const;
export type AlarmName = (typeof alarmNames)[number];

export type AlarmSeed = AlarmState | 'missing' | ({ readonly state: AlarmState } & AlarmMembers);

/** Members of an endpoint configuration; variants have the model of its version unless told otherwise. */
export type ConfigSeed = Omit<CreateEndpointConfigInput, 'EndpointConfigName'>;

/** The endpoint of every scenario. */
export const endpoint = 'fraud-prod';
