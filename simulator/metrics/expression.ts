/** Metric math: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'id'; readonly id: string }
  | {
      readonly kind: 'operation';
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'function';
      readonly name: FunctionName;
      readonly args: readonly Expression[];
    };

const levels = [
  ['OR', '||'],
  ['AND', '&&'],
  ['==', '!=', '<=', '>=', '<', '>'],
  ['+', '-'],
  ['*', '/'],
] as const;

export type Operator = (typeof levels)[number][number];
export type FunctionName = keyof typeof argumentCounts;

/** Of the functions that are modeled. */
const argumentCounts = {
  IF: [2, 3],
  FILL: [2, 2],
  ABS: [1, 1],
  CEIL: [1, 1],
  FLOOR: [1, 1],
} as const;

/** Why an expression cannot be worked out. */
export class ExpressionError extends Error {}

export function readExpression(text: string): Expression {
  const reader = new Reader(tokensOf(text));
  const expression = reader.level(0);
  reader.end();
  return expression;
}

/** The ids that an expression names. */
export function idsIn(expression: Expression): string[] {
  switch (expression.kind) {
    case 'number':
      return [];
    case 'id':
      return [expression.id];
    case 'operation':
      return [...idsIn(expression.left), ...idsIn(expression.right)];
    case 'function':
      return expression.args.flatMap(idsIn);
  }
}

function tokensOf(text: string): string[] {
  const tokens = text.match(/\d+(?:\.\d+)?|\w+|\|\||&&|[=!<>]=|[-+*/<>(),]|\S/g) ?? [];
  if (tokens.length === 0) throw new ExpressionError('The expression is empty');
  return tokens;
}

class Reader {
  readonly #tokens: string[];

  constructor(tokens: string[]) {
    this.#tokens = tokens;
  }

  /** Operators of this level, between parts of the next one. */
  level(level: number): Expression {
    const operators: readonly string[] | undefined = levels[level];
    if (!operators) return this.#part();
    let left = this.level(level + 1);
    while (operators.includes(this.#next.toUpperCase())) {
      const operator = this.#take().toUpperCase() as Operator;
      left = { kind: 'operation', operator, left, right: this.level(level + 1) };
    }
    return left;
  }

  end(): void {
    if (this.#tokens.length > 0) throw new ExpressionError(`Unexpected "${this.#next}"`);
  }

  get #next(): string {
    return this.#tokens[0] ?? '';
  }

  #take(wanted?: string): string {
    const token = this.#tokens.shift();
    if (token === undefined) throw new ExpressionError('The expression ends too early');
    if (wanted !== undefined && token !== wanted) {
      throw new ExpressionError(`Unexpected "${token}", where "${wanted}" is expected`);
    }
    return token;
  }

  #part(): Expression {
    const token = this.#take();
    if (/^\d/.test(token)) return { kind: 'number', value: Number(token) };
    if (token === '(') return this.#closed(this.level(0));
    if (token === '-') {
      const zero: Expression = { kind: 'number', value: 0 };
      return { kind: 'operation', operator: '-', left: zero, right: this.#part() };
    }
    if (/^[a-z]\w*$/.test(token) && this.#next !== '(') return { kind: 'id', id: token };
    if (/^\w+$/.test(token) && this.#next === '(') return this.#function(token.toUpperCase());
    throw new ExpressionError(`Unexpected "${token}"`);
  }

  #closed(expression: Expression): Expression {
    this.#take(')');
    return expression;
  }

  #function(name: string): Expression {
    if (!Object.hasOwn(argumentCounts, name)) {
      throw new ExpressionError(`The function ${name} is not modeled`);
    }
    this.#take('(');
    const args = [this.level(0)];
    while (this.#next === ',') {
      this.#take();
      args.push(this.level(0));
    }
    this.#take(')');
    const [least, most] = argumentCounts[name as FunctionName];
    if (args.length < least || args.length > most) {
      throw new ExpressionError(`${name} does not take ${args.length} arguments`);
    }
    return { kind: 'function', name: name as FunctionName, args };
  }
}
