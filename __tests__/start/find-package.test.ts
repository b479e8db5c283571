import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../src/domain/json.ts';
import { readPackageReference } from '../../src/domain/models/package-reference.ts';
import { Problem, type ProblemCode } from '../../src/domain/problem.ts';
import { phrase } from '../../src/domain/text/phrase.ts';
import type { Registry } from '../../src/ports/registry.ts';
import type { World } from '../../src/ports.ts';
import { newRun, type Run } from '../../src/run/run.ts';
import { findPackage } from '../../src/start/find-package.ts';
import { read } from '../inputs/workflow.ts';

const arn = (version: number) =>
  `arn:aws:sagemaker:eu-west-1:123456789012:model-package/fraud/${version}`;
const summary = (version: number, approval = 'Approved') => ({
  ModelPackageArn: arn(version),
  ModelPackageVersion: version,
  ModelPackageStatus: 'Completed',
  ModelApprovalStatus: approval,
});
const refusal = (code: ProblemCode) =>
  new Problem(code, phrase`The registry said no.`, { remedy: phrase`Look.` });

/** A registry of one group; whatever is asked of it is noted. */
function registryOf(versions: JsonObject[], describeWith: Registry['package']) {
  const asked: string[] = [];
  const registry: Registry = {
    versions: async (group) => {
      asked.push(`list ${group}`);
      return versions;
    },
    package: async (name, endpointName) => {
      asked.push(`describe ${name}`);
      return describeWith(name, endpointName);
    },
  };
  return { registry, asked };
}

function runOn(registry: Registry): Run {
  const world = {
    registry,
    clock: { now: () => 0, sleep: () => new Promise(() => undefined) },
    tell: () => undefined,
    cancelled: new AbortController().signal,
  } as unknown as World;
  return newRun(read({}).rollout, world);
}

async function find(run: Run, text: string): Promise<string> {
  const found = readPackageReference(text);
  if (found.kind !== 'read') throw new Error(`${found.rule}`);
  return findPackage(run, found.reference).then(
    (each) => each.arn,
    ({ message }: Problem) => message,
  );
}

const byArn = async (name: string): Promise<JsonObject> => {
  if (!name.startsWith('arn:')) throw refusal('refused');
  return { ...summary(Number(name.split('/').at(-1))), ModelPackageArn: name };
};

describe('a group', () => {
  it('is its newest approved version, which stays the same for the whole run', async () => {
    const versions = [summary(2), summary(3, 'Rejected'), summary(1)];
    const { registry, asked } = registryOf(versions, byArn);
    const run = runOn(registry);
    expect(await find(run, 'fraud')).toBe(arn(2));
    versions.push(summary(4));
    expect(await find(run, 'fraud')).toBe(arn(2));
    expect(asked).toEqual(['list fraud', `describe ${arn(2)}`]);
    expect(await find(runOn(registry), 'fraud')).toBe(arn(4));
  });

  it('without an approved version is a failure that says what there is', async () => {
    const { registry } = registryOf([summary(1, 'Rejected')], byArn);
    expect(await find(runOn(registry), 'fraud')).toBe(
      'The model package group fraud has no approved version. Version 1, its only version, is Rejected.',
    );
  });
});

describe('group/version', () => {
  it('is described as it is written where the API takes that', async () => {
    const { registry, asked } = registryOf([], async () => summary(3));
    expect(await find(runOn(registry), 'fraud/3')).toBe(arn(3));
    expect(asked).toEqual(['describe fraud/3']);
  });

  it.each(['refused', 'model-package-not-found'] as const)(
    'is looked up in its group where the API answers %s',
    async (code) => {
      const { registry, asked } = registryOf([summary(4), summary(3)], async (name) => {
        if (!name.startsWith('arn:')) throw refusal(code);
        return byArn(name);
      });
      expect(await find(runOn(registry), 'fraud/3')).toBe(arn(3));
      expect(asked).toEqual(['describe fraud/3', 'list fraud', `describe ${arn(3)}`]);
    },
  );

  it('that the group does not have is told with the newest that it has', async () => {
    const { registry } = registryOf([summary(4), summary(9)], byArn);
    expect(await find(runOn(registry), 'fraud/12')).toBe(
      'There is no version 12 in the model package group fraud: its newest version is 9.',
    );
  });

  it('that may not be read fails as AWS says it, without another call', async () => {
    const { registry, asked } = registryOf([summary(3)], async () => {
      throw refusal('access-denied');
    });
    expect(await find(runOn(registry), 'fraud/3')).toBe('The registry said no.');
    expect(asked).toEqual(['describe fraud/3']);
  });
});

it('a package without a group is looked up by its ARN alone', async () => {
  const bought = 'arn:aws:sagemaker:eu-west-1:999999999999:model-package/bought';
  const { registry, asked } = registryOf([], async () => {
    throw refusal('model-package-not-found');
  });
  expect(await find(runOn(registry), bought)).toBe('The registry said no.');
  expect(asked).toEqual([`describe ${bought}`]);
});
