import { rm } from 'node:fs/promises';
import path from 'node:path';
import { inRoot } from '../paths.mjs';
import { electronVersion } from '../runtime/resolve.mjs';
import { windowPackages } from '../system.mjs';

/** What a document is called where the desktop asks; build/packaging/crossflow.xml says the same to Linux. */
const documentType = 'application/x-crossflow';
const extension = 'crossflow';
const called = 'Crossflow document';

/** Newer Debian and Ubuntu add `t64` to the names of some libraries. */
const needed = [...windowPackages.filter((name) => name.startsWith('lib')).map((name) => `${name} | ${name}t64`), 'xdg-utils', 'shared-mime-info', 'desktop-file-utils'];

/**
 * What electron-builder makes of the program, for each system. The document's own files belong to it; BPMN files it
 * offers to open where a system can be told so without taking them from another program.
 * @param {string} electron the runtime to pack
 * @returns {import('electron-builder').Configuration}
 */
export const configuration = (electron) => ({
  appId: 'app.crossflow.modeler',
  productName: 'Crossflow',
  copyright: 'Crossflow',
  electronDist: path.dirname(electron),
  electronVersion: electronVersion(electron),
  directories: { output: 'dist', buildResources: 'build/icons' },
  // Everything is bundled: no node_modules travel.
  files: ['out/**', '!out/**/*.map', '!out/built-from.txt', 'package.json', '!node_modules'],
  // The command line runs from its own files, which a plain Node must be able to read.
  asarUnpack: ['out/cli/**'],
  asar: true,
  npmRebuild: false,
  icon: inRoot('build', 'icons', 'crossflow.png'),
  extraMetadata: {
    // By this name a desktop knows which entry a running window belongs to.
    desktopName: 'crossflow.desktop',
    // A Debian package has to name a page and somebody; `.invalid` promises to be nobody's.
    homepage: 'https://crossflow.invalid',
  },
  linux: {
    category: 'Office',
    executableName: 'crossflow',
    target: ['AppImage', 'deb', 'tar.gz'],
    synopsis: 'Draw and simulate how work crosses departments',
    description: 'Draw how work crosses departments, simulate where it waits, and compare changes',
    maintainer: 'Crossflow <nobody@crossflow.invalid>',
    // Files by their paths: with addresses (%U) every name with a space would arrive in another spelling.
    executableArgs: ['%F'],
    mimeTypes: [documentType, 'application/bpmn+xml'],
    desktop: {
      entry: {
        GenericName: 'Process modeler',
        'GenericName[de]': 'Prozessmodellierung',
        'Comment[de]': 'Zeichnen, wie Arbeit durch Abteilungen läuft, simulieren, wo sie wartet, und Änderungen vergleichen',
        Keywords: 'process;BPMN;simulation;handoff;departments;',
        'Keywords[de]': 'Prozess;BPMN;Simulation;Übergabe;Abteilungen;',
        StartupNotify: 'true',
      },
    },
  },
  deb: {
    depends: needed,
    afterInstall: inRoot('build', 'packaging', 'after-install.sh'),
    afterRemove: inRoot('build', 'packaging', 'after-remove.sh'),
    fpm: [
      `${inRoot('build', 'packaging', 'crossflow.xml')}=/usr/share/mime/packages/crossflow.xml`,
      `${inRoot('build', 'packaging', 'crossflow.sh')}=/usr/bin/crossflow`,
      `${inRoot('build', 'icons', 'crossflow.svg')}=/usr/share/icons/hicolor/scalable/apps/crossflow.svg`,
      `${inRoot('build', 'icons', 'document.svg')}=/usr/share/icons/hicolor/scalable/mimetypes/application-x-crossflow.svg`,
    ],
  },
  mac: {
    category: 'public.app-category.business',
    target: ['dmg', 'zip'],
    fileAssociations: [
      { ext: extension, name: called, role: 'Editor', rank: 'Owner' },
      { ext: 'bpmn', name: 'BPMN diagram', role: 'Viewer', rank: 'Alternate' },
    ],
    extendInfo: {
      UTExportedTypeDeclarations: [
        {
          UTTypeIdentifier: 'app.crossflow.document',
          UTTypeDescription: called,
          UTTypeConformsTo: ['public.json'],
          UTTypeTagSpecification: { 'public.filename-extension': [extension], 'public.mime-type': [documentType] },
        },
      ],
    },
  },
  win: {
    target: ['nsis', 'zip'],
    // The name becomes a class in the registry, which knows neither spaces nor sentences.
    fileAssociations: [{ ext: extension, name: 'Crossflow.Document', description: called }],
  },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
  afterPack: async ({ appOutDir }) => {
    for (const left of ['default_app.asar', 'default_app.sha256']) await rm(path.join(appOutDir, 'resources', left), { force: true });
  },
});
