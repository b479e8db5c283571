import type { Snapshot } from './endpoint.ts';
import { Problem } from './problem.ts';
import type { Replacement } from './replaced.ts';
import { joined, type Phrase, phrase } from './text/phrase.ts';
import { timePhrase } from './time.ts';

/** Why what runs under a name is not known to be what the name stands for now. */
export type Doubt =
  /** It is not. */
  | { readonly kind: 'replaced'; readonly problem: Problem }
  /** It could not be determined. */
  | { readonly kind: 'unknown'; readonly problem: Problem };

/** What was deleted and created again, in words. */
export function replacementPhrase(
  replacement: Replacement,
  { name: endpoint, configName }: Snapshot,
): Phrase {
  switch (replacement.kind) {
    case 'created-again': {
      const { kind, name, createdAt } = replacement.named;
      const [which, what] =
        kind === 'model'
          ? [phrase`The model`, phrase`${configName}`]
          : [phrase`The endpoint configuration`, phrase`it`];
      return phrase`${which} ${name} was deleted and created again at ${timePhrase(createdAt)}, after ${endpoint} began to serve ${what}: the old content still serves.`;
    }
    case 'other-image': {
      const { variant, model, runs } = replacement;
      return phrase`Variant ${variant} of ${endpoint} runs the image ${runs}, which its model ${model} does not name any more: the model was deleted and created again, and the old content still serves.`;
    }
  }
}

/** What the user can do so that what the name stands for now is rolled out. */
export type WayOut =
  /** The configuration was asked for by its name. */
  | 'by-name'
  /** Content was given, to be created under that name. */
  | 'given-content'
  /** The endpoint was to roll back to it. */
  | 'back';

const waysOut: Readonly<Record<WayOut, Phrase>> = {
  'by-name': phrase`Set \`redeploy: true\`: a copy of it is rolled out, under a name of its own. Or give the content as \`endpoint-config-file\`, or by \`model-name\`, without a name.`,
  'given-content': phrase`Give no \`endpoint-config-name\`, and no EndpointConfigName in the file: the name is made from the content. Or give another name, or set \`redeploy: true\`.`,
  back: phrase`To roll out its present content, run \`mode: deploy\` with that \`endpoint-config-name\` and \`redeploy: true\`.`,
};

/** What runs under the name is not what the name stands for now. */
export function replaced(
  replacements: readonly Replacement[],
  snapshot: Snapshot,
  wayOut: WayOut,
): Doubt {
  const message = joined(
    replacements.map((each) => replacementPhrase(each, snapshot)),
    ' ',
  );
  const problem = new Problem('content-replaced', message, { remedy: waysOut[wayOut] });
  return { kind: 'replaced', problem };
}

/** The configuration of the name is gone: what serves can neither be compared nor rolled out again. */
export function deleted(snapshot: Snapshot): Doubt {
  const problem = new Problem('serving-config-not-found', deletedPhrase(snapshot), {
    remedy: recreate(snapshot.configName),
  });
  return { kind: 'unknown', problem };
}

export function deletedPhrase({ name: endpoint, configName }: Snapshot): Phrase {
  return phrase`The endpoint configuration ${configName}, which ${endpoint} serves, was deleted: its content can be neither compared nor copied.`;
}

/** The way out where the serving configuration was deleted: SageMaker updates no endpoint without it. */
export function recreate(configName: string): Phrase {
  return phrase`Give the configuration as \`endpoint-config-file\`, with \`endpoint-config-name: ${configName}\`: it is created again under that name, and its content is rolled out.`;
}

/** It could not be determined; `otherwise` says what helps beside what the problem says. */
export function notCompared(
  configName: string,
  { name: endpoint }: Snapshot,
  cause: Problem,
  otherwise?: Phrase,
): Doubt {
  const message = phrase`Whether ${endpoint} serves the present content of ${configName} could not be determined. ${cause.what}`;
  const remedy = joined([cause.remedy, ...(otherwise ? [otherwise] : [])], ' ');
  const problem = new Problem('content-unknown', message, {
    ...{ remedy, rerun: cause.rerun, said: cause.said },
    cause,
  });
  return { kind: 'unknown', problem };
}
