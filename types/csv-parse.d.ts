/** csv-parse as shared/ uses it: its own types would let Node's into rooms that must run anywhere. */
export interface ParseInfo {
  readonly bytes: number;
  readonly lines: number;
  readonly records: number;
  readonly index?: number;
  readonly column?: number | string;
}

export interface ParseOptions {
  bom?: boolean;
  cast?: boolean | ((value: string, context: ParseInfo & { readonly header: boolean }) => unknown);
  columns?: boolean | readonly (string | null | undefined | false)[] | ((record: string[]) => (string | null | undefined | false)[]);
  comment?: string | null;
  delimiter?: string | readonly string[];
  delimiter_auto?: boolean;
  encoding?: 'utf8' | 'utf-8' | 'latin1' | 'utf16le' | null;
  escape?: string | null | boolean;
  from?: number;
  from_line?: number;
  info?: boolean;
  ltrim?: boolean;
  max_record_size?: number;
  quote?: string | boolean | null;
  raw?: boolean;
  record_delimiter?: string | readonly string[];
  relax_column_count?: boolean;
  relax_column_count_less?: boolean;
  relax_column_count_more?: boolean;
  relax_quotes?: boolean;
  rtrim?: boolean;
  skip_empty_lines?: boolean;
  skip_records_with_empty_values?: boolean;
  skip_records_with_error?: boolean;
  to?: number;
  to_line?: number;
  trim?: boolean;
}

export declare class CsvError extends Error {
  readonly code: string;
  readonly lines?: number;
  readonly records?: number;
  readonly column?: number | string;
}

export declare function parse(input: string | Uint8Array, options: ParseOptions & { columns: NonNullable<ParseOptions['columns']> }): Record<string, string>[];
export declare function parse(input: string | Uint8Array, options?: ParseOptions): string[][];
