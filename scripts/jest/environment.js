/** Tests live in their process's own realm, as the action does; each file finds it as the first one did. */
export default class OwnRealm {
  global = globalThis;
  #own = {
    console: globalThis.console,
    exit: process.exit,
    env: process.env,
    variables: { ...process.env },
    stackTraceLimit: Error.stackTraceLimit,
  };
  #found = surroundings();

  getVmContext() {
    return null;
  }

  /** Jest maps every stack to its sources by now: Node strips types in place, and needs no map. */
  async setup() {
    Error.prepareStackTrace = undefined;
    Error.stackTraceLimit = this.#own.stackTraceLimit;
  }

  async teardown() {
    const { console, exit, env, variables } = this.#own;
    globalThis.console = console;
    process.exit = exit;
    process.env = env;
    for (const name of Object.keys(env)) if (!(name in variables)) delete env[name];
    Object.assign(env, variables);
    const left = surroundings();
    for (const [name, value] of Object.entries(this.#found)) {
      if (left[name] !== value) throw new Error(`This file has changed ${name} and left it so`);
    }
  }
}

/** What a file has to put back itself. */
function surroundings() {
  const { fetch, setTimeout, setInterval, setImmediate } = globalThis;
  return {
    ...{ fetch, setTimeout, setInterval, setImmediate },
    ...{ Date: globalThis.Date, 'Date.now': Date.now, 'performance.now': performance.now },
    'process.stdout.write': process.stdout.write,
    'the working directory': process.cwd(),
  };
}
