import type { ShowLogs } from './cause/log-readers.ts';
import type { DeploymentConfig } from './deployment-config.ts';
import type { JsonObject } from './json.ts';
import type { ModelSource, WantedModel } from './models/model-source.ts';
import type { SmokeTest } from './smoke-test.ts';
import type { Tag } from './tags.ts';
import type { Unknown } from './unknown.ts';

/** A point in time: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

export const variantProperties = [
  'DesiredInstanceCount',
  'DesiredWeight',
  'DataCaptureConfig',
] as const;
/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_VariantProperty.html */
export type VariantProperty = (typeof variantProperties)[number];

/** How the new fleet is to take over: as SageMaker does by default, as last time, or as given. */
export type Deployment =
  | { readonly kind: 'default' }
  | { readonly kind: 'last' }
  | {
      readonly kind: 'given';
      readonly config: DeploymentConfig;
      /** Written as a whole in `deployment-config`; else by the inputs of the strategy. */
      readonly by?: 'document' | undefined;
    };

export const modes = ['deploy', 'plan', 'rollback', 'delete'] as const;
/** What to do: roll out, say what rolling out would do, roll back to what served before, or delete the endpoint. */
export type Mode = (typeof modes)[number];

/** What is done with the findings of the pre-flight: errors stop the rollout, count as warnings, or there is no pre-flight. */
export type PreflightMode = 'enforce' | 'warn' | 'off';

/** Whether an endpoint is created: never, where there is none, or also in place of one whose status is `Failed`. */
export type EndpointCreation = 'never' | 'if-missing' | 'replace-failed';

/** Which variant properties of the serving fleet the new one takes over. */
export type Retention =
  | { readonly kind: 'none' }
  | { readonly kind: 'all-but'; readonly excluded: readonly VariantProperty[] }
  /** All but these where a serving variant is auto-scaled, none elsewhere: not known before a poll. */
  | { readonly kind: 'auto'; readonly excluded: readonly VariantProperty[] };

/** What is done about the auto scaling of the endpoint's variants. */
export type Autoscaling =
  /** It stands afterwards as it stood before, also where an update needs it off. */
  | {
      readonly kind: 'preserve';
      /** Instances to add per variant while its scaling is off; undefined: none. */
      readonly scaleUpBy: number | undefined;
    }
  /** Auto scaling is neither read nor changed. */
  | { readonly kind: 'ignore' };

/** Where the configuration to roll out comes from; without a name it gets one from its content. */
export type ConfigSource =
  /** It exists already. */
  | { readonly kind: 'existing'; readonly name: string }
  /** A copy of the live configuration with this model in that variant. */
  | {
      readonly kind: 'model';
      readonly model: ModelSource;
      readonly variantName: string | undefined;
      readonly name: string | undefined;
    }
  /** A document in the shape of CreateEndpointConfig. */
  | {
      readonly kind: 'file';
      /** Inside the workspace. */
      readonly path: string;
      /** A variant may hold a model, as CreateModel has it, in place of the name of one. */
      readonly content: JsonObject;
      /** For its one variant without a model. */
      readonly model?: WantedModel | undefined;
      readonly name: string | undefined;
    }
  /** To roll back to: by its name, or else what served before. */
  | { readonly kind: 'back'; readonly name: string | undefined }
  /** Nothing is to serve: the endpoint is deleted, where its name was given once more by whoever has it. */
  | { readonly kind: 'nothing'; readonly isConfirmed: boolean };

/** Whether the configuration, or the model that a file does not hold, is a copy of what serves with something replaced. */
export function copiesWhatServes(source: ConfigSource): boolean {
  if (source.kind === 'model') return true;
  const model = source.kind === 'file' ? source.model?.source.kind : undefined;
  return model !== undefined && model !== 'existing';
}

/** What the user asked for: one endpoint configuration on one endpoint. */
export interface RolloutRequest {
  readonly endpointName: string;
  /** Empty while a name that comes from the live configuration is not known yet. */
  readonly endpointConfigName: string;
  readonly source: ConfigSource;
  /** Of models that are created; undefined: the file's, or that of the model that serves. */
  readonly executionRoleArn?: string | undefined;
  /** Whether the content is rolled out although it serves already: a copy of it, made for this run. */
  readonly redeploy: boolean;
  readonly createEndpoint: EndpointCreation;
  /** For what is created. */
  readonly tags: readonly Tag[];
  readonly preflight: PreflightMode;
  readonly deployment: Deployment;
  readonly retention: Retention;
  readonly autoscaling: Autoscaling;
  /** Whether a commit is rolled out that is older than the recorded one, on the same branch. */
  readonly ifOlderCommit: 'fail' | 'allow';
  /** What to do while an update of another configuration is running. */
  readonly ifInProgress: 'wait' | 'fail';
  /** Whether to stay until the endpoint has settled, or to start the update and leave. */
  readonly watch: 'until-settled' | 'start-only';
  /** Which lines of the logs of containers are read, and shown. */
  readonly showLogs: ShowLogs;
  /** The longest time to watch; undefined: the rollout's own worst case plus a margin. */
  readonly waitTimeoutSeconds: number | undefined;
  /** The longest time between two polls, in seconds. */
  readonly pollIntervalSeconds: number;
  /** What to try once it serves; undefined: nothing. */
  readonly smokeTest: SmokeTest | undefined;
  /** After `deployed` so many versions of what the action made for the endpoint are kept; undefined: nothing is deleted. */
  readonly keepVersions?: number | undefined;
  /** What the documents hold that may be newer than this version: it is sent as it is written. */
  readonly unknown?: readonly Unknown[];
}
