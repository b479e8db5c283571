/** A part of the report. What is `essential` is never left out. */
export interface Section {
  /** As the note names it when it had to be left out. */
  readonly name: string;
  readonly markdown: string;
  readonly essential?: true;
}

/**
 * The sections, one after the other, within `limit` characters. What does not fit is left out as a
 * whole, the last first, so that no fence and no fold stays open; a note says what is missing.
 */
export function fitted(sections: readonly Section[], limit: number): string {
  const kept = sections.filter(({ markdown }) => markdown !== '');
  const missing: string[] = [];
  for (;;) {
    const text = joined(kept, missing);
    const spare = kept.findLastIndex(({ essential }) => !essential);
    if (text.length <= limit || spare === -1) return text;
    missing.unshift(...kept.splice(spare, 1).map(({ name }) => name));
  }
}

function joined(sections: readonly Section[], missing: readonly string[]): string {
  const note = `_Left out, because it does not fit here: ${missing.join(', ')}._`;
  const parts = [
    ...sections.map(({ markdown }) => markdown),
    ...(missing.length > 0 ? [note] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}
