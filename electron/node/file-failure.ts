import path from 'node:path';
import { message } from '../../shared/language/message.ts';
import { fail, succeed, type Outcome } from '../../shared/language/outcome.ts';

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** Names what the file system refused, in one sentence that says what to do. */
export const fileFailure = (file: string, error: unknown): Outcome<never> => {
  const values = { file: path.basename(file) };
  switch (codeOf(error)) {
    case 'ENOENT':
      return fail('file.missing', message('desktop.fileMissing', values), { file });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return fail('file.forbidden', message('desktop.fileForbidden', values), { file });
    case 'EISDIR':
      return fail('file.isFolder', message('desktop.fileIsFolder', values), { file });
    case 'ENOSPC':
    case 'EDQUOT':
      return fail('file.diskFull', message('desktop.fileDiskFull', values), { file });
    default: {
      const reason = codeOf(error) || (error instanceof Error ? error.message : String(error));
      return fail('file.failed', message('desktop.fileFailed', { ...values, reason }), { file });
    }
  }
};

/** Does something with a file; what the file system refuses becomes a named failure. */
export const withFile = async <T>(file: string, act: () => Promise<T>): Promise<Outcome<T>> => {
  try {
    return succeed(await act());
  } catch (error) {
    return fileFailure(file, error);
  }
};
