// The registry: every format that Entente reads or writes. A new one is a file and a line here.
import type { FormatInfo } from '../../model/format.ts';
import { csv } from './csv.ts';
import type { Format } from './format.ts';
import { jsonl } from './jsonl.ts';
import { table } from './table.ts';
import { yaml } from './yaml.ts';

export const formats: readonly Format[] = [yaml, jsonl, csv, table];

/** What is told of a format in menus, documentation and the API. */
export function formatInfo(format: Format): FormatInfo {
  const { id, label, extension, mediaType, lossless, loses, encode, decode } = format;
  return {
    id,
    label,
    extension,
    mediaType,
    lossless,
    loses,
    reads: decode !== undefined,
    writes: encode !== undefined,
  };
}
