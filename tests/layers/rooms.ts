/** The folders of one room in their order: each may import those before it. */
const order: Readonly<Record<string, readonly string[]>> = {
  'shared/document': ['model', 'operations', 'cells', 'scenarios', 'editing', 'file'],
  'shared/simulation': ['kernel', 'statistics', 'results', 'network', 'engine', 'estimate', 'experiment'],
  'shared/analysis': ['readings', 'measured', 'studies', 'redesign'],
  'shared/report': ['views', 'compose.ts', 'writers'],
};

/** Which of our rooms a room may import; the longest matching prefix of the importing file speaks. */
const may: Readonly<Record<string, readonly string[]>> = {
  'shared/language': [],
  'shared/document': ['shared/language'],
  'shared/simulation': ['shared/language'],
  'shared/simulation/kernel': [],
  'shared/simulation/statistics': [],
  'shared/simulation/results': ['shared/language', 'shared/document/model'],
  'shared/simulation/network': ['shared/language', 'shared/document/model', 'shared/simulation'],
  'shared/analysis': ['shared/language', 'shared/document', 'shared/simulation'],
  'shared/interchange': ['shared/language', 'shared/document', 'shared/simulation/results'],
  'shared/drawing': ['shared/language', 'shared/document/model'],
  'shared/report': ['shared/language', 'shared/document', 'shared/simulation/results', 'shared/analysis', 'shared/drawing'],
  'shared/asking': ['shared/language', 'shared/document', 'shared/interchange', 'shared/report'],
  'shared/contract': ['shared/language', 'shared/document'],
  'shared/examples': ['shared/language', 'shared/document', 'shared/simulation/results'],
  'shared/jobs': ['shared/language', 'shared/document', 'shared/simulation', 'shared/analysis', 'shared/interchange', 'shared/drawing', 'shared/report', 'shared/examples'],
  'electron/node': ['shared', 'package.json'],
  'electron/main': ['shared', 'electron/node'],
  'electron/cli': ['shared', 'electron/node', 'package.json'],
  'electron/preload': ['shared/contract', 'shared/language'],
  'renderer/app': ['shared', 'renderer'],
  'renderer/canvas': ['shared', 'renderer/hooks', 'renderer/store', 'renderer/commands', 'renderer/host', 'renderer/ui', 'renderer/styles'],
  'renderer/features': ['shared', 'renderer/hooks', 'renderer/store', 'renderer/commands', 'renderer/host', 'renderer/ui', 'renderer/styles', 'renderer/canvas'],
  'renderer/commands': ['shared', 'renderer/store', 'renderer/host', 'renderer/canvas'],
  'renderer/hooks': ['shared', 'renderer/store', 'renderer/host', 'renderer/commands'],
  'renderer/store': ['shared', 'renderer/host'],
  'renderer/ui': ['shared', 'renderer/styles'],
  'renderer/host': ['shared', 'renderer/workers'],
  'renderer/styles': ['shared'],
  'renderer/workers': ['shared', 'package.json'],
  'renderer/report-viewer': ['shared'],
};

/** Packages that only some rooms may import. */
const packages: readonly { readonly is: (name: string) => boolean; readonly only: readonly string[] }[] = [
  { is: (name) => name === 'electron' || name.startsWith('electron/'), only: ['electron/main', 'electron/preload'] },
  { is: (name) => name.startsWith('node:'), only: ['electron'] },
  { is: (name) => name.startsWith('@xyflow/'), only: ['renderer/canvas'] },
  { is: (name) => name === 'react' || name.startsWith('react/') || name.startsWith('react-dom'), only: ['renderer/app', 'renderer/canvas', 'renderer/features', 'renderer/ui', 'renderer/hooks'] },
];

/** The one dispatcher of all jobs pulls in engine and readers: only shells of workers carry it. */
const dispatcher = 'shared/jobs/run-job.ts';
const shells = ['renderer/workers', 'electron/node', 'electron/cli', 'shared/jobs'];

const inside = (file: string, room: string): boolean => file === room || file.startsWith(`${room}/`);

const roomOf = (file: string): string | undefined =>
  Object.keys(may)
    .filter((room) => inside(file, room))
    .sort((one, other) => other.length - one.length)[0];

const againstOrder = (from: string, to: string): boolean => {
  for (const [room, folders] of Object.entries(order)) {
    if (!inside(from, room) || !inside(to, room)) continue;
    const place = (file: string) => folders.findIndex((folder) => inside(file, `${room}/${folder}`));
    if (place(from) >= 0 && place(to) > place(from)) return true;
  }
  return false;
};

const feature = (file: string): string | undefined => /^renderer\/features\/([^/]+)/.exec(file)?.[1];

/** Why `from` may not import the file `to` of ours; undefined when it may. */
export const forbidsFile = (from: string, to: string): string | undefined => {
  if (inside(to, dispatcher) && !shells.some((shell) => inside(from, shell))) return 'only shells of workers import the dispatcher of jobs';
  if (againstOrder(from, to)) return 'a folder imports only those listed above it';
  const [one, other] = [feature(from), feature(to)];
  if (one !== undefined && other !== undefined && one !== other) return 'features never import each other';
  const room = roomOf(from);
  if (room === undefined) return undefined;
  const top = room.split('/').slice(0, 2).join('/');
  const walled = room === 'shared/simulation/kernel' || room === 'shared/simulation/statistics';
  if (inside(to, walled ? room : top) || may[room]?.some((allowed) => inside(to, allowed))) return undefined;
  return `${room} may not import it`;
};

/** Why `from` may not import a package; undefined when it may. */
export const forbidsPackage = (from: string, name: string): string | undefined => {
  const rule = packages.find(({ is }) => is(name));
  if (rule === undefined || rule.only.some((room) => inside(from, room))) return undefined;
  return `only ${rule.only.join(', ')} may import it`;
};
