import { accessSync, constants, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { repository } from '../github/repository.ts';
import { FileCommands } from './file-commands.ts';

/**
 * The folders of one step; gone when it is over. They are made and removed at once, without turns of
 * the event loop: a hundred journeys spend less time on it.
 */
export class Workplace {
  readonly workspace: string;
  readonly home: string;
  readonly temporary: string;
  readonly eventPath: string;
  readonly files: FileCommands;
  readonly #root: string;

  private constructor(root: string, files: FileCommands) {
    this.#root = root;
    this.workspace = join(root, 'work', repository.name, repository.name);
    this.home = join(root, 'home');
    this.temporary = join(root, 'work', '_temp');
    this.eventPath = join(this.temporary, 'event.json');
    this.files = files;
  }

  static create(): Workplace {
    const root = mkdtempSync(join(storage(), 'simulated-runner-'));
    const files = FileCommands.create(join(root, 'commands'));
    const place = new Workplace(root, files);
    for (const folder of [place.workspace, place.home, place.temporary]) {
      mkdirSync(folder, { recursive: true });
    }
    return place;
  }

  checkOut(files: Readonly<Record<string, string>>): void {
    for (const [path, content] of Object.entries(files)) {
      const file = join(this.workspace, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  }

  /** What steps before this one of the same job have left in the temporary folder, by names. */
  fillTemporary(files: Readonly<Record<string, string>>): void {
    for (const [name, content] of Object.entries(files)) {
      writeFileSync(join(this.temporary, name), content);
    }
  }

  /** What stands in the temporary folder for the steps after this one, by names. */
  async temporaryFiles(): Promise<Readonly<Record<string, string>>> {
    const files: Record<string, string> = {};
    for (const entry of await readdir(this.temporary, { withFileTypes: true })) {
      if (!entry.isFile() || entry.name === basename(this.eventPath)) continue;
      files[entry.name] = await readFile(join(this.temporary, entry.name), 'utf8');
    }
    return files;
  }

  remove(): void {
    rmSync(this.#root, { recursive: true, force: true });
  }
}

/** In memory, where the machine has a place for it: a busy disk takes long to remove a folder. */
function storage(): string {
  const inMemory = '/dev/shm';
  try {
    accessSync(inMemory, constants.W_OK);
    return inMemory;
  } catch {
    return tmpdir();
  }
}
