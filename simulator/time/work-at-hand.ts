import { createHook } from 'node:async_hooks';

/** Resources of Node that end by themselves: while there are any, the program is at work. */
const endsByItself = /^(FSReq|GetAddrInfo|GetNameInfo|Query\w*Wrap|ProcessWrap)|Job$/;

/** A file that is being closed: Node lists it as active until the garbage is collected. */
const closing = 'FILEHANDLECLOSEREQ';

/** What keeps this process busy in other threads: files, processes, DNS. */
export class WorkAtHand {
  /** The files that are being closed, by their asynchronous ids. */
  readonly #closing = new Set<number>();
  readonly #hook = createHook({
    init: (id, type) => type === closing && this.#closing.add(id),
    before: (id) => this.#closing.delete(id),
    trackPromises: false,
  }).enable();

  get isPresent(): boolean {
    if (this.#closing.size > 0) return true;
    return process.getActiveResourcesInfo().some((name) => endsByItself.test(name));
  }

  /** Looks at nothing any more. */
  stop(): void {
    this.#hook.disable();
  }
}
