import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** One import, or one export from elsewhere. */
export interface Import {
  readonly from: string;
  readonly isTypes: boolean;
}

/** What each of some things imports of the others. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

export function importsOf(code: string): readonly Import[] {
  const statements = code.matchAll(
    /^(?:import|export)\s+(type\s)?(?:([\w\s{},*$]+?)\sfrom\s+)?['"]([^'"]+)['"]/gm,
  );
  const onDemand = [...code.matchAll(/\bimport\('([^']+)'\)/g)].map(([, from = '']) => ({
    from,
    isTypes: false,
  }));
  const atLoad = [...statements].map(([, type, names = '', from = '']) => {
    const single = /^\{(.*)\}$/s.exec(names.trim())?.[1]?.split(',') ?? [names];
    const given = single.map((name) => name.trim()).filter((name) => name !== '');
    const isTypes = given.length > 0 && given.every((name) => name.startsWith('type '));
    return { from, isTypes: type !== undefined || isTypes };
  });
  return [...atLoad, ...onDemand];
}

export function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
}

/** The TypeScript files of a folder and its folders, by their paths in it. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'));
}

/** The room that an import of a file leads to: `../domain/plan.ts` leads to domain. */
export function roomOf(file: string, from = `./${file.split('/').at(-1)}`): string {
  const path = new URL(from, `file:///${file}`).pathname.slice(1);
  return (path.split('/')[0] ?? '').replace(/\.ts$/, '');
}

/** Which file of a folder imports which, types included. */
export function filesByImport(folder: string): Graph {
  const entries = filesIn(folder).map((file) => {
    const near = importsOf(withoutComments(readFileSync(`${folder}/${file}`, 'utf8')))
      .map(({ from }) => from)
      .filter((from) => from.startsWith('.'));
    return [file, new Set(near.map((from) => posix.join(posix.dirname(file), from)))] as const;
  });
  return new Map(entries);
}

/** Which room imports which: a file at the top of the folder and the folder of its name are one. */
export function roomsByImport(files: Graph): Graph {
  const rooms = new Map<string, Set<string>>();
  for (const [file, imported] of files) {
    const room = roomOf(file);
    const others = [...imported].map((other) => roomOf(other)).filter((other) => other !== room);
    rooms.set(room, new Set([...(rooms.get(room) ?? []), ...others]));
  }
  return rooms;
}

/** For each member that imports itself by way of others, the shortest such way: `a > b > a`. */
export function cyclesIn(graph: Graph): readonly string[] {
  return [...graph.keys()].flatMap((start) => {
    const ways = [[start]];
    const seen = new Set<string>();
    for (const way of ways) {
      for (const next of graph.get(way.at(-1) ?? '') ?? []) {
        if (next === start) return [[...way, start].join(' > ')];
        if (seen.has(next)) continue;
        seen.add(next);
        ways.push([...way, next]);
      }
    }
    return [];
  });
}
