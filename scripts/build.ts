/**
 * Builds `dist/`: tsc emits JavaScript, ncc bundles what tsc emitted.
 * The bundle is not minified, so that its diff can be read in a pull request.
 */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';

const run = (command: string, ...args: string[]) =>
  execFileSync(`node_modules/.bin/${command}`, args, { stdio: ['ignore', 'inherit', 'inherit'] });

rmSync('build', { recursive: true, force: true });
run('tsc', '--project', 'tsconfig.build.json');
rmSync('dist', { recursive: true, force: true });
run(
  'ncc',
  'build',
  'build/index.js',
  '--out',
  'dist',
  '--license',
  'licenses.txt',
  '--target',
  'es2024',
  '--quiet',
);
