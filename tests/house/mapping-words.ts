// The words of a mapping and the shipped mappings, as rows of the tables in docs/mappings.md.
import { readMapping, shippedMappings } from '../../server/mapping.ts';
import { mappingSchemaText } from '../../server/schema.ts';

interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  description?: string;
  pattern?: string;
  items?: Schema;
  anyOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  definitions?: Record<string, Schema>;
}

const root = JSON.parse(mappingSchemaText()) as Schema;
/** What a shared part is called in the document. */
const names: Record<string, string> = {
  Condition: 'condition',
  Word: 'word',
  EntityRef: 'entity',
  DateSpec: 'date',
  Column: 'column',
  Template: 'template',
};

const refOf = (schema: Schema) => schema.$ref ?? schema.allOf?.[0]?.$ref;

function resolved(schema: Schema): Schema {
  const ref = refOf(schema);
  return ref === undefined ? schema : { ...root.definitions?.[ref.split('/').pop() ?? ''], ...schema };
}

/** All keys that a part may have, whichever of its forms is written. */
function keysOf(schema: Schema): [string, Schema][] {
  const at = resolved(schema);
  const forms = [at, ...(at.anyOf ?? []).map(resolved)];
  return [...new Map(forms.flatMap((form) => Object.entries(form.properties ?? {}))).entries()];
}

/** What a key takes. */
function takes(schema: Schema): string {
  const ref = refOf(schema)?.split('/').pop();
  if (ref !== undefined && names[ref] !== undefined) return names[ref];
  const at = resolved(schema);
  if (at.const !== undefined) return `\`${String(at.const)}\``;
  if (at.enum !== undefined) return at.enum.map((v) => `\`${String(v)}\``).join(', ');
  if (at.anyOf !== undefined) return [...new Set(at.anyOf.map(takes))].join(' or ');
  if (at.type === 'array') return `list of ${takes(at.items ?? {})}`;
  if (at.type === 'object')
    return typeof at.additionalProperties === 'object' && at.properties === undefined
      ? `table of text to ${takes(at.additionalProperties)}`
      : 'keys';
  const types = [at.type ?? 'text'].flat();
  return types.includes('string') ? 'text' : types.includes('boolean') ? '`true`, `false`' : 'number';
}

const plain = (value: unknown) =>
  value === undefined || JSON.stringify(value) === '{}' || JSON.stringify(value) === '[]'
    ? ''
    : `\`${typeof value === 'string' ? (value === '' ? '""' : value) : JSON.stringify(value)}\``;

const at = (...steps: string[]) =>
  steps.reduce<Schema>((schema, step) => {
    const here = resolved(schema);
    if (step === '*') return here.items ?? (here.additionalProperties as Schema);
    return here.properties?.[step] ?? {};
  }, root);

const parts: [string, Schema][] = [
  ['mapping', root],
  ['tables, each', at('tables', '*')],
  ['claims', at('claims')],
  ['claims: when', at('claims', 'when')],
  ['claims: kinds', at('claims', 'kinds')],
  ['claims: parties, each', at('claims', 'parties', '*')],
  ['claims: join', at('claims', 'join')],
  ['claims: statement', at('claims', 'statement')],
  ['claims: statement: confidence', at('claims', 'statement', 'confidence')],
  ['claims: properties, each', at('claims', 'properties', '*')],
  ['entities, each', at('entities', '*')],
  ['entities: represents', at('entities', '*', 'represents')],
  ...['Condition', 'Word', 'EntityRef', 'DateSpec'].map((ref): [string, Schema] => [
    names[ref] ?? '',
    root.definitions?.[ref] ?? {},
  ]),
];

/** Every word: the part it belongs to, the word, what it takes, what stands where it does not, what it means. */
export function mappingWords(): string[][] {
  return parts.flatMap(([part, schema]) =>
    keysOf(schema)
      .filter(([key]) => key !== '$schema')
      .map(([key, value]) => [
        part,
        `\`${key}\``,
        takes(value),
        plain(value.default),
        value.description ?? resolved(value).description ?? '',
      ]),
  );
}

/** The mappings that come with Entente: what they read, where a user gets it, under which terms, how it is cited. */
export function shippedRows(): string[][] {
  return shippedMappings().map((name) => {
    const { dataset, tables } = readMapping(name).mapping;
    return [
      `\`${name}\``,
      dataset.title,
      Object.entries(tables)
        .map(([table, { file }]) => file ?? table)
        .join(', '),
      dataset.url ?? '',
      dataset.licence ?? '',
      (dataset.citation ?? '').trim(),
    ];
  });
}
