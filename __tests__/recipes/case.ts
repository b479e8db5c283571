import type { ScenarioName } from '../../simulator/scenarios.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import type { Values } from './expression.ts';

/** One time that a workflow runs. */
export interface Time {
  /** Of the workflow, where it is another one than that of the case. */
  readonly heading?: string;
  /** What is so before. */
  readonly arrange?: (simulator: Simulator) => void;
  readonly values?: Values;
  /** How the action ends in each job that runs it; a job of a matrix runs it several times. */
  readonly outcomes: readonly (readonly [job: string, outcome: string])[];
  /** What the models are like that are created, as far as it is told here. */
  readonly models?: readonly object[];
  /** How many models and configurations are deleted. */
  readonly deletes?: number;
  /** The fleet of the endpoint, where the values decide it: `4 x ml.m5.large`. */
  readonly fleet?: string;
  /** The configuration that serves in the end. */
  readonly serves?: string;
}

/** A workflow of the documentation, and how it goes in a world. */
export interface Case {
  readonly title: string;
  readonly heading: string;
  readonly world?: ScenarioName;
  readonly region?: string;
  readonly times: readonly Time[];
}

export const account = '123456789012';
export const digest = `sha256:${'7a'.repeat(32)}`;
export const built = `${account}.dkr.ecr.eu-west-1.amazonaws.com/fraud@${digest}`;
export const serving = `arn:aws:iam::${account}:role/fraud-serving`;
export const build = { 'steps.build.outputs.digest': digest };
export const deployed = ['deploy', 'deployed'] as const;
export const unchanged = ['deploy', 'unchanged'] as const;
