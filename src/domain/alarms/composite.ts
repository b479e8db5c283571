/** What the rule of a composite alarm says of others. */
export interface CompositeRule {
  readonly names: readonly string[];
  /** Whether any of them in ALARM is enough for this one: the rule has nothing but OR. */
  readonly isAnyOf: boolean;
}

const tokens = /"((?:[^"\\]|\\.)*)"|[^\s(),"]+/g;
const words = ['ALARM', 'OK', 'INSUFFICIENT_DATA', 'AND', 'OR', 'NOT', 'TRUE', 'FALSE', 'AT_LEAST'];
const wordsOfAny = ['ALARM', 'OR'];

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html */
export function compositeRule(rule: string): CompositeRule {
  const read = [...rule.matchAll(tokens)].map(([token, quoted]) => ({ token, quoted }));
  const said = read.flatMap(({ token, quoted }) =>
    quoted === undefined && words.includes(token) ? [token] : [],
  );
  const isCounted = said.includes('AT_LEAST');
  const names = read.flatMap(({ token, quoted }) => {
    if (quoted !== undefined) return [nameOf(quoted.replaceAll(/\\(.)/g, '$1'))];
    const isCount = isCounted && /^\d+%?$/.test(token);
    return words.includes(token) || isCount ? [] : [nameOf(token)];
  });
  return {
    names: [...new Set(names)],
    isAnyOf: names.length > 0 && said.every((word) => wordsOfAny.includes(word)),
  };
}

/** An ARN holds the name at its end. */
function nameOf(nameOrArn: string): string {
  const [, name] = /^arn:[^:]*:cloudwatch:[^:]*:[^:]*:alarm:(.+)$/.exec(nameOrArn) ?? [];
  return name ?? nameOrArn;
}
