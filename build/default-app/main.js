// What the runtime starts when it is given a folder: `electron [-r MODULE] FOLDER arguments`, as the official
// binary does. It is a module that awaits, so that nothing of the application runs after `ready` has passed.
import { app } from 'electron';
import { readFileSync } from 'node:fs';
import { Module } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const given = process.argv.slice(1);
const preloaded = given.filter((_, index) => given[index - 1] === '-r');
const project = given.find((argument, index) => !argument.startsWith('-') && given[index - 1] !== '-r') ?? '.';
const root = path.resolve(project);
const { name, productName, version, main } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true });
Module._preloadModules(preloaded);
app.setName(productName ?? name);
app.setVersion(version);
app.setAppPath(root);
await import(pathToFileURL(path.join(root, main)).href);
