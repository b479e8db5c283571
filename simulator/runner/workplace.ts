import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { repository } from '../github/repository.ts';
import { FileCommands } from './file-commands.ts';

/** The folders of one step; gone when it is over. */
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

  static async create(): Promise<Workplace> {
    const root = await mkdtemp(join(tmpdir(), 'simulated-runner-'));
    const files = await FileCommands.create(join(root, 'commands'));
    const place = new Workplace(root, files);
    for (const folder of [place.workspace, place.home, place.temporary]) {
      await mkdir(folder, { recursive: true });
    }
    return place;
  }

  async checkOut(files: Readonly<Record<string, string>>): Promise<void> {
    for (const [path, content] of Object.entries(files)) {
      const file = join(this.workspace, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
  }

  /** What steps before this one of the same job have left in the temporary folder, by names. */
  async fillTemporary(files: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, content] of Object.entries(files)) {
      await writeFile(join(this.temporary, name), content);
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

  async remove(): Promise<void> {
    await rm(this.#root, { recursive: true, force: true });
  }
}
