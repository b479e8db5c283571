import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  cyclesIn,
  filesByImport,
  filesIn,
  importsOf,
  roomOf,
  roomsByImport,
  withoutComments,
} from './imports.ts';

/** Who may import whom, room by room; `(types)`: types only. A file in src/ is a room of its own. */
const arrows: Readonly<Record<string, string>> = {
  index: 'main',
  post: 'main',
  main: 'step adapters host(types) cancellation',
  step: 'session rollout rollback plan delete post-step explain publication keeping report domain host(types) cancellation',
  session:
    'inputs publication on-pull-request keeping report comment(types) ports(types) domain(types) host(types)',
  publication: 'keeping on-pull-request report comment(types) domain host(types) ports(types)',
  'on-pull-request': 'inputs keeping comment report domain host(types) ports(types)',
  keeping: 'domain host(types)',
  host: 'ports(types) domain(types)',
  'post-step': 'smoke scaling watch run ports domain',
  rollout: 'carry-out start run ports domain',
  rollback: 'carry-out start run ports domain',
  delete: 'deletion scaling run ports domain',
  deletion: 'deletion start scaling watch run ports domain',
  plan: 'deletion start scaling watch run ports domain',
  'carry-out': 'deletion explain smoke start scaling watch run domain',
  smoke: 'smoke start scaling watch run ports domain cancellation',
  start: 'start scaling watch run ports domain cancellation',
  scaling: 'scaling watch run ports domain cancellation',
  watch: 'watch run ports domain cancellation',
  explain: 'explain run ports domain cancellation',
  run: 'run ports domain cancellation',
  comment: 'comment ports domain report cancellation',
  adapters: 'adapters ports domain cancellation host(types)',
  report: 'report domain',
  inputs: 'inputs domain',
  ports: 'ports domain',
  cancellation: 'ports(types)',
  domain: 'domain',
};

/** The one file that imports a package; the adapters beside it may know its types. */
const packages: Readonly<Record<string, string | readonly string[]>> = {
  '@aws-sdk/client-sagemaker': [
    'adapters/sagemaker.ts',
    'adapters/sagemaker-deletions.ts',
    'adapters/sagemaker-registry.ts',
  ],
  '@aws-sdk/client-application-auto-scaling': 'adapters/application-auto-scaling.ts',
  '@aws-sdk/client-sagemaker-runtime': 'adapters/sagemaker-runtime.ts',
  '@aws-sdk/client-cloudwatch': 'adapters/cloudwatch.ts',
  '@aws-sdk/client-cloudwatch-logs': 'adapters/cloudwatch-logs.ts',
  '@aws-sdk/credential-provider-node': 'adapters/aws-settings.ts',
  '@aws-sdk/credential-provider-web-identity': 'adapters/role-sessions.ts',
  '@smithy/core/schema': 'adapters/typed-answers.ts',
  '@smithy/core/transport': 'adapters/typed-answers.ts',
  'node:async_hooks': 'adapters/output.ts',
  'node:crypto': ['adapters/workspace.ts', 'adapters/journal.ts'],
  'node:fs': ['adapters/workspace.ts', 'adapters/command-file.ts', 'adapters/journal.ts'],
  'node:http': 'adapters/proxy.ts',
  'node:https': 'adapters/proxy.ts',
  'node:path': ['adapters/workspace.ts', 'adapters/journal.ts'],
  'node:vm': 'adapters/pattern.ts',
  '@actions/github': 'adapters/octokit.ts',
  '@actions/core': 'adapters/runner.ts',
  yaml: 'inputs/yaml.ts',
};

