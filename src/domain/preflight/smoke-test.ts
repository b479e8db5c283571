import { isAsynchronous, productionVariantsOf, variantNameOf } from '../endpoint-config.ts';
import { type JsonObject, textAt } from '../json.ts';
import type { SmokeRequest } from '../smoke-test.ts';
import { listed, type Phrase, phrase } from '../text/phrase.ts';
import type { Facts } from './facts.ts';
import { type Finding, judged } from './finding.ts';

/**
 * Requests that this configuration cannot answer would be found only after the rollout.
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_runtime_InvokeEndpoint.html
 */
export function smokeTestSuits({ request, config }: Facts): readonly Finding[] {
  const id = 'smoke-test';
  const { requests = [] } = request.smokeTest ?? {};
  if (requests.length === 0) return [];
  const unknown = phrase`Whether the requests of the smoke test suit the new configuration is not known.`;
  return judged({ id, unknown }, config, (content) => [
    ...ofComponents(content),
    ...requests.flatMap((one) => [...inAnotherWay(one, content), ...toNobody(one, content)]),
  ]);
}

function ofComponents(content: JsonObject): readonly Finding[] {
  const nameless = productionVariantsOf(content).filter(
    (variant) => textAt(variant, 'ModelName') === undefined,
  );
  return nameless.map((variant) =>
    wrong(
      phrase`${variantNameOf(variant)} names no model.`,
      phrase`Its models are inference components, which are not smoke-tested.`,
      phrase`Remove \`smoke-test-file\`.`,
    ),
  );
}

/** An asynchronous endpoint is asked by InvokeEndpointAsync only, and no other one is. */
function inAnotherWay({ name, payload }: SmokeRequest, content: JsonObject): readonly Finding[] {
  const mustBeInS3 = isAsynchronous(content);
  if (mustBeInS3 === (payload.kind === 'in-s3')) return [];
  return mustBeInS3
    ? [
        wrong(
          phrase`The smoke test's request ${name} has a body.`,
          phrase`The new configuration is asynchronous: it reads its input from S3.`,
          phrase`Put the body into S3, and write \`input-location\`.`,
        ),
      ]
    : [
        wrong(
          phrase`The smoke test's request ${name} has an input-location.`,
          phrase`The new configuration is not asynchronous: it takes a body.`,
          phrase`Write \`body\` or \`body-file\`.`,
        ),
      ];
}

function toNobody({ name, variant }: SmokeRequest, content: JsonObject): readonly Finding[] {
  const names = productionVariantsOf(content).map(variantNameOf);
  if (variant === undefined || names.includes(variant)) return [];
  return [
    wrong(
      phrase`The smoke test's request ${name} asks the variant ${variant}; there are ${listed(names)}.`,
      phrase`SageMaker refuses a request to a variant that is not there.`,
      phrase`Fix \`variant\` in that request, or remove it to ask each of them.`,
    ),
  ];
}

function wrong(seen: Phrase, why: Phrase, remedy: Phrase): Finding {
  return { id: 'smoke-test', level: 'error', seen, why, remedy };
}
