/** The beginning of a text, in whole characters. */
export function excerpt(text: string, most: number): string {
  // A character is one unit of the text or two: most texts need not be taken apart.
  if (text.length <= most) return text;
  const signs = [...text.slice(0, 2 * most + 2)];
  return signs.length > most ? `${signs.slice(0, most).join('')}…` : text;
}
