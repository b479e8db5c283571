import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Writes the forms of CreateEndpointConfig and CreateModel from AWS's service model of SageMaker, as
 * botocore has it: `node scripts/api-shapes.ts service-2.json`.
 * https://github.com/boto/botocore/tree/develop/botocore/data/sagemaker
 */
const operations = ['CreateEndpointConfig', 'CreateModel'];

interface Shape {
  readonly type: string;
  readonly members?: Readonly<Record<string, { readonly shape: string }>>;
  readonly required?: readonly string[];
  readonly member?: { readonly shape: string };
  readonly key?: { readonly shape: string };
  readonly value?: { readonly shape: string };
  readonly enum?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
}

const [model = ''] = process.argv.slice(2);
const shapes: Readonly<Record<string, Shape>> = JSON.parse(readFileSync(model, 'utf8')).shapes;

/** The action names what it creates itself, where the file does not. */
const givenOtherwise = ['EndpointConfigName'];
/** A model in a file has the name that its content gives it, and the tags of the configuration. */
const leftOut: Readonly<Record<string, readonly string[]>> = {
  CreateModelInput: ['ModelName', 'Tags'],
};
/** New types appear every month: only their form is checked. */
const instanceType = `text('InstanceType', 0, 63, /^ml\\.[a-z0-9-]+\\.[a-z0-9-]+$/)`;
/** Shapes that say the same, or whose names are longer than they need to be. */
const otherNames: Readonly<Record<string, string>> = {
  CsvContentType: 'ContentType',
  JsonContentType: 'ContentType',
  ProductionVariantInstanceType: 'InstanceType',
  ProductionVariantList: 'Variants',
};

/** The action's own tags have the same rules, in words: they are in domain/tags.ts. */
const ownRules = ['TagKey', 'TagValue'];

function shapeOf(name: string): Shape {
  const shape = shapes[name];
  if (!shape) throw new Error(`The model has no shape ${name}`);
  return shape;
}

function membersOf(name: string) {
  const members = Object.entries(shapeOf(name).members ?? {});
  return members.filter(([member]) => !leftOut[name]?.includes(member));
}

function referencesIn(name: string): readonly string[] {
  const { member, key, value } = shapeOf(name);
  const inside = [member, key, value].flatMap((one) => one ?? []);
  return [...membersOf(name).map(([, of]) => of), ...inside].map(({ shape }) => shape);
}

/** How often each shape is named, from the root on. */
const uses = new Map<string, number>();
const sources = new Map<string, string>();
const nameOf = (name: string) => otherNames[name] ?? name;

function count(name: string): void {
  for (const reference of referencesIn(name)) {
    const known = uses.get(nameOf(reference)) ?? 0;
    uses.set(nameOf(reference), known + 1);
    sources.set(nameOf(reference), reference);
    if (known === 0) count(reference);
  }
}

function call(builder: string, ...args: readonly unknown[]): string {
  const given = args.slice(0, args.findLastIndex((arg) => arg !== undefined) + 1);
  return `${builder}(${given.map((arg) => String(arg)).join(', ')})`;
}

function written(name: string): string {
  const { type, min, max, pattern, ...shape } = shapeOf(name);
  if (name === 'ProductionVariantInstanceType') return instanceType;
  if (ownRules.includes(name)) return call('text', `'${name}'`);
  if (shape.enum) return call('choice', `'${shape.enum.join(' ')}'`);
  if (type === 'boolean') return 'flag';
  if (type === 'integer') return call('integer', min, max);
  if (type === 'float') return call('decimal', min, max);
  if (type === 'list') return call('list', reference(shape.member?.shape ?? ''), min, max);
  if (type === 'map')
    return call('map', reference(shape.key?.shape ?? ''), reference(shape.value?.shape ?? ''), max);
  if (type === 'string')
    return call('text', `'${nameOf(name)}'`, min, max, pattern && regex(pattern));
  if (type !== 'structure') throw new Error(`${name} is a ${type}: that is not written yet`);
  const members = membersOf(name).map(([member, { shape: of }]) => {
    const isNeeded = shape.required?.includes(member) && !givenOtherwise.includes(member);
    return `${isNeeded ? `'${member}!'` : member}: ${reference(of)},`;
  });
  return `structure({ ${members.join(' ')} })`;
}

/** The whole text has to match. */
function regex(pattern: string): string {
  const hasAlternatives = pattern.replaceAll(/\([^()]*\)/g, '').includes('|');
  return String(new RegExp(hasAlternatives ? `^(?:${pattern})$` : `^${pattern}$`));
}

/** A shape that is named more than once is a constant, if it is worth one. */
function reference(name: string): string {
  return isConstant(name) ? constant(name) : written(name);
}

function isConstant(name: string): boolean {
  return (
    (uses.get(nameOf(name)) ?? 0) > 1 &&
    !['boolean', 'integer', 'float'].includes(shapeOf(name).type)
  );
}

function constant(name: string): string {
  const own = nameOf(name);
  return own.charAt(0).toLowerCase() + own.slice(1);
}

function write(operation: string): void {
  uses.clear();
  sources.clear();
  const root = `${operation}Input`;
  count(root);
  const constants = [...sources.values()].filter(isConstant).toReversed();
  const name = `${operation.charAt(0).toLowerCase()}${operation.slice(1)}`;
  const body = [
    ...constants.map((each) => `const ${constant(each)} = ${written(each)};`),
    `\n/** https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_${operation}.html */`,
    `export const ${name} = ${written(root)};\n`,
  ].join('\n');
  const builders = ['choice', 'decimal', 'flag', 'integer', 'list', 'map', 'structure', 'text'];
  const used = builders.filter((builder) => new RegExp(`\\b${builder}\\b[(,]`).test(body));
  const source = [
    `import { ${used.join(', ')} } from './shape.ts';\n`,
    `/** Written by scripts/api-shapes.ts from the service model of SageMaker. */\n`,
    body,
  ].join('\n');
  const path = `src/domain/api/${operation.replaceAll(/(?<=[a-z])[A-Z]/g, '-$&').toLowerCase()}.ts`;
  writeFileSync(path, source);
  execFileSync('node_modules/.bin/biome', ['check', '--write', path], { stdio: 'inherit' });
}

operations.forEach(write);
