import { type Phrase, phrase } from './text/phrase.ts';

/** A refusal whose words are known: the pre-flight tells it beforehand where it may read, else AWS does. */
interface KnownRefusal {
  readonly words: string;
  /** `input` says where the new configuration is written. */
  readonly remedy: (input: Phrase) => Phrase;
}

/** In AWS's own words, as sagemaker-python-sdk's pull request 3124 has them. */
export const asynchronousStays = {
  words: 'The AsyncInferenceConfig parameter cannot be removed from this endpoint',
  remedy: (input: Phrase) =>
    phrase`Write AsyncInferenceConfig into ${input}, or create another endpoint (\`endpoint-name\`, \`create-endpoint: true\`).`,
} as const satisfies KnownRefusal;

/** In AWS's own words, as terraform-provider-aws's pull request 45926 has them. */
export const managedScalingNeedsComponents = {
  words: 'ManagedInstanceScaling is only supported for inference component endpoints',
  remedy: (input: Phrase) =>
    phrase`Remove ManagedInstanceScaling from ${input}, and scale the variant with Application Auto Scaling; or name no model in it, and deploy the model as an inference component.`,
} as const satisfies KnownRefusal;

/** What to do about a refusal in such words. */
export function knownRemedy(said: string): Phrase | undefined {
  const known = [asynchronousStays, managedScalingNeedsComponents];
  const refusal = known.find(({ words }) => said.startsWith(words));
  return refusal?.remedy(phrase`the new configuration`);
}
