import type {
  CapacityCause,
  Cause,
  ContainerCause,
  ModelDataCause,
  PermissionCause,
} from '../../domain/cause/kinds.ts';
import { denialRemedy } from '../../domain/denial-remedy.ts';
import { type Fleet, quotaRemedy } from '../../domain/quota.ts';
import { listed, type Phrase, phrase } from '../../domain/text/phrase.ts';
import { alarmAdvice } from './alarm-advice.ts';

/**
 * What to do about what SageMaker's reason or the evidence tells: the model is at fault for some of it only.
 * `fleet`: how the update brought up its fleet; undefined: a creation.
 */
export function adviceOn(cause: Cause, fleet: Fleet | undefined): Phrase | undefined {
  switch (cause.kind) {
    case 'alarm':
      return alarmAdvice(cause);
    case 'capacity':
      return capacityAdvice(cause, fleet);
    case 'quota':
      return quotaRemedy(cause.quota, fleet);
    case 'model-data':
      return modelDataAdvice(cause);
    case 'permission':
      return permissionAdvice(cause);
    case 'container':
      return containerAdvice(cause);
    case 'smoke-test':
      return phrase`Fix the model, or what the smoke test expects of it, and roll out again. The endpoint's logs may tell more.`;
    default:
      return undefined;
  }
}

/** Whether it is not the model that is at fault, nor its container: another version would fail the same way. */
export function sparesTheModel({ kind }: Cause): boolean {
  return ['capacity', 'quota', 'model-data', 'permission'].includes(kind);
}

function containerAdvice({ how, isSilent, failure }: ContainerCause): Phrase {
  const isAboutImage = how === 'image' || how === 'image-too-large';
  if (isAboutImage) return byHow[how];
  // Longer waits do not help a container that has ended, nor one that has never begun.
  if (failure?.condition === 'died') return died;
  return isSilent ? silent : byHow[how];
}

const byHow: Readonly<Record<ContainerCause['how'], Phrase>> = {
  'not-ready': phrase`The container did not answer GET /ping with 200 in time: check the endpoint's logs, then fix the model, or raise ContainerStartupHealthCheckTimeoutInSeconds if it needs longer to load.`,
  'not-started': phrase`Check the endpoint's logs, and try the image by itself (docker run, serve).`,
  image: phrase`Check that the image exists in this region under this name and for the architecture of the instances, and that the execution role of the model may pull it (ecr:BatchGetImage, ecr:GetDownloadUrlForLayer).`,
  'image-too-large': phrase`Make the image smaller than the size that SageMaker names: leave out what only training needs, and give the model's weights as ModelDataUrl instead of in the image.`,
  log: phrase`Check the endpoint's logs, fix the model or its container, and roll out again.`,
};

const died = phrase`Read in the endpoint's logs why the container died, fix the model or its container, and roll out again. A longer time to start does not help.`;

const silent = phrase`No new container has logged anything, so it may never have run: check that the image is built for the architecture of the instances and starts with \`docker run <image> serve\`, and that the execution role may write logs (logs:CreateLogGroup, logs:CreateLogStream, logs:PutLogEvents).`;

function modelDataAdvice({ how, object }: ModelDataCause): Phrase {
  const place = object === undefined ? phrase`its address` : phrase`${object}`;
  return how === 'not-extracted'
    ? phrase`Check that the object at ${place} is a valid tar.gz archive without symbolic links, and that it fits on the volume of the instances (VolumeSizeInGB).`
    : phrase`Check that the model data exist at ${place}, in the region of the endpoint, and that the execution role of the model may read them (s3:GetObject, and kms:Decrypt where they are encrypted).`;
}

function capacityAdvice({ instanceTypes }: CapacityCause, fleet: Fleet | undefined): Phrase {
  const which = instanceTypes.length > 0 ? listed(instanceTypes) : phrase`the present one`;
  const inBatches =
    fleet === 'second-fleet' ? phrase`, or in batches: \`strategy: rolling\`` : phrase``;
  return phrase`The model is not at fault. Roll out again later, with another InstanceType than ${which}, or with InstancePools${inBatches}.`;
}

/** What fails while a fleet starts is mostly denied to the role of the model, which AWS names. */
function permissionAdvice({ of, denial }: PermissionCause): Phrase | undefined {
  const { action = '', resource, principal } = denial;
  const who = principal === undefined ? phrase`the execution role` : phrase`${principal}`;
  switch (of) {
    case 'call': {
      const on = resource === undefined ? phrase`what it needs` : phrase`${resource}`;
      return denialRemedy(denial, { action, on, who });
    }
    case 'image': {
      const which = resource === undefined ? phrase`the image` : phrase`the image ${resource}`;
      return phrase`Check that ${which} exists in this region under this name, and allow ${who} to pull it (ecr:BatchGetImage, ecr:GetDownloadUrlForLayer, and ecr:GetAuthorizationToken on *), by the policy of its repository too.`;
    }
    case 'key': {
      const which = resource === undefined ? phrase`the key` : phrase`the key ${resource}`;
      return phrase`Check that ${which} is enabled, and that its policy and the one of the execution role allow kms:Decrypt and kms:CreateGrant on it.`;
    }
    case 'role': {
      const which =
        resource === undefined ? phrase`the execution role` : phrase`the role ${resource}`;
      return phrase`Check that ${which} exists, and that its trust policy allows sts:AssumeRole to sagemaker.amazonaws.com.`;
    }
    case 'credentials':
      return undefined;
  }
}
