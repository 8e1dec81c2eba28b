import { message, type Message } from '../../language/message.ts';
import { fail, type Outcome, succeed } from '../../language/outcome.ts';
import { checked, fieldName, issueReason } from '../model/issues.ts';
import { type Document, documentSchema, documentVersion } from '../scenarios/document.ts';
import { findInconsistency } from './consistency.ts';
import { findJsonFault } from './json-position.ts';
import { migrateDocument } from './migrations/migrations.ts';

/**
 * Reads the text of a file. The value is a whole, consistent document of the current version with every unknown field
 * kept; the failure names file, element and remedy in one sentence. Never throws.
 */
export function parseDocument(text: string, fileName: string): Outcome<Document> {
  const refuse = (code: string, reason: Message, element?: string): Outcome<never> =>
    fail(code, message('document.file.refused', { file: fileName, reason }), { file: fileName, ...(element !== undefined && { element }) });

  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (bare.trim() === '') return refuse('empty', message('document.file.empty'));
  const fault = findJsonFault(bare);
  if (fault !== undefined) {
    const place = { line: fault.line, column: fault.column };
    if (fault.kind === 'duplicate') return refuse('duplicate-id', message('document.file.duplicateKey', { ...place, key: fault.key ?? '' }), fault.key);
    return fault.kind === 'truncated' ? refuse('truncated', message('document.file.truncated', place)) : refuse('not-json', message('document.file.notJson', place));
  }
  const data: unknown = JSON.parse(bare);
  if (!isRecord(data) || data['format'] !== 'crossflow') return refuse('wrong-format', message('document.file.wrongFormat'));
  const version = data['version'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return refuse('no-version', message('document.file.noVersion'));
  if (version > documentVersion) return refuse('newer-version', message('document.file.newer', { version, known: documentVersion }));

  const migrated = migrateDocument(data, version);
  const result = checked(documentSchema, migrated);
  if (!('value' in result)) {
    const path = result.issue?.path ?? [];
    const { element, field } = placeOf(migrated, path);
    const reason = result.issue === undefined ? message('document.issue.unknownKind') : issueReason(result.issue);
    const values = { element: nameAt(migrated, path) ?? element ?? '', field, reason };
    return element === undefined
      ? refuse('invalid', message('document.file.field', { field, reason: values.reason }))
      : refuse('invalid', message('document.file.elementField', values), element);
  }
  const wrong = findInconsistency(result.value);
  return wrong === undefined ? succeed(result.value) : refuse(wrong.code, wrong.message, wrong.element);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Rows stand at model/<table>/<id> or <table>/<id>; what follows is the field. */
function placeOf(document: Record<string, unknown>, path: readonly PropertyKey[]): { element: string | undefined; field: string } {
  const depth = rowDepth(document, path);
  const id = depth === undefined ? undefined : path[depth];
  return id === undefined ? { element: undefined, field: fieldName(path) } : { element: String(id), field: fieldName(path.slice((depth ?? 0) + 1)) };
}

function nameAt(document: Record<string, unknown>, path: readonly PropertyKey[]): string | undefined {
  const depth = rowDepth(document, path);
  if (depth === undefined) return undefined;
  let value: unknown = document;
  for (const part of path.slice(0, depth + 1)) value = isRecord(value) ? value[String(part)] : undefined;
  const name = isRecord(value) ? value['name'] : undefined;
  return typeof name === 'string' && name !== '' ? name : undefined;
}

function rowDepth(document: Record<string, unknown>, path: readonly PropertyKey[]): number | undefined {
  const tables: readonly PropertyKey[] = ['scenarios', 'comments', 'versions'];
  const depth = path[0] === 'model' ? 2 : path[0] !== undefined && tables.includes(path[0]) ? 1 : undefined;
  return depth !== undefined && path.length > depth && isRecord(document[String(path[0])]) ? depth : undefined;
}
