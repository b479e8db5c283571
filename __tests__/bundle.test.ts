import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { licenses } from '../scripts/build/licenses.ts';

/**
 * What is called of the AWS SDK and the rest make 2.2 MB; some clients more and our own growth have
 * room. SageMaker's client alone, as CommonJS, would add 0.9 MB.
 */
const mostBytes = 2_800_000;
/** What is compiled before the first call: half of it. Each 100 KB more take some 3 ms. */
const mostBytesAtTheStart = 1_300_000;

const files = readdirSync('dist').filter((name) => /\.c?js$/.test(name));
const textOf = (file: string) => readFileSync(`dist/${file}`, 'utf8');
const start = textOf('main.js');
const bundle = files.map(textOf).join('');
/** The modules in a part of the bundle: the path of each stands above it. */
const modulesOf = (text: string) =>
  [...text.matchAll(/^\/\/(?:#region)? ((?:build|node_modules)\/\S+)$/gm)].map(
    ([, path = '']) => path,
  );
const modules = modulesOf(bundle);
const packageOf = (path: string) => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[0];
const packages = [...new Set(modules.map(packageOf))].filter((folder) => folder !== undefined);
const awsModules = modules.filter((path) => /\/@(aws-sdk|smithy|aws)\//.test(path));

describe('the bundle', () => {
  it('is small', () => {
    const sizes = files.map((file) => statSync(`dist/${file}`).size);
    expect(sizes.reduce((all, size) => all + size)).toBeLessThan(mostBytes);
    expect(statSync('dist/main.js').size).toBeLessThan(mostBytesAtTheStart);
  });

  it('loads at the start nothing that is for GitHub, for credentials outside the environment, for a service that is called later, or for files', () => {
    const onDemand =
      /\/(undici|yaml|@octokit|@actions\/(github|http-client)|@aws-sdk\/(nested-clients|client-(cloudwatch|cloudwatch-logs|application-auto-scaling|sagemaker-runtime)))\//;
    expect(modules.filter((path) => onDemand.test(path)).length).toBeGreaterThan(100);
    const atTheStart = modulesOf(start).filter((path) => !path.endsWith('?on-demand'));
    expect(atTheStart.filter((path) => onDemand.test(path))).toEqual([]);
  });

  it('has no module twice, and every file that it loads and no other', () => {
    const ours = modules.filter((path) => !path.endsWith('?on-demand'));
    expect(ours.filter((path, index) => ours.indexOf(path) !== index)).toEqual([]);
    const loaded = [...bundle.matchAll(/_require__\.e\((?:\/\*.*?\*\/ )?(\d+)\)/g)].map(
      ([, number]) => `${number}.index.js`,
    );
    const required = [...bundle.matchAll(/\("\.\/(\w+\.cjs)"\)/g)].map(([, file]) => file);
    const others = files.filter((file) => !['main.js', 'index.js', 'post.js'].includes(file));
    expect(others).toEqual([...new Set([...loaded, ...required])].sort());
  });

  it('takes the ES modules of the AWS SDK, and no CommonJS', () => {
    expect(awsModules.filter((path) => path.includes('/dist-cjs/'))).toEqual([]);
    expect(awsModules.filter((path) => path.includes('/dist-es/')).length).toBeGreaterThan(100);
  });

  it('has the operations that are called, and none that no one calls', () => {
    const some = ['UpdateEndpointCommand', 'CreateTrainingJob', 'PutDashboard'];
    expect(some.filter((name) => bundle.includes(name))).toEqual(['UpdateEndpointCommand']);
  });

  it('can be read: names, lines and the path of each module are kept', () => {
    const lines = bundle.split('\n');
    expect(bundle.length / lines.length).toBeLessThan(60);
    const ours = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((path) => /^(adapters|steps)\/.*\.ts$/.test(path))
      .map((path) => `build/${path.replace(/\.ts$/, '.js')}`);
    expect(modules).toEqual(expect.arrayContaining(ours));
  });

  it('says nothing of the machine that built it', () => {
    expect(bundle.includes(process.cwd())).toBe(false);
  });
});

describe('the licenses', () => {
  const file = readFileSync('dist/licenses.txt', 'utf8');

  it('name each bundled package with its version', () => {
    expect(packages.length).toBeGreaterThan(30);
    const named = packages.map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
      return `${name}@${version} (${license})`;
    });
    expect(file.split('\n')).toEqual(expect.arrayContaining(named));
  });

  it.each(packages)('have the text of %s', (folder) => {
    for (const name of readdirSync(folder).filter((found) => /^(licen[cs]e|notice)/i.test(found))) {
      const text = readFileSync(`${folder}/${name}`, 'utf8').replaceAll('\r\n', '\n').trim();
      expect([name, file.includes(text)]).toEqual([name, true]);
    }
  });

  it('are made of the folders that modules are from; our own code has none', () => {
    const { version } = JSON.parse(readFileSync('node_modules/yaml/package.json', 'utf8'));
    const made = licenses([
      '\0rolldown/runtime.js',
      '/a/build/index.js',
      `${process.cwd()}/node_modules/yaml/dist/index.js`,
      `${process.cwd()}/node_modules/yaml/dist/schema/Schema.js`,
    ]);
    expect(made).toMatch(new RegExp(`^yaml@${version} \\(ISC\\)\n\nCopyright`));
  });
});
