/**
 * Builds `dist/`: tsc emits JavaScript, ncc bundles what tsc emitted.
 * The bundle is not minified, so that its diff can be read in a pull request. It is one for both
 * entries, which stand beside it as they are: `index.js` and `post.js` call what they need of it.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, renameSync, rmSync } from 'node:fs';

const run = (command: string, ...args: string[]) =>
  execFileSync(`node_modules/.bin/${command}`, args, { stdio: ['ignore', 'inherit', 'inherit'] });

rmSync('build', { recursive: true, force: true });
run('tsc', '--project', 'tsconfig.build.json');
rmSync('dist', { recursive: true, force: true });
run(
  'ncc',
  'build',
  'build/main.js',
  '--out',
  'dist',
  '--license',
  'licenses.txt',
  '--target',
  'es2024',
  '--quiet',
);
renameSync('dist/index.js', 'dist/main.js');
for (const entry of ['index.js', 'post.js']) copyFileSync(`build/${entry}`, `dist/${entry}`);