/** What only some file may say, or none. */
const words: readonly (readonly [what: string, pattern: RegExp, allowedIn: string])[] = [
  ['the process', /\bprocess\b/, 'main.ts'],
  ['the time', /\bDate\.now\b|\bnew Date(?!\([^)])|\bperformance\./, 'adapters/clock.ts'],
  ['a timer', /\bset(Timeout|Interval|Immediate)\b/, 'adapters/clock.ts'],
  ['randomness', /Math\.random|random(UUID|Bytes|Int)|getRandomValues/, 'adapters/journal.ts'],
  ['the console', /\bconsole\.(log|info|warn|error|debug|trace|dir|table|group)\b/, 'nowhere'],
  ['an import that cannot be followed', /\brequire\(|\bimport\((?!'[^']+'\))/, 'nowhere'],
];
const mostLines = 200;

function arrowFaults(file: string, code: string): readonly string[] {
  const allowed = (arrows[roomOf(file)] ?? '').split(' ');
  return importsOf(code).flatMap(({ from, isTypes }) => {
    if (!from.startsWith('.')) {
      const knowsTypes = isTypes && file.startsWith('adapters/') && from in packages;
      return [packages[from]].flat().includes(file) || knowsTypes
        ? []
        : [`${file} imports ${from}`];
    }
    const room = roomOf(file, from);
    if (allowed.includes(room) || (isTypes && allowed.includes(`${room}(types)`))) return [];
    return [`${file} imports ${from}`];
  });
}

/** Every rule that a file breaks. */
function faultsOf(file: string, source: string): readonly string[] {
  const code = withoutComments(source);
  const said = words.flatMap(([what, pattern, allowedIn]) =>
    file !== allowedIn && pattern.test(code) ? [`${file} says ${what}`] : [],
  );
  const lines = source.trimEnd().split('\n').length;
  const length = lines > mostLines ? [`${file} has ${lines} lines`] : [];
  return [...arrowFaults(file, code), ...said, ...length];
}

const files = filesIn('src');
const sourceOf = (file: string) => readFileSync(`src/${file}`, 'utf8');

describe('the house', () => {
  it('has no room that the plan does not know', () => {
    const rooms = new Set(files.map((file) => roomOf(file)));
    expect([...rooms].filter((room) => arrows[room] === undefined)).toEqual([]);
    expect(rooms.size).toBeGreaterThan(8);
  });

  it.each(files)('%s keeps the rules', (file) => {
    expect(faultsOf(file, sourceOf(file))).toEqual([]);
  });

  it('has no file and no room that imports itself by way of others', () => {
    const imports = filesByImport('src');
    expect(imports.size).toBe(files.length);
    expect([...cyclesIn(imports), ...cyclesIn(roomsByImport(imports))]).toEqual([]);
  });

  it('uses each of its packages', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    const imported = Object.keys(packages).filter((name) => !name.startsWith('node:'));
    const installed = new Set(imported.map((name) => /^(@[^/]+\/)?[^/]+/.exec(name)?.[0]));
    expect(Object.keys(dependencies).sort()).toEqual([...installed].sort());
    for (const [name, users] of Object.entries(packages)) {
      for (const file of [users].flat()) {
        expect(importsOf(sourceOf(file)).map(({ from }) => from)).toContain(name);
      }
    }
  });
});

describe.each(['simulator'])('%s', (folder) => {
  const imports = filesByImport(folder);

  it('has no file that imports itself by way of others', () => {
    expect(imports.size).toBeGreaterThan(100);
    expect(cyclesIn(imports)).toEqual([]);
  });

  it('has no room that imports itself by way of others', () => {
    const rooms = roomsByImport(imports);
    expect([...rooms.values()].some((imported) => imported.size > 1)).toBe(true);
    expect(cyclesIn(rooms)).toEqual([]);
  });
});

it('the services of the simulator share what its account holds, and import no other service', () => {
  const rooms = roomsByImport(filesByImport('simulator'));
  const services = [
    ...['sagemaker', 'sagemaker-runtime', 'application-auto-scaling', 'cloudwatch'],
    'logs',
  ];
  for (const service of services) {
    const others = services.filter((other) => other !== service);
    expect(rooms.get(service)).toContain('account');
    expect([...(rooms.get(service) ?? [])].filter((room) => others.includes(room))).toEqual([]);
  }
});

describe('a circle of imports', () => {
  it.each([
    ['a circle of two', { a: 'b', b: 'a' }, ['a > b > a', 'b > a > b']],
    ['a circle behind a way in', { a: 'b', b: 'c', c: 'b' }, ['b > c > b', 'c > b > c']],
    ['a member that imports itself', { a: 'a' }, ['a > a']],
    ['two ways to the same', { a: 'b c', b: 'd', c: 'd', d: '' }, []],
  ])('is seen in %s', (_, members: Record<string, string>, cycles) => {
    const graph = new Map(
      Object.entries(members).map(([name, imported]) => [name, new Set(imported.split(' '))]),
    );
    expect(cyclesIn(graph)).toEqual(cycles);
  });
});

describe('a rule that is broken is told', () => {
  it.each([
    [
      'domain/plan.ts',
      "import { unless } from '../cancellation.ts';",
      'imports ../cancellation.ts',
    ],
    ['report/log.ts', "import type { Clock } from '../ports.ts';", 'imports ../ports.ts'],
    [
      'rollout.ts',
      "import { runner } from './adapters/runner.ts';",
      'imports ./adapters/runner.ts',
    ],
    ['domain/plan.ts', "export * from '../report/log.ts';", 'imports ../report/log.ts'],
    ['domain/plan.ts', "import '../main.ts';", 'imports ../main.ts'],
    [
      'adapters/github.ts',
      "import { own } from '../report/phrase.ts';",
      'imports ../report/phrase.ts',
    ],
    [
      'adapters/github.ts',
      "import {\n  type A,\n  b,\n} from '../report/a.ts';",
      'imports ../report/a.ts',
    ],
    ['adapters/github.ts', "import * as core from '@actions/core';", 'imports @actions/core'],
    ['main.ts', "import { readFileSync } from 'node:fs';", 'imports node:fs'],
    [
      'watch/observe.ts',
      "import type { Tag } from '@aws-sdk/client-sagemaker';",
      'imports @aws-sdk/client-sagemaker',
    ],
    ['domain/plan.ts', "const a = await import('yaml');", 'imports yaml'],
    ['domain/plan.ts', 'const a = await import(name);', 'says an import that cannot be followed'],
    ['domain/plan.ts', 'const home = process.env.HOME;', 'says the process'],
    ['watch/observe.ts', 'const now = Date.now();', 'says the time'],
    ['watch/observe.ts', 'const now = new Date();', 'says the time'],
    ['watch/observe.ts', 'setTimeout(look, 5);', 'says a timer'],
    ['main.ts', 'const id = crypto.randomUUID();', 'says randomness'],
    ['main.ts', "console.log('hello');", 'says the console'],
    ['main.ts', `${'\n'.repeat(200)}a();`, 'has 201 lines'],
  ])('%s: %j', (file, source, fault) => {
    expect(faultsOf(file, source)).toEqual([`${file} ${fault}`]);
  });

  it.each([
    ['adapters/github.ts', "import type { Host } from '../host.ts';"],
    ['adapters/github.ts', "import { type A, type B } from '../host.ts';"],
    ['adapters/sagemaker-answers.ts', "import type { Tag } from '@aws-sdk/client-sagemaker';"],
    ['report/time.ts', 'const text = new Date(at).toISOString();'],
    ['domain/plan.ts', '// Date.now() is for the clock; the process is for main.'],
    ['domain/plan.ts', '/** No one calls setTimeout( here. */'],
    ['report/links.ts', "const host = 'console.aws.amazon.com';"],
    ['main.ts', 'process.exitCode = 1;'],
  ])('%s may say %j', (file, source) => {
    expect(faultsOf(file, source)).toEqual([]);
  });
});
