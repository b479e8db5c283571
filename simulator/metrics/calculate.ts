import type { Expression, FunctionName, Operator } from './expression.ts';

/** A value for each span of time; undefined where there is no datapoint. */
export type Series = readonly (number | undefined)[];

/** A number stands for itself at every point, and makes no point of its own. */
type Operand = { readonly kind: 'number'; readonly value: number } | SeriesOperand;
type SeriesOperand = { readonly kind: 'series'; readonly points: Series };

type Lookup = (id: string) => Series;

/**
 * Works out metric math. Where one of several series has a datapoint, the others count as 0
 * if they have none; a division by zero has no datapoint.
 */
export function calculate(expression: Expression, length: number, lookup: Lookup): Series {
  const result = new Calculator(length, lookup).operand(expression);
  return result.kind === 'series' ? result.points : Array(length).fill(result.value);
}

class Calculator {
  readonly #length: number;
  readonly #lookup: Lookup;

  constructor(length: number, lookup: Lookup) {
    this.#length = length;
    this.#lookup = lookup;
  }

  operand(expression: Expression): Operand {
    switch (expression.kind) {
      case 'number':
        return expression;
      case 'id':
        return { kind: 'series', points: this.#lookup(expression.id) };
      case 'operation': {
        const sides = [this.operand(expression.left), this.operand(expression.right)];
        const operate = operations[expression.operator];
        return this.#pointByPoint(sides, ([left = 0, right = 0]) => operate(left, right));
      }
      case 'function':
        return this.#function(
          expression.name,
          expression.args.map((each) => this.operand(each)),
        );
    }
  }

  #function(name: FunctionName, args: readonly Operand[]): Operand {
    switch (name) {
      case 'IF':
        return this.#choose(args);
      case 'FILL':
        return this.#fill(args);
      case 'ABS':
        return this.#pointByPoint(args, ([value = 0]) => Math.abs(value));
      case 'CEIL':
        return this.#pointByPoint(args, ([value = 0]) => Math.ceil(value));
      case 'FLOOR':
        return this.#pointByPoint(args, ([value = 0]) => Math.floor(value));
    }
  }

  /** Without a third argument there is no datapoint where the condition does not hold. */
  #choose(args: readonly Operand[]): Operand {
    const points = this.#points((index) => {
      if (!this.#hasPoint(args, index)) return undefined;
      const [condition, yes, no] = args.map((arg) => at(arg, index));
      return condition ? yes : no;
    });
    return this.#asNumber(args, points);
  }

  #fill([series, filling]: readonly Operand[]): Operand {
    const points = this.#points((index) => at(series, index) ?? at(filling, index));
    return { kind: 'series', points };
  }

  #pointByPoint(
    args: readonly Operand[],
    operate: (values: readonly number[]) => number | undefined,
  ): Operand {
    const points = this.#points((index) =>
      this.#hasPoint(args, index) ? operate(args.map((arg) => at(arg, index) ?? 0)) : undefined,
    );
    return this.#asNumber(args, points);
  }

  #points(point: (index: number) => number | undefined): Series {
    return Array.from({ length: this.#length }, (_, index) => point(index));
  }

  /** Numbers alone make no series. */
  #asNumber(args: readonly Operand[], points: Series): Operand {
    const [first] = points;
    const isNumber = args.every(({ kind }) => kind === 'number') && first !== undefined;
    return isNumber ? { kind: 'number', value: first } : { kind: 'series', points };
  }

  #hasPoint(args: readonly Operand[], index: number): boolean {
    const series = args.filter(({ kind }) => kind === 'series');
    return series.length === 0 || series.some((each) => at(each, index) !== undefined);
  }
}

function at(operand: Operand | undefined, index: number): number | undefined {
  return operand?.kind === 'number' ? operand.value : operand?.points[index];
}

const operations: Readonly<Record<Operator, (a: number, b: number) => number | undefined>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => (b === 0 ? undefined : a / b),
  '==': (a, b) => Number(a === b),
  '!=': (a, b) => Number(a !== b),
  '<': (a, b) => Number(a < b),
  '<=': (a, b) => Number(a <= b),
  '>': (a, b) => Number(a > b),
  '>=': (a, b) => Number(a >= b),
  AND: (a, b) => Number(a !== 0 && b !== 0),
  '&&': (a, b) => Number(a !== 0 && b !== 0),
  OR: (a, b) => Number(a !== 0 || b !== 0),
  '||': (a, b) => Number(a !== 0 || b !== 0),
};
