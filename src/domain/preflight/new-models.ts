import { type JsonObject, objectAt, textAt } from '../json.ts';
import type { ChosenModel } from '../models/chosen-model.ts';
import { containersOf } from '../models/model-content.ts';
import { own, type Phrase, phrase } from '../text/phrase.ts';
import { withoutUrlSecrets } from '../text/url.ts';
import type { Facts } from './facts.ts';
import type { Finding } from './finding.ts';

/** A model that is going to be created, and what it is to be. */
type NewModel = Pick<ChosenModel, 'name' | 'variant' | 'serving'> & {
  readonly content: JsonObject;
};

const registry = /^\d{12}\.dkr[.-]ecr(?:-fips)?\.(?<region>[a-z0-9-]+)\./;
const digest = /@sha256:[0-9a-f]{64}$/;

/** The role may be left out of CreateModel, but what serves needs one to pull its image and read its data. */
export function newModelsHaveRoles(facts: Facts): readonly Finding[] {
  return newModels(facts).flatMap(({ content, variant }) =>
    content.ExecutionRoleArn === undefined
      ? [
          {
            id: 'model-role',
            level: 'error',
            seen: phrase`The model of variant ${variant} has no execution role.`,
            why: phrase`No model serves there whose role it could take, and without one SageMaker can read neither its image nor its data.`,
            remedy: phrase`Set \`execution-role-arn\`, or write ExecutionRoleArn in the model.`,
          } as const,
        ]
      : [],
  );
}

/** The same tag is the same content to every API call, even if the image behind it was replaced. */
export function imagesAreNamedByDigest(facts: Facts): readonly Finding[] {
  return imagesOf(facts).flatMap(({ image }) =>
    registry.test(image) && !digest.test(image)
      ? [
          {
            id: 'image-tag-mutable',
            level: 'remark',
            seen: phrase`The image ${image} is named by a tag.`,
            why: phrase`If the tag is moved to another image, that is no other content to this action.`,
            remedy: phrase`Nothing to do if this tag never moves. Otherwise name the image by its digest (\`@sha256:…\`), which the build outputs, or set \`redeploy: true\` after the tag was moved.`,
          } as const,
        ]
      : [],
  );
}

/** https://docs.aws.amazon.com/sagemaker/latest/dg/your-algorithms-containers-inference-private.html */
export function imagesComeFromEcr(facts: Facts): readonly Finding[] {
  return imagesOf(facts).flatMap(({ image, container }) =>
    registry.test(image) || isFromVpc(container)
      ? []
      : [
          {
            id: 'image-registry',
            level: 'error',
            seen: phrase`The image ${image} is not in Amazon ECR.`,
            why: phrase`SageMaker pulls other images only through a VPC.`,
            remedy: phrase`Push the image to ECR, as in 123456789012.dkr.ecr.${facts.region}.amazonaws.com/name@sha256:…; or write the model in \`endpoint-config-file\` with ImageConfig RepositoryAccessMode Vpc.`,
          } as const,
        ],
  );
}

function isFromVpc(container: JsonObject): boolean {
  return textAt(objectAt(container, 'ImageConfig') ?? {}, 'RepositoryAccessMode') === 'Vpc';
}

/** SageMaker reads images and model data in the region of the endpoint. */
export function imagesAndDataAreHere(facts: Facts): readonly Finding[] {
  const images = imagesOf(facts).map(({ image }) => ({
    what: phrase`The image ${image}`,
    region: registry.exec(image)?.groups?.region,
  }));
  const data = containers(facts).flatMap(({ container }) => {
    const url = dataUrlOf(container);
    if (url === undefined) return [];
    return [{ what: phrase`The model data ${withoutUrlSecrets(url)}`, region: regionOfData(url) }];
  });
  return [...images, ...data].flatMap(({ what, region }) =>
    region === undefined || region === facts.region ? [] : [elsewhere(what, region, facts.region)],
  );
}

function elsewhere(what: Phrase, region: string, here: string): Finding {
  return {
    id: 'model-region',
    level: 'warning',
    seen: phrase`${what} is in ${region}, and the endpoint in ${here}.`,
    why: phrase`SageMaker takes images and model data from the region of the endpoint.`,
    remedy: phrase`Copy it to ${here}, or fix \`aws-region\`.`,
  };
}

function dataUrlOf(container: JsonObject): string | undefined {
  const source = objectAt(objectAt(container, 'ModelDataSource') ?? {}, 'S3DataSource');
  return textAt(container, 'ModelDataUrl') ?? (source && textAt(source, 'S3Uri'));
}

/** Most buckets tell no region; those of SageMaker's SDK and addresses by HTTPS do. */
function regionOfData(url: string): string | undefined {
  const ofSdk = /^s3:\/\/sagemaker-(?<region>[a-z]{2}(?:-[a-z]+)+-\d)-\d{12}(?:\/|$)/;
  const ofHost = /^https:\/\/(?:[^/]+\.)?s3[.-](?<region>[a-z]{2}(?:-[a-z]+)+-\d)\.amazonaws\./;
  return (ofSdk.exec(url) ?? ofHost.exec(url))?.groups?.region;
}

/** What a file does not say is not taken from the model that serves: a network that is lost is a hole. */
export function networksAreKept(facts: Facts): readonly Finding[] {
  return facts.newModels.flatMap(({ content, serving, variant }) => {
    if (!serving || !content) return [];
    const lost = (member: string, word: 'VpcConfig' | 'EnableNetworkIsolation') =>
      serving[member] !== undefined && serving[member] !== false && content[member] === undefined
        ? [networkLost(variant, word)]
        : [];
    return [
      ...lost('VpcConfig', 'VpcConfig'),
      ...lost('EnableNetworkIsolation', 'EnableNetworkIsolation'),
    ];
  });
}

function networkLost(variant: string, member: 'VpcConfig' | 'EnableNetworkIsolation'): Finding {
  return {
    id: 'model-network',
    level: 'warning',
    seen: phrase`The model that serves in variant ${variant} has ${own(member)}, and the new one has not.`,
    why: phrase`The containers would run in another network than today.`,
    remedy: phrase`Write ${own(member)} in the model, if that is not intended.`,
  };
}

function newModels({ newModels }: Facts): readonly NewModel[] {
  return newModels.flatMap((model) =>
    model.isNew && model.content ? [{ ...model, content: model.content }] : [],
  );
}

function containers(facts: Facts): readonly { readonly container: JsonObject }[] {
  return newModels(facts).flatMap(({ content }) =>
    containersOf(content).map((container) => ({ container })),
  );
}

function imagesOf(facts: Facts) {
  return containers(facts).flatMap(({ container }) => {
    const image = textAt(container, 'Image');
    return image === undefined ? [] : [{ image, container }];
  });
}
