import {
  capacitySizeTypes,
  type DeploymentDraft,
  trafficRoutingTypes,
} from '../domain/deployment-config.ts';
import { violationsOf } from '../domain/deployment-rules.ts';
import { phrase } from '../domain/text/phrase.ts';
import type { Violation } from '../domain/violation.ts';
import type { InputName } from './declared.ts';
import { integer, list, object, oneOf, optional, readDocument, text } from './document.ts';
import { inDocument } from './mistake.ts';

const capacitySize = object({ Type: oneOf(capacitySizeTypes), Value: integer() });

/** The members of DeploymentConfig and their types; bounds and what is needed are rules of the domain. */
const schema = object({
  BlueGreenUpdatePolicy: optional(
    object({
      TrafficRoutingConfiguration: optional(
        object({
          Type: oneOf(trafficRoutingTypes),
          WaitIntervalInSeconds: optional(integer()),
          CanarySize: optional(capacitySize),
          LinearStepSize: optional(capacitySize),
        }),
      ),
      TerminationWaitInSeconds: optional(integer()),
      MaximumExecutionTimeoutInSeconds: optional(integer()),
    }),
  ),
  RollingUpdatePolicy: optional(
    object({
      MaximumBatchSize: optional(capacitySize),
      WaitIntervalInSeconds: optional(integer()),
      MaximumExecutionTimeoutInSeconds: optional(integer()),
      RollbackMaximumBatchSize: optional(capacitySize),
    }),
  ),
  AutoRollbackConfiguration: optional(
    object({ Alarms: optional(list(object({ AlarmName: optional(text()) }))) }),
  ),
});

/** A whole DeploymentConfig as YAML or JSON, and everything that is wrong with it. */
export function readDeploymentDocument(
  input: InputName,
  written: string,
): { readonly draft: DeploymentDraft; readonly mistakes: readonly Violation[] } {
  const kind = { schema, shape: phrase`the API's DeploymentConfig` };
  const { value, mistakes } = readDocument(input, written, kind);
  if (!value) return { draft: {}, mistakes };
  const broken = violationsOf(value).map((violation) => inDocument(input, violation));
  return { draft: value, mistakes: broken };
}
