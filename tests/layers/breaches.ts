import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { forbidsFile, forbidsPackage } from './rooms.ts';
import { specifiersOf, type Specifier } from './specifiers.ts';

const rooms = ['shared', 'electron', 'renderer'];

/** Tests and what only they import (`testing.ts`) may look into every room. */
const isTest = (file: string): boolean => /(\.test\.tsx?|\/testing\.tsx?)$/.test(file);

const isCode = (file: string): boolean => /\.tsx?$/.test(file) && !isTest(file) && !file.endsWith('.d.ts');

/** The code of a tree that walls apply to, by path from its root. */
export const codeIn = (root: string): readonly string[] =>
  rooms
    .filter((room) => existsSync(path.join(root, room)))
    .flatMap((room) => readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => path.posix.join(room, file.split(path.sep).join('/'))))
    .filter(isCode)
    .sort();

const importsOf = (root: string, file: string): readonly Specifier[] => specifiersOf(readFileSync(path.join(root, file), 'utf8'));

const target = (file: string, specifier: string): string => path.posix.join(path.posix.dirname(file), specifier.replace(/\?.*$/, ''));

/** Every import that goes through a wall, one line each. */
export const breachesIn = (root: string): readonly string[] =>
  codeIn(root).flatMap((file) =>
    importsOf(root, file).flatMap(({ name, line }) => {
      const why = name.startsWith('.') ? forbidsFile(file, target(file, name)) : forbidsPackage(file, name);
      return why === undefined ? [] : [`${file}:${line} imports ${name}: ${why}`];
    }),
  );

/** The files that run in one thread when `entry` is loaded: what it imports for more than types, and so on. */
export const reachedFrom = (root: string, entry: string): ReadonlySet<string> => {
  const seen = new Set<string>();
  const open = [entry];
  while (open.length > 0) {
    const file = open.pop();
    if (file === undefined || seen.has(file) || !existsSync(path.join(root, file))) continue;
    seen.add(file);
    if (!/\.tsx?$/.test(file)) continue;
    // A worker's address starts another thread; its code does not run in this one.
    const own = importsOf(root, file).filter(({ name, typeOnly }) => name.startsWith('.') && !typeOnly && !target(file, name).startsWith('renderer/workers/'));
    open.push(...own.map(({ name }) => target(file, name)));
  }
  return seen;
};
