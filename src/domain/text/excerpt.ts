/** The beginning of a text, in whole characters. */
export function excerpt(text: string, most: number): string {
  const signs = [...text.slice(0, 2 * most + 2)];
  return signs.length > most ? `${signs.slice(0, most).join('')}…` : text;
}
