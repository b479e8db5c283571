import { denialIn, tellsOfDenial } from './denial.ts';
import { denialRemedy } from './denial-remedy.ts';
import { quotaIn, quotaRemedy } from './quota.ts';
import { type Phrase, phrase } from './text/phrase.ts';

/** What SageMaker's reason is about, by the words that are known of it. */
const causes = {
  capacity: /InsufficientInstanceCapacity|insufficient capacity|requested ML compute capacity/i,
  quota: /service limit|ResourceLimitExceeded/i,
  'model-data': /download model data|access model data|model data/i,
  image:
    /BatchGetImage|GetDownloadUrlForLayer|BatchCheckLayerAvailability|\bECR\b|container image|the image/i,
  key: /\bKMS\b|kms:/i,
  'health-check': /ping health check/i,
  container: /CannotStartContainerError|container .{0,60}(start|exit)/i,
} as const;

/**
 * What to do about a rollback or a failed creation by SageMaker's reason: the model is at fault for
 * some of them only. Undefined where the reason is of no known kind.
 */
export function reasonAdvice(reason: string): Phrase | undefined {
  if (tellsOfDenial(reason)) return denied(reason);
  const kind = (Object.keys(causes) as (keyof typeof causes)[]).find((one) =>
    causes[one].test(reason),
  );
  switch (kind) {
    case 'capacity':
      return phrase`AWS has too few instances of this type here at the moment; the model is not at fault. Roll out again later, with another InstanceType or with InstancePools, or in batches: \`strategy: rolling\`.`;
    case 'quota':
      return quotaRemedy(quotaIn(reason), undefined);
    case 'model-data':
      return phrase`Check that the model data exist at this address in this region, and that the execution role of the model may read them (s3:GetObject, and kms:Decrypt where they are encrypted).`;
    case 'image':
      return phrase`Check that the image exists in this region under this name, and that the execution role of the model may pull it (ecr:BatchGetImage, ecr:GetDownloadUrlForLayer), by the policy of its repository too.`;
    case 'key':
      return phrase`Check that the key is enabled, and that its policy lets the execution role use it.`;
    case 'health-check':
      return phrase`The container started, and did not answer GET /ping with 200 in time: check the endpoint's logs, then fix the model, or raise ContainerStartupHealthCheckTimeoutInSeconds if it needs longer to load.`;
    case 'container':
      return phrase`The container did not start: check the endpoint's logs, and try the image by itself (docker run, serve).`;
    case undefined:
      return undefined;
  }
}

/** What fails while a fleet starts is mostly denied to the role of the model, which AWS names. */
function denied(reason: string): Phrase {
  const denial = denialIn(reason);
  return denialRemedy(denial, {
    action: denial.action ?? '',
    on: denial.resource === undefined ? phrase`what it needs` : phrase`${denial.resource}`,
    who: denial.principal === undefined ? phrase`the execution role` : phrase`${denial.principal}`,
  });
}
