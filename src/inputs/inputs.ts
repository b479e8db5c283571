import {
  type ConfigSource,
  copiesWhatServes,
  type EndpointCreation,
  type Mode,
  modes,
  type RolloutRequest,
} from '../domain/request.ts';
import type { Role } from '../domain/role.ts';
import { phrase } from '../domain/text/phrase.ts';
import { readKeepVersions } from './clean-up.ts';
import type { InputName } from './declared.ts';
import { readDeletion, refuseConfirmation } from './deletion.ts';
import { readDeployment } from './deployment.ts';
import { invalidInputs } from './mistake.ts';
import { readPollInterval } from './poll-interval.ts';
import { InputReader } from './reader.ts';
import { type RoleSurroundings, readRole } from './role.ts';
import { readWayBack } from './rollback.ts';
import { readAutoscaling, readRetention } from './scaling.ts';
import { readShowLogs } from './show-logs.ts';
import { readSmokeTest, type Workspace } from './smoke-test.ts';
import { readSource, type SourceInputs } from './source.ts';

/** How the run reports. */
export interface Reporting {
  readonly comment: boolean;
  /** The number of the pull request, where the user names it. */
  readonly pullRequest: number | undefined;
  /** Label in the report; one comment is kept per endpoint and environment. */
  readonly environment: string | undefined;
  readonly token: string | undefined;
  readonly failOnRollback: boolean;
  /** Whether people are told by a comment of its own that a rollout has ended badly. */
  readonly notify: boolean;
}

/** Everything that the user asked for. */
export interface Inputs {
  readonly mode: Mode;
  readonly rollout: RolloutRequest;
  readonly reporting: Reporting;
  readonly region: string;
  /** The role to assume; undefined: the credentials of the environment are used. */
  readonly role: Role | undefined;
}

/** What reading the inputs needs beside their texts. */
export interface Surroundings extends RoleSurroundings, Workspace {
  /** The region that the environment names. */
  readonly region: string | undefined;
}

/**
 * Reads all inputs; `textOf` answers an input's text.
 *
 * @throws Problem `invalid-inputs`, which names every mistake at once.
 */
export function readInputs(
  textOf: (input: InputName) => string,
  surroundings: Surroundings,
): Inputs {
  const reader = new InputReader(textOf);
  const mode = reader.choice('mode', modes);
  const endpointName = reader.resourceName('endpoint-name');
  const { source, tags, executionRoleArn } = readWhat(reader, surroundings, { mode, endpointName });
  const keepVersions = readKeepVersions(reader);
  const inputs: Inputs = {
    mode,
    rollout: {
      endpointName,
      endpointConfigName: ('name' in source && source.name) || '',
      source,
      ...(executionRoleArn !== undefined && { executionRoleArn }),
      ...(keepVersions !== undefined && { keepVersions }),
      redeploy: reader.boolean('redeploy'),
      createEndpoint: readCreation(reader, source),
      tags,
      preflight: reader.choice('preflight', ['enforce', 'warn', 'off']),
      deployment: readDeployment(reader),
      retention: readRetention(reader),
      autoscaling: readAutoscaling(reader),
      ifOlderCommit: reader.choice('if-older-commit', ['fail', 'allow']),
      ifInProgress: reader.choice('if-in-progress', ['wait', 'fail']),
      watch: reader.boolean('wait') ? 'until-settled' : 'start-only',
      showLogs: readShowLogs(reader),
      waitTimeoutSeconds: reader.duration('wait-timeout', { leastSeconds: 1 }),
      pollIntervalSeconds: readPollInterval(reader),
      smokeTest: readSmokeTest(reader, surroundings),
      ...(reader.unknown.length > 0 && { unknown: reader.unknown }),
    },
    region: readRegion(reader, surroundings),
    role: readRole(reader, surroundings),
    reporting: readReporting(reader),
  };
  if (reader.mistakes.length > 0) throw invalidInputs(reader.mistakes);
  return inputs;
}

/** What is to serve, by the mode. */
function readWhat(
  reader: InputReader,
  { readFile }: Surroundings,
  { mode, endpointName }: { readonly mode: Mode; readonly endpointName: string },
): SourceInputs {
  if (mode === 'delete') return readDeletion(reader, endpointName);
  refuseConfirmation(reader);
  return mode === 'rollback' ? readWayBack(reader) : readSource(reader, readFile);
}

/** What replaces an endpoint must not come from it: a run that is cut off in between could not be finished. */
function readCreation(reader: InputReader, source: ConfigSource): EndpointCreation {
  const creation = reader.booleanOr('create-endpoint', 'replace-failed');
  if (creation !== 'replace-failed') return creation ? 'if-missing' : 'never';
  if (copiesWhatServes(source)) {
    const rule = phrase`cannot be combined with a copy of what serves, which would be lost with the endpoint. Give the configuration as \`endpoint-config-file\` or by \`endpoint-config-name\`, and a new model as \`Model\` in the file.`;
    reader.mistake('create-endpoint', creation, rule);
  }
  return creation;
}

function readReporting(reader: InputReader): Reporting {
  return {
    comment: reader.boolean('comment'),
    pullRequest: reader.number('pull-request'),
    environment: reader.text('environment'),
    token: reader.text('github-token'),
    failOnRollback: reader.boolean('fail-on-rollback'),
    notify: reader.boolean('notify'),
  };
}

/** Whose report it would be, as far as that can be read where other inputs cannot. */
export interface Addressee {
  /** Undefined where the input is not one of them. */
  readonly mode: Mode | undefined;
  readonly endpointName: string;
  readonly region: string;
  readonly roleArn: string;
  readonly reporting: Reporting;
}

/** What cannot be read counts as not given; nothing is thrown. */
export function readAddressee(
  textOf: (input: InputName) => string,
  region: string | undefined,
): Addressee {
  const reader = new InputReader(textOf);
  const mode = reader.choice('mode', modes);
  const asked = reader.text('aws-region') ?? region ?? '';
  return {
    mode: reader.mistakes.length > 0 ? undefined : mode,
    endpointName: reader.optionalResourceName('endpoint-name') ?? '',
    region: regionName.test(asked) ? asked : '',
    roleArn: reader.text('role-to-assume') ?? '',
    reporting: readReporting(reader),
  };
}

/** As the region's name is made up; which ones there are, AWS knows best. */
const regionName = /^[a-z]{2,}(-[a-z]+)+-\d{1,2}$/;

/** The region that the input names, else that of the environment. */
function readRegion(reader: InputReader, { region }: Surroundings): string {
  const given = reader.text('aws-region');
  if (given !== undefined && !regionName.test(given)) {
    reader.mistake(
      'aws-region',
      given,
      phrase`is not a valid region name: write it like eu-west-1.`,
    );
  }
  if (given === undefined && region && !regionName.test(region)) {
    const rule = phrase`is not a valid region name: write it like eu-west-1, or set \`aws-region\`.`;
    reader.mistakes.push({ place: 'AWS_REGION', value: region, rule });
  }
  if (given === undefined && !region) {
    reader.mistake(
      'aws-region',
      undefined,
      phrase`is missing, and AWS_REGION is not set in the environment: write the region.`,
    );
  }
  const named = given ?? region ?? '';
  for (const { input, arn, region: other } of reader.regions) {
    if (other !== named && named !== '') {
      reader.mistake(
        input,
        arn,
        phrase`is in ${other}, and the region is ${named}. Write one in it.`,
      );
    }
  }
  return named;
}
