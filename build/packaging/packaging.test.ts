import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { inRoot } from '../paths.mjs';
import { configuration } from './configuration.mjs';
import { contentsOf, control } from './debian.mjs';

const configured = async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'crossflow-packaging-'));
  await writeFile(path.join(folder, 'version'), 'v33.2.1\n');
  const made = configuration(path.join(folder, 'electron'));
  await rm(folder, { recursive: true });
  return made;
};

const ofPackage = (name: string) => readFile(inRoot('build', 'packaging', name), 'utf8');

it('names the document to every system alike', async () => {
  const { linux, mac, win } = await configured();
  const described = await ofPackage('crossflow.xml');
  const types = [...described.matchAll(/<mime-type type="(.+)">/g)].map(([, type]) => type);
  expect(linux?.mimeTypes).toEqual(types);
  expect(described).toContain('<glob pattern="*.crossflow"/>');
  expect(described).toContain('<comment>Crossflow document</comment>');
  const declared = mac?.extendInfo.UTExportedTypeDeclarations[0];
  expect(declared.UTTypeTagSpecification).toEqual({ 'public.filename-extension': ['crossflow'], 'public.mime-type': [types[0]] });
  expect(declared.UTTypeDescription).toBe('Crossflow document');
  expect(win?.fileAssociations).toEqual([{ ext: 'crossflow', name: 'Crossflow.Document', description: 'Crossflow document' }]);
});

it('owns its documents and takes BPMN from nobody', async () => {
  const { mac, win, fileAssociations } = await configured();
  const ranks = [mac?.fileAssociations ?? []].flat().map(({ ext, rank, role }) => ({ ext, rank, role }));
  expect(ranks).toEqual([{ ext: 'crossflow', rank: 'Owner', role: 'Editor' }, { ext: 'bpmn', rank: 'Alternate', role: 'Viewer' }]);
  // On Windows an installer can only take an extension over, and everything of the common list would be.
  expect([win?.fileAssociations ?? []].flat().map(({ ext }) => ext)).toEqual(['crossflow']);
  expect(fileAssociations).toBeUndefined();
  expect(await ofPackage('crossflow.xml')).toContain('<glob pattern="*.bpmn" weight="40"/>');
});

it('installs what it names: every file is there, and the command starts what the package lays out', async () => {
  const { deb, linux, productName } = await configured();
  const { files } = contentsOf([deb?.fpm ?? []].flat());
  expect(files.map(([, to]) => to)).toEqual([
    '/usr/share/mime/packages/crossflow.xml',
    '/usr/bin/crossflow',
    '/usr/share/icons/hicolor/scalable/apps/crossflow.svg',
    '/usr/share/icons/hicolor/scalable/mimetypes/application-x-crossflow.svg',
  ]);
  for (const file of [...files.map(([from]) => from), deb?.afterInstall, deb?.afterRemove]) expect((await readFile(file ?? '', 'utf8')).length).toBeGreaterThan(100);
  expect(await ofPackage('crossflow.sh')).toContain(`program=/opt/${productName}/${linux?.executableName}\n`);
});

it('reads what electron-builder lays out, and describes the package as Debian asks', () => {
  const contents = contentsOf(['--name', 'crossflow', '--version', '0.1.0', '--architecture', 'amd64', '--maintainer', 'A <a@b.invalid>', '--description', 'Short\n Long text', '--deb-priority', 'optional', '--url', 'https://x.invalid', '/a=b/dist/=/opt/Crossflow', '/tmp/x.desktop=/usr/share/applications/x.desktop']);
  expect(contents.files).toEqual([['/a=b/dist/', '/opt/Crossflow'], ['/tmp/x.desktop', '/usr/share/applications/x.desktop']]);
  expect(control(contents, ['libnss3', 'xdg-utils'], 2049).split('\n')).toEqual([
    'Package: crossflow', 'Version: 0.1.0', 'Architecture: amd64', 'Maintainer: A <a@b.invalid>', 'Installed-Size: 3', 'Depends: libnss3, xdg-utils',
    'Section: editors', 'Priority: optional', 'Homepage: https://x.invalid', 'Description: Short', ' Long text', '',
  ]);
});
