import type { Alarm } from '../alarms/alarm.ts';
import type { CommitOrder } from '../commit-order.ts';
import type { DeploymentConfig } from '../deployment-config.ts';
import type { Snapshot } from '../endpoint.ts';
import {
  initialInstancesOf,
  isServerless,
  productionVariantsOf,
  variantNameOf,
} from '../endpoint-config.ts';
import { deploymentConfigOf } from '../expectation.ts';
import type { JsonObject } from '../json.ts';
import type { ChosenModel } from '../models/chosen-model.ts';
import type { VariantPackage } from '../models/variant-package.ts';
import type { Problem } from '../problem.ts';
import type { Instant, RolloutRequest } from '../request.ts';
import type { InTheWay } from '../scaling.ts';
import type { Tag } from '../tags.ts';
import { type Finding, judged, type LookedUp, type Subject } from './finding.ts';

/** Everything that was looked up before a rollout. */
export interface Facts {
  readonly region: string;
  readonly request: RolloutRequest;
  /** Whether a missing endpoint is to be created. */
  readonly createEndpoint: boolean;
  readonly endpoint: LookedUp<Snapshot>;
  /** The content of the new configuration; found too where it is going to be created. */
  readonly config: LookedUp<JsonObject>;
  /** The content of the configuration that serves; missing too where there is no endpoint. */
  readonly serving: LookedUp<JsonObject>;
  /** The models that the new configuration names. */
  readonly models: Readonly<Record<string, LookedUp<JsonObject>>>;
  /** Those that the action gives to variants. */
  readonly newModels: readonly ChosenModel[];
  /** Packages of the model registry of which models are going to be created, or were for this content. */
  readonly packages: readonly VariantPackage[];
  /** Names of configurations that are going to be created. */
  readonly toCreate: readonly string[];
  /** The alarms that the deployment names. */
  readonly alarms: Readonly<Record<string, LookedUp<Alarm>>>;
  /** Those that composite ones of them are made of, as far as they were looked up. */
  readonly childAlarms: Readonly<Record<string, LookedUp<Alarm>>>;
  /** Scaled variants whose scaling has to be off during the update. */
  readonly inTheWay: readonly InTheWay[];
  /** The commit of this run against the one that was rolled out last. */
  readonly commits: CommitOrder;
  /** Those of the endpoint, as far as they have been read. */
  readonly tags: readonly Tag[];
  /** Those of which no more than the scalable targets may be read. */
  readonly unsaved:
    | { readonly inTheWay: readonly InTheWay[]; readonly problem: Problem }
    | undefined;
  /** Whether GitHub's own machines run the job: they end it after six hours. */
  readonly isHostedRunner: boolean;
  readonly credentials: CredentialsLifetime;
  /** When all this was looked up. */
  readonly now: Instant;
}

/** How long the credentials of AWS last. */
export type CredentialsLifetime =
  /** They never end, or they are renewed before they do. */
  | { readonly kind: 'lasting' }
  /** They end then, by their own word. */
  | { readonly kind: 'until'; readonly at: Instant }
  /** They are those of a session, and do not say when it ends. */
  | { readonly kind: 'undeclared' };

/** A variant of the new fleet. */
export interface NewVariant {
  readonly name: string;
  readonly isServerless: boolean;
  /** The instances that it starts with; undefined where no one can know. */
  readonly instances: number | undefined;
}

/** The endpoint as it is; undefined where there is none, or none that could be read. */
export function existing({ endpoint }: Facts): Snapshot | undefined {
  return endpoint.kind === 'found' ? endpoint.value : undefined;
}

/** Whether an endpoint comes into being, instead of being updated. */
export function isCreation({ endpoint }: Facts): boolean {
  return endpoint.kind === 'missing';
}

/** Whether the endpoint rolls back to what served before, because someone wants it so. */
export function goesBack({ request }: Facts): boolean {
  return request.source.kind === 'back';
}

/** The deployment configuration that an update will follow. To a creation none applies. */
export function deploymentOf(facts: Facts): DeploymentConfig | undefined {
  const { deployment } = facts.request;
  const before = existing(facts);
  if (before) return deploymentConfigOf(deployment, before);
  return !isCreation(facts) && deployment.kind === 'given' ? deployment.config : undefined;
}

/** Whether the new fleet starts with the instance counts that serve now. */
export function keepsInstances({ request: { retention } }: Facts): boolean {
  return retention.kind === 'all-but' && !retention.excluded.includes('DesiredInstanceCount');
}

/** The fleet that the new configuration brings up on this endpoint. */
export function newFleet(facts: Facts, config: JsonObject): readonly NewVariant[] {
  const live = existing(facts)?.variants ?? [];
  return productionVariantsOf(config).map((variant) => {
    const name = variantNameOf(variant);
    const kept = keepsInstances(facts)
      ? live.find((other) => other.name === name)?.desiredInstances
      : undefined;
    return {
      name,
      isServerless: isServerless(variant),
      instances: kept ?? initialInstancesOf(variant),
    };
  });
}

/** What serves, and what would; of a creation there is nothing to say. */
export function aboutBoth(
  facts: Facts,
  subject: Subject,
  judge: (serving: JsonObject, config: JsonObject) => readonly Finding[],
): readonly Finding[] {
  if (!existing(facts)) return [];
  return judged(subject, facts.config, (config) =>
    judged(subject, facts.serving, (serving) => judge(serving, config)),
  );
}
