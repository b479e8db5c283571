/**
 * ncc takes the CommonJS build of the AWS SDK, and removes modules, never parts of a module: with it
 * alone, the schemas of SageMaker's 400 operations would be bundled for the dozen that are called.
 */
import { type InputOptions, type OutputOptions, rolldown } from 'rolldown';
import { onDemand } from './on-demand.ts';

/**
 * Writes into a folder what a program uses of its modules and packages, each under its path as a
 * comment: one file for what is loaded at the start, others for what is loaded on demand. Returns the
 * paths of these modules. Throws where an import cannot be resolved.
 */
export function shake(entry: string, folder: string): Promise<readonly string[]> {
  return write({ input: entry, plugins: [onDemand] }, { dir: folder });
}

/** Writes a package as one CommonJS file, which is loaded without waiting. Returns its modules. */
export function shakeAlone(name: string, file: string): Promise<readonly string[]> {
  return write({ input: name }, { file, format: 'cjs' });
}

async function write(input: InputOptions, output: OutputOptions): Promise<readonly string[]> {
  const program = await rolldown({
    ...input,
    // Parentheses around each module make V8 compile all of them at the start, used or not.
    optimization: { pifeForModuleWrappers: false },
    platform: 'node',
    // The ES modules of a package that has both: nothing can be left out of CommonJS.
    resolve: { mainFields: ['module', 'main'], conditionNames: ['module', 'import'] },
    // They say nothing of it themselves: without this, what no one uses of them is kept.
    treeshake: {
      moduleSideEffects: [{ test: /node_modules\/@actions\//, sideEffects: false }],
    },
    onLog(_level, { message }) {
      throw new Error(message);
    },
  });
  const written = await program.write({
    ...output,
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    minify: false,
    // The reasons stand in src and in the packages: here they would only be read at each start.
    comments: { jsdoc: false },
  });
  await program.close();
  return written.output.flatMap((part) => (part.type === 'chunk' ? Object.keys(part.modules) : []));
}
