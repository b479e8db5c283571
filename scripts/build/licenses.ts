import { readdirSync, readFileSync } from 'node:fs';

interface Package {
  /** `name@version`: two versions of a package may be bundled. */
  readonly name: string;
  readonly license: string;
  readonly text: string;
}

/** The licenses of the packages that modules are from. A text that many share is said once. */
export function licenses(modules: readonly string[]): string {
  const packages = foldersOf(modules).map(readPackage);
  packages.sort((a, b) => (a.name < b.name ? -1 : 1));
  const sharing = Map.groupBy(packages, ({ text }) => text);
  return [...sharing].map(([text, those]) => section(those, text)).join(`\n${'-'.repeat(80)}\n\n`);
}

/** The folders of packages: `node_modules/a/node_modules/@b/c` of its module `.../dist/index.js`. */
function foldersOf(modules: readonly string[]): readonly string[] {
  const folders = modules.map(
    (path) => /^.*[\\/]node_modules[\\/](@[^\\/]+.)?[^\\/]+/.exec(path)?.[0],
  );
  return [...new Set(folders)].filter((folder) => folder !== undefined);
}

function readPackage(folder: string): Package {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  if (typeof license !== 'string') throw new Error(`${name} does not say its license.`);
  const files = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice)/i.test(file))
    .sort();
  const texts = files.map((file) => readFileSync(`${folder}/${file}`, 'utf8').trim());
  return { name: `${name}@${version}`, license, text: texts.join('\n\n').replaceAll('\r\n', '\n') };
}

function section(packages: readonly Package[], text: string): string {
  const names = packages.map(({ name, license }) => `${name} (${license})\n`).join('');
  return text === '' ? names : `${names}\n${text}\n`;
}
