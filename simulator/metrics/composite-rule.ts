/** The rule of a composite alarm: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html */
export type CompositeRule =
  | { readonly kind: 'constant'; readonly is: boolean }
  | { readonly kind: 'state'; readonly of: string; readonly state: ChildState }
  | { readonly kind: 'not'; readonly rule: CompositeRule }
  | { readonly kind: 'and' | 'or'; readonly left: CompositeRule; readonly right: CompositeRule };

export type ChildState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

/** Why a rule cannot be read. */
export class RuleError extends Error {}

export function readRule(text: string): CompositeRule {
  const reader = new Reader(text.match(/"(?:\\.|[^"\\])*"|[()]|[^\s()"]+/g) ?? []);
  const rule = reader.either();
  reader.end();
  return rule;
}

/** Whether the rule holds; a child is named by its name or its ARN. */
export function holds(rule: CompositeRule, stateOf: (child: string) => ChildState): boolean {
  switch (rule.kind) {
    case 'constant':
      return rule.is;
    case 'state':
      return stateOf(rule.of) === rule.state;
    case 'not':
      return !holds(rule.rule, stateOf);
    case 'and':
      return holds(rule.left, stateOf) && holds(rule.right, stateOf);
    case 'or':
      return holds(rule.left, stateOf) || holds(rule.right, stateOf);
  }
}

/** The children that a rule names, each once. */
export function childrenIn(rule: CompositeRule): string[] {
  switch (rule.kind) {
    case 'constant':
      return [];
    case 'state':
      return [rule.of];
    case 'not':
      return childrenIn(rule.rule);
    default:
      return [...new Set([...childrenIn(rule.left), ...childrenIn(rule.right)])];
  }
}

const childStates: readonly string[] = ['OK', 'ALARM', 'INSUFFICIENT_DATA'];

class Reader {
  readonly #tokens: string[];

  constructor(tokens: string[]) {
    this.#tokens = tokens;
  }

  either(): CompositeRule {
    let left = this.#both();
    while (this.#takes('OR')) left = { kind: 'or', left, right: this.#both() };
    return left;
  }

  end(): void {
    const [token] = this.#tokens;
    if (token !== undefined) throw new RuleError(`Unexpected ${token}`);
  }

  #both(): CompositeRule {
    let left = this.#one();
    while (this.#takes('AND')) left = { kind: 'and', left, right: this.#one() };
    return left;
  }

  #one(): CompositeRule {
    if (this.#takes('NOT')) return { kind: 'not', rule: this.#one() };
    if (this.#takes('TRUE')) return { kind: 'constant', is: true };
    if (this.#takes('FALSE')) return { kind: 'constant', is: false };
    if (this.#takes('(')) return this.#closed(this.either());
    const state = this.#take();
    if (!childStates.includes(state) || !this.#takes('('))
      throw new RuleError(`Unexpected ${state}`);
    const of = this.#take()
      .replace(/^"(.*)"$/, '$1')
      .replaceAll(/\\(.)/g, '$1');
    return this.#closed({ kind: 'state', of, state: state as ChildState });
  }

  #closed(rule: CompositeRule): CompositeRule {
    if (!this.#takes(')')) throw new RuleError('A parenthesis is not closed');
    return rule;
  }

  #take(): string {
    const token = this.#tokens.shift();
    if (token === undefined) throw new RuleError('The rule ends too early');
    return token;
  }

  #takes(wanted: string): boolean {
    if (this.#tokens[0] !== wanted) return false;
    this.#tokens.shift();
    return true;
  }
}
