import { phrase } from './text/phrase.ts';
import type { Violation } from './violation.ts';

/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Tag.html */
export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

const longestKey = 128;
const longestValue = 256;
/** Of one resource. */
export const mostTags = 50;
/** Letters, spaces, digits and some signs, in any script. */
const characters = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
const inCharacters = phrase`write letters, digits, spaces and _ . : / = + - @ only.`;

/** Every rule that tags break, those of AWS's own prefix included; places are such as `[0]`. */
export function tagViolationsOf(tags: readonly Tag[]): readonly Violation[] {
  const tooMany: Violation = {
    place: '',
    value: `${tags.length} tags`,
    rule: phrase`are too many: the API takes at most ${mostTags}.`,
  };
  return [
    ...(tags.length > mostTags ? [tooMany] : []),
    ...tags.flatMap((tag, index) =>
      [...keyRules(tag.Key), ...repeatedRules(tags, index), ...valueRules(tag)].map((broken) => ({
        place: `[${index}]`,
        ...broken,
      })),
    ),
  ];
}

function keyRules(key: string): readonly Omit<Violation, 'place'>[] {
  const rules = [
    ...(key === '' ? [phrase`has no key: write 1 to ${longestKey} characters.`] : []),
    ...([...key].length > longestKey
      ? [phrase`is too long for a tag key: write 1 to ${longestKey} characters.`]
      : []),
    ...(characters.test(key) ? [] : [phrase`is not a valid tag key: ${inCharacters}`]),
    ...(/^aws:/i.test(key) ? [phrase`is reserved for AWS: a key cannot begin with aws:.`] : []),
  ];
  return rules.map((rule) => ({ value: key, rule }));
}

function valueRules({ Key: key, Value: value }: Tag): readonly Omit<Violation, 'place'>[] {
  const rules = [
    ...([...value].length > longestValue
      ? [phrase`has too long a value: write at most ${longestValue} characters.`]
      : []),
    ...(characters.test(value) ? [] : [phrase`has a value that is not valid: ${inCharacters}`]),
  ];
  return rules.map((rule) => ({ value: key, rule }));
}

/** Keys are told apart by upper and lower case. */
function repeatedRules(tags: readonly Tag[], index: number): readonly Omit<Violation, 'place'>[] {
  const key = tags[index]?.Key ?? '';
  const first = tags.findIndex((tag) => tag.Key === key);
  return first < index ? [{ value: key, rule: phrase`is given twice: keep one of them.` }] : [];
}

/** Tags from two places, `later` winning where both have a key. */
export function mergedTags(earlier: readonly Tag[], later: readonly Tag[]): readonly Tag[] {
  const keys = later.map(({ Key }) => Key);
  return [...earlier.filter(({ Key }) => !keys.includes(Key)), ...later];
}

/** The tags of what takes the place of something else: those of AWS stay its own, and new ones have precedence. */
export function tagsAfter(earlier: readonly Tag[], given: readonly Tag[]): readonly Tag[] {
  const own = earlier.filter(({ Key }) => !/^aws:/i.test(Key));
  return mergedTags(own, given).slice(-mostTags);
}
