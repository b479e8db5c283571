import { Problem } from '../../src/domain/problem.ts';
import { type Inputs, readInputs } from '../../src/inputs/inputs.ts';

/** The `with:` of a workflow: what stands there, by the name of the input. */
export type With = Readonly<Record<string, string>>;

/** The two inputs that nobody can leave out. */
export const needed: With = { 'endpoint-name': 'fraud', 'endpoint-config-name': 'fraud-v2' };

/** Reads the inputs of a workflow in eu-west-1 that writes this besides the two names needed. */
export function read(written: With = {}): Inputs {
  return readInputs((input) => ({ ...needed, ...written })[input] ?? '', 'eu-west-1');
}

/** The mistakes that reading tells, one a line; none where everything is right. */
export function mistakesIn(written: With, region: string | undefined = 'eu-west-1'): string[] {
  try {
    readInputs((input) => ({ ...needed, ...written })[input] ?? '', region);
    return [];
  } catch (thrown) {
    if (!(thrown instanceof Problem) || thrown.code !== 'invalid-inputs') throw thrown;
    const [count, ...lines] = thrown.message.split('\n');
    const said = lines.length === 1 ? 'One input is wrong:' : `${lines.length} inputs are wrong:`;
    if (count !== said) throw new Error(`"${count}" is said of ${lines.length}`);
    return lines.map((line) => line.replace(/^- /, ''));
  }
}
