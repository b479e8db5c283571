import { recreate } from '../doubt.ts';
import { planFor } from '../plan.ts';
import type { RolloutRequest } from '../request.ts';
import { type Phrase, phrase } from '../text/phrase.ts';
import { type Facts, goesBack } from './facts.ts';
import { type Finding, judged, notChecked } from './finding.ts';
import { modelInput } from './written.ts';

/** UpdateEndpoint takes an endpoint that exists: facts of its ValidationException `Could not find endpoint`. */
export function endpointExists({
  endpoint,
  createEndpoint,
  request,
  region,
}: Facts): readonly Finding[] {
  const id = 'endpoint-exists';
  if (endpoint.kind === 'not-readable') {
    const unknown = phrase`Whether the endpoint exists, and what it serves, is not known.`;
    return [notChecked({ id, unknown }, [request.endpointName], endpoint.problem)];
  }
  if (endpoint.kind === 'found' || createEndpoint) return [];
  return [
    {
      id,
      level: 'error',
      seen: phrase`There is no endpoint ${request.endpointName} in ${region}.`,
      why: phrase`An update needs an endpoint.`,
      remedy: phrase`Fix \`endpoint-name\` or the region, or set \`create-endpoint: true\` to have it created.`,
    },
  ];
}

/** UpdateEndpoint answers `Could not find endpoint configuration` otherwise. */
export function endpointConfigExists(facts: Facts): readonly Finding[] {
  const { config, request, region } = facts;
  const id = 'endpoint-config-exists';
  if (config.kind === 'not-readable') {
    const unknown = phrase`Whether the endpoint configuration exists, and what it says, is not known.`;
    return [notChecked({ id, unknown }, [request.endpointConfigName], config.problem)];
  }
  if (config.kind === 'found') return [];
  return [
    {
      id,
      level: 'error',
      seen: phrase`There is no endpoint configuration ${request.endpointConfigName} in ${region}.`,
      why: phrase`SageMaker rolls out configurations that exist.`,
      remedy: goesBack(facts)
        ? phrase`Create it again as it was, or choose another one: \`endpoint-config-name\`.`
        : phrase`Fix \`endpoint-config-name\` or the region, or give the configuration as \`endpoint-config-file\` or by \`model-name\`.`,
    },
  ];
}

/**
 * An endpoint whose own configuration was deleted cannot be updated: UpdateEndpoint names the old
 * one as not found.
 */
export function servingConfigExists(facts: Facts): readonly Finding[] {
  const { serving, endpoint, toCreate } = facts;
  const id = 'serving-config-exists';
  if (endpoint.kind !== 'found') return [];
  const name = endpoint.value.configName;
  if (serving.kind === 'not-readable') {
    const unknown = phrase`Whether the configuration that serves still exists is not known.`;
    return [notChecked({ id, unknown }, [name], serving.problem)];
  }
  if (serving.kind === 'found' || toCreate.includes(name)) return [];
  return [
    {
      id,
      level: 'error',
      seen: phrase`The configuration that serves, ${name}, no longer exists.`,
      why: phrase`SageMaker needs it to update the endpoint and to roll back.`,
      remedy: goesBack(facts)
        ? phrase`Create an endpoint configuration of that name again, as it was; then run this again.`
        : recreate(name),
    },
  ];
}

/** CreateEndpointConfig answers `Could not find model` otherwise. */
export function modelsExist(facts: Facts): readonly Finding[] {
  const { models, region } = facts;
  const id = 'model-exists';
  const unknown = phrase`Whether these models exist is not known.`;
  const hidden = Object.entries(models).flatMap(([name, model]) =>
    model.kind === 'not-readable' ? [{ name, problem: model.problem }] : [],
  );
  const [first] = hidden;
  const missing = Object.entries(models).filter(([, model]) => model.kind === 'missing');
  const names = hidden.map(({ name }) => name);
  return [
    ...missing.map(
      ([name]): Finding => ({
        id,
        level: 'error',
        seen: phrase`There is no model ${name} in ${region}.`,
        why: phrase`The new configuration names it: its instances could not start.`,
        remedy: goesBack(facts)
          ? phrase`Create it again as it was (CreateModel), or choose another configuration: \`endpoint-config-name\`.`
          : phrase`Fix the name in ${modelInput(facts)}, or the region, or create the model first (CreateModel).`,
      }),
    ),
    ...(first ? [notChecked({ id, unknown }, names, first.problem)] : []),
  ];
}

/** Which statuses refuse an update: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_UpdateEndpoint.html */
export function stateAllowsAnUpdate({ endpoint, request }: Facts): readonly Finding[] {
  const id = 'endpoint-state';
  return judged(
    { id, unknown: phrase`Whether it can be updated is not known.` },
    endpoint,
    (before) => {
      const plan = planFor(request.endpointConfigName, before);
      const seen = phrase`Endpoint ${before.name} is ${before.status}.`;
      if (plan.kind === 'impossible') {
        const why = phrase`SageMaker refuses to update it.`;
        return [{ id, level: 'error', seen, why, remedy: plan.problem.remedy }];
      }
      if (plan.kind === 'wait') return [busy(id, seen, request.ifInProgress)];
      if (before.status !== 'UpdateRollbackFailed') return [];
      const why = phrase`A rollback failed: it serves with a mix of old and new instances.`;
      const remedy = phrase`This update is the way out, if its configuration is known to work.${onlyFailed(request)}`;
      return [{ id, level: 'remark', seen, why, remedy }];
    },
  );
}

/** What the option does not do, where it may be expected. */
function onlyFailed({ createEndpoint }: RolloutRequest): Phrase {
  if (createEndpoint !== 'replace-failed') return phrase``;
  return phrase` \`create-endpoint: replace-failed\` replaces an endpoint only if its status is Failed.`;
}

function busy(id: string, seen: Phrase, ifInProgress: 'wait' | 'fail'): Finding {
  const why = phrase`SageMaker takes one update at a time.`;
  return ifInProgress === 'wait'
    ? {
        id,
        level: 'remark',
        seen,
        why,
        remedy: phrase`Nothing to do: the rollout waits for its end.`,
      }
    : {
        id,
        level: 'error',
        seen,
        why,
        remedy: phrase`Run this again when it is InService, or set \`if-in-progress: wait\`.`,
      };
}
