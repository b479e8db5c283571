import { textAt } from '../json.ts';
import type { ChosenModel } from './chosen-model.ts';
import { containersOf } from './model-content.ts';

/** What the tag of an image stands for can change: the digest alone tells which image it is. */
export function isNamedByTag(image: string): boolean {
  return !/@sha256:[0-9a-f]{64}$/.test(image);
}

/** The images of models that the action makes, once each, whose tags may stand for others by now. */
export function taggedImages(models: readonly ChosenModel[]): readonly string[] {
  const containers = models.flatMap(({ content }) => (content ? containersOf(content) : []));
  const images = containers.flatMap((container) => textAt(container, 'Image') ?? []);
  return [...new Set(images.filter(isNamedByTag))];
}
