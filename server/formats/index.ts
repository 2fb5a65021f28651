// The registry: every format that Entente reads or writes. A new one is a file and a line here.
import type { FormatInfo } from '../../model/format.ts';
import { brief, briefHtml } from './brief.ts';
import { csv } from './csv.ts';
import { cyjs } from './cyjs.ts';
import { cypher } from './cypher.ts';
import { datapackage } from './datapackage.ts';
import type { Format } from './format.ts';
import { ftm } from './ftm.ts';
import { gexf } from './gexf.ts';
import { graphml } from './graphml.ts';
import { jsonl } from './jsonl.ts';
import { markdown } from './markdown.ts';
import { pairs } from './pairs.ts';
import { stix } from './stix.ts';
import { table } from './table.ts';
import { yaml } from './yaml.ts';

export const formats: readonly Format[] = [
  yaml,
  jsonl,
  datapackage,
  graphml,
  gexf,
  cyjs,
  stix,
  ftm,
  csv,
  markdown,
  pairs,
  cypher,
  brief,
  briefHtml,
  table,
];

/** What is told of a format in menus, documentation and the API. */
export function formatInfo(format: Format): FormatInfo {
  const { id, label, extension, mediaType, lossless, loses, forms, decode } = format;
  return {
    id,
    label,
    extension,
    mediaType,
    lossless,
    loses,
    forms: [...forms],
    reads: decode !== undefined,
    writes: forms.length > 0,
  };
}
