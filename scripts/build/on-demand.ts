import type { Plugin } from 'rolldown';

/** What stands where a module is imported, and loads that at its first use. */
const standIns: Readonly<Record<string, string>> = {
  // A seventh of all code, for runs that read a file. It is read at once: nothing waits.
  'yaml/dist/index.js': `
    let yaml;
    const load = () =>
      (yaml ??= process.getBuiltinModule('node:module').createRequire(import.meta.url)('./yaml.cjs'));
    export const isAlias = (node) => load().isAlias(node);
    export const isMap = (node) => load().isMap(node);
    export const isScalar = (node) => load().isScalar(node);
    export const isSeq = (node) => load().isSeq(node);
    export const parseAllDocuments = (...given) => load().parseAllDocuments(...given);`,
  // The toolkit's HTTP client serves tokens alone, and takes undici along, a third of all code.
  '@actions/core/lib/oidc-utils.js': `
    export const OidcClient = {
      async getIDToken(audience) {
        const { OidcClient } = await import('./oidc-utils.js');
        return OidcClient.getIDToken(audience);
      },
    };`,
};

const suffix = '?on-demand';

/** Loads modules at their first use that are costly to start, and not used by every run. */
export const onDemand: Plugin = {
  name: 'on-demand',
  async resolveId(name, importer, { kind }) {
    if (kind !== 'import-statement' || !importer) return null;
    const found = await this.resolve(name, importer, { skipSelf: true });
    return found && standInOf(found.id) ? `${found.id}${suffix}` : found;
  },
  load: (id) => (id.endsWith(suffix) ? standInOf(id.slice(0, -suffix.length)) : null),
  // ncc puts what has one name into one file.
  renderChunk: (code) =>
    code.replace(/\bimport\("(\.\/[^"]+)"\)/g, (_, path) => {
      return `import(/* webpackChunkName: "${fileOf(path)}" */ "${path}")`;
    }),
};

function standInOf(id: string): string | undefined {
  const posix = id.replaceAll('\\', '/');
  return Object.entries(standIns).find(([end]) => posix.endsWith(`/node_modules/${end}`))?.[1];
}

/** What is loaded together: all for GitHub, the services that not every run calls, all for credentials. */
function fileOf(path: string): string {
  if (/^\.\/(github|oidc-utils)\.js$/.test(path)) return 'github';
  const isService = /^\.\/(sagemaker-\w+|cloudwatch(-logs)?|application-auto-scaling)\.js$/.test(
    path,
  );
  return isService ? 'services' : 'credentials';
}
