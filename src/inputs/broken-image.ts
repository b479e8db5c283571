import { type Phrase, phrase } from '../domain/text/phrase.ts';

/** What a build leaves behind whose output is missing, or is the digest alone; the API takes any text. */
export function brokenImage(text: string): Phrase | undefined {
  if (/[@:]$/.test(text)) {
    return phrase`ends where its digest or tag should be: the expression for that is empty. Check that the job that builds the image sets the output, and that this job \`needs\` it.`;
  }
  if (/^(sha\d+:)?[0-9a-f]+$/.test(text)) {
    return phrase`is a digest alone: write the whole address, such as 123456789012.dkr.ecr.eu-west-1.amazonaws.com/fraud@sha256:….`;
  }
  if (!text.includes('@') || /@sha256:[0-9a-f]{64}$/.test(text)) return undefined;
  return phrase`has a digest that is not valid: write @sha256: and 64 hexadecimal digits.`;
}
