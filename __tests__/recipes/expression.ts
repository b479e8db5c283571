import { runInNewContext } from 'node:vm';

/** What expressions refer to, by whole paths such as `inputs.instance-type`. */
export type Values = Readonly<Record<string, unknown>>;

/**
 * A workflow's text with its expressions filled in.
 *
 * https://docs.github.com/actions/reference/workflows-and-actions/expressions
 */
export function filledIn(text: string, values: Values): string {
  return text.replaceAll(/\$\{\{ (.*?) \}\}/g, (_, expression) => {
    const value = evaluate(expression, values);
    return value === null ? '' : String(value);
  });
}

/**
 * Strings, comparisons and the operators mean in JavaScript what they mean to GitHub, as far as the
 * recipes use them; paths are looked up. One without a value is a mistake of the recipe or the test.
 */
export function evaluate(expression: string, values: Values): unknown {
  const script = expression.replaceAll(/'[^']*'|[A-Za-z_][\w.-]*(\(?)/g, (found, call) =>
    found.startsWith("'") || call ? found : `value(${JSON.stringify(found)})`,
  );
  const value = (path: string) => {
    if (!Object.hasOwn(values, path)) throw new Error(`Nothing is known of ${path}`);
    return values[path];
  };
  return runInNewContext(script, { value, format, toJSON });
}

const toJSON = (value: unknown) => JSON.stringify(value, null, 2);

const format = (text: string, ...inserts: readonly unknown[]) =>
  text.replaceAll(/\{(\d+)\}/g, (_, index) => String(inserts[index]));
