import { productionVariantsOf, variantNameOf } from '../endpoint-config.ts';
import { type JsonObject, objectAt, textAt } from '../json.ts';
import type { SmokeRequest } from '../smoke-test.ts';
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
  const unknown = 'Whether the requests of the smoke test suit the new configuration is not known.';
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
      `${variantNameOf(variant)} names no model.`,
      'Its models are inference components, which are not tried out.',
      'Remove `smoke-test-file`.',
    ),
  );
}

/** An asynchronous endpoint is asked by InvokeEndpointAsync only, and no other one is. */
function inAnotherWay({ name, payload }: SmokeRequest, content: JsonObject): readonly Finding[] {
  const isAsynchronous = objectAt(content, 'AsyncInferenceConfig') !== undefined;
  if (isAsynchronous === (payload.kind === 'in-s3')) return [];
  return isAsynchronous
    ? [
        wrong(
          `The smoke test's request ${name} brings its body along.`,
          'The new configuration is asynchronous: it takes what lies in S3.',
          'Put the body into S3, and write `input-location`.',
        ),
      ]
    : [
        wrong(
          `The smoke test's request ${name} has an input-location.`,
          'The new configuration is not asynchronous: it takes a body.',
          'Write `body` or `body-file`.',
        ),
      ];
}

function toNobody({ name, variant }: SmokeRequest, content: JsonObject): readonly Finding[] {
  const names = productionVariantsOf(content).map(variantNameOf);
  if (variant === undefined || names.includes(variant)) return [];
  return [
    wrong(
      `The smoke test's request ${name} asks the variant ${variant}; there are ${names.join(', ')}.`,
      'SageMaker refuses a request to a variant that is not there.',
      'Mend `variant` in that request, or remove it to ask each of them.',
    ),
  ];
}

function wrong(seen: string, why: string, remedy: string): Finding {
  return { id: 'smoke-test', level: 'error', seen, why, remedy };
}
