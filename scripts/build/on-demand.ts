import type { Plugin } from 'rolldown';

/** Stands where a package is imported, and loads the package at the first use of it. */
const standIns: Readonly<Record<string, string>> = {
  // The HTTP client under both toolkits: a third of the bundle, used for GitHub alone.
  undici: `
    const undici = () => require('undici');
    export const fetch = (...args) => undici().fetch(...args);
    export class ProxyAgent {
      constructor(...args) {
        return new (undici().ProxyAgent)(...args);
      }
    }`,
};

const prefix = 'on-demand:';

/**
 * Packages that are costly to start and not used by every run are evaluated at their first use. They
 * stay in the one file: what is cut off must not wait for the disk.
 */
export const onDemand: Plugin = {
  name: 'on-demand',
  resolveId(name, importer) {
    if (!(name in standIns) || importer === undefined) return null;
    if (importer.startsWith(prefix)) return this.resolve(name, 'build/main.js', { skipSelf: true });
    return `${prefix}${name}`;
  },
  load: (id) => (id.startsWith(prefix) ? standIns[id.slice(prefix.length)] : null),
};
