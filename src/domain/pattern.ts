/**
 * Whether a user's regular expression is found in a text. `gave-up`: it took too long, or its
 * engine refuses it.
 */
export type Match = 'found' | 'not-found' | 'gave-up';
/** Looks for a regular expression of JavaScript, in which a dot is any sign, in a text from elsewhere. */
export type MatchText = (pattern: string, text: string) => Match;

export const millisecondsToMatch = 500;
/** What comes after so many characters of a text is not searched. */
export const longestMatchedText = 1_048_576;
