import * as v from 'valibot';
import { parse } from 'yaml';
import {
  capacitySizeTypes,
  type DeploymentDraft,
  trafficRoutingTypes,
} from '../domain/deployment-config.ts';
import { violationsOf } from '../domain/deployment-rules.ts';
import type { Mistake } from './mistake.ts';

const integer = v.pipe(v.number(), v.integer());
const capacitySize = v.strictObject({ Type: v.picklist(capacitySizeTypes), Value: integer });

/** The members of DeploymentConfig and their types; bounds and what is needed are rules of the domain. */
const deploymentDocument = v.strictObject({
  BlueGreenUpdatePolicy: v.optional(
    v.strictObject({
      TrafficRoutingConfiguration: v.optional(
        v.strictObject({
          Type: v.picklist(trafficRoutingTypes),
          WaitIntervalInSeconds: v.optional(integer),
          CanarySize: v.optional(capacitySize),
          LinearStepSize: v.optional(capacitySize),
        }),
      ),
      TerminationWaitInSeconds: v.optional(integer),
      MaximumExecutionTimeoutInSeconds: v.optional(integer),
    }),
  ),
  RollingUpdatePolicy: v.optional(
    v.strictObject({
      MaximumBatchSize: v.optional(capacitySize),
      WaitIntervalInSeconds: v.optional(integer),
      MaximumExecutionTimeoutInSeconds: v.optional(integer),
      RollbackMaximumBatchSize: v.optional(capacitySize),
    }),
  ),
  AutoRollbackConfiguration: v.optional(
    v.strictObject({
      Alarms: v.optional(v.array(v.strictObject({ AlarmName: v.optional(v.string()) }))),
    }),
  ),
});

/** A whole DeploymentConfig as YAML or JSON, and everything that is wrong with it. */
export function readDeploymentDocument(
  input: string,
  text: string,
): { readonly draft: DeploymentDraft; readonly mistakes: readonly Mistake[] } {
  const document = parseYaml(text);
  if ('error' in document) {
    return {
      draft: {},
      mistakes: [{ input, value: undefined, text: `cannot be read: ${document.error}` }],
    };
  }
  if (Array.isArray(document.value)) {
    const value = JSON.stringify(document.value);
    return { draft: {}, mistakes: [{ input, value, text: 'is not right here: write an object.' }] };
  }
  const result = v.safeParse(deploymentDocument, document.value);
  if (!result.success) {
    return { draft: {}, mistakes: result.issues.map((issue) => mistakeOf(input, issue)) };
  }
  const mistakes = violationsOf(result.output).map(({ path, value, rule }) => ({
    input: `${input} ${path}`,
    value,
    text: rule,
  }));
  return { draft: result.output, mistakes };
}

function parseYaml(text: string): { readonly value: unknown } | { readonly error: string } {
  try {
    return { value: parse(text) };
  } catch (thrown) {
    const [firstLine] = String(thrown instanceof Error ? thrown.message : thrown).split('\n');
    return { error: `${firstLine} Write YAML or JSON in the shape of the API's DeploymentConfig.` };
  }
}

function mistakeOf(input: string, issue: v.BaseIssue<unknown>): Mistake {
  const path = (issue.path ?? []).map(({ key }) =>
    typeof key === 'number' ? `[${key}]` : `.${key}`,
  );
  const where = `${input} ${path.join('').replace(/^\./, '')}`.trim();
  const { type, expected, input: value } = issue;
  if (type === 'strict_object' && expected === 'never') {
    const text = 'is no member of the API. Remove it, or mend its name.';
    return { input: where, value: undefined, text };
  }
  if (value === undefined) return { input: where, value, text: 'is missing: the API needs it.' };
  const right = type === 'integer' ? 'a whole number' : expectedText(expected ?? 'something else');
  return {
    input: where,
    value: typeof value === 'string' ? value : JSON.stringify(value),
    text: `is not right here: write ${right}.`,
  };
}

function expectedText(expected: string): string {
  if (expected === 'Object') return 'an object';
  if (expected === 'Array') return 'a list';
  if (expected === 'number' || expected === 'string') return `a ${expected}`;
  return `one of ${expected.replaceAll(/[()"]/g, '').replaceAll(' | ', ', ')}`;
}
