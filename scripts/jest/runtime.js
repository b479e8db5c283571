import { createRequire, enableCompileCache, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { give } from './globals.js';

const require = createRequire(import.meta.url);

// What V8 has compiled and Node has stripped of types is kept for the next process.
enableCompileCache();

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@jest/globals'
      ? { url: new URL('globals.js', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
});

/**
 * In place of jest's own module system: Node's. What a test file imports is loaded, and compiled by
 * V8, once in a process instead of once for each file; only jest's state is each file's own.
 */
export default class NodeRuntime {
  /** The framework, anew: it keeps its state in its modules and in a global symbol. */
  requireInternalModule(path) {
    delete require.cache[path];
    delete globalThis[Symbol.for('EVENT_HANDLERS')];
    return require(path);
  }

  requireModule(path) {
    return require(path);
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  async unstable_importModule(path) {
    return import(pathToFileURL(path).href);
  }

  setGlobalsForRuntime(globals) {
    give(globals);
  }

  enterTestCode() {}

  leaveTestCode() {}

  getSourceMaps() {
    return new Map();
  }

  getAllCoverageInfoCopy() {}

  teardown() {}
}
