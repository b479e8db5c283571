/**
 * Builds `dist/`: tsc emits JavaScript, rolldown leaves out of it and its packages what nothing uses,
 * ncc bundles what is left. Left out, not minified: the bundle's diff can be read in a pull request.
 * It is one for both entries, which stand beside it as they are: `index.js` and `post.js`. What not
 * every run needs is in files of their own, which `main.js` loads by their numbers, or by a name where
 * nothing may wait: it takes twice as long to compile all of it as to compile what leads to the first
 * call.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { licenses } from './build/licenses.ts';
import { shake, shakeAlone } from './build/shake.ts';

const run = (command: string, ...args: string[]) =>
  execFileSync(`node_modules/.bin/${command}`, args, { stdio: ['ignore', 'inherit', 'inherit'] });

rmSync('build', { recursive: true, force: true });
run('tsc', '--project', 'tsconfig.build.json');
const bundled = await shake('build/main.js', 'build/shaken');
rmSync('dist', { recursive: true, force: true });
run(
  'ncc',
  'build',
  'build/shaken/main.js',
  '--out',
  'dist',
  '--target',
  'es2024',
  '--no-cache',
  '--quiet',
);
renameSync('dist/index.js', 'dist/main.js');
for (const entry of ['index.js', 'post.js']) copyFileSync(`build/${entry}`, `dist/${entry}`);
const ofYaml = await shakeAlone('yaml', 'dist/yaml.cjs');
writeFileSync('dist/licenses.txt', licenses([...bundled, ...ofYaml]));
