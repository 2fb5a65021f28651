// Drafts a mapping for a table, to be edited: what could be guessed, with a comment at each guess.
import { type DateColumns, type Guess, guess, oddCodes } from './guess.ts';
import { type Sample, sampleOf } from './sniff.ts';

/**
 * A mapping for a table, as YAML.
 * @param name of the file, for the id of the data set
 * @throws InvalidError `invalid-file` where it cannot be read as a table
 */
export async function draft(bytes: AsyncIterable<Uint8Array>, name: string): Promise<string> {
  const sample = await sampleOf(bytes);
  const found = guess(sample);
  const id = name
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9.-]+/g, '-')
    .replaceAll(/^[^a-z0-9]+|-+$/g, '');
  const lines = [
    `# A draft, guessed from the head of ${name} and ${sample.rows} of its rows. Look at every line with "guessed", then try it:`,
    `#   entente load --mapping THIS-FILE ${name} --dry-run`,
    `# The words of a mapping are told in docs/mappings.md. Columns: ${sample.columns.join(', ')}`,
    'dataset:',
    `  id: ${id || 'my-table'}`,
    `  title: ${quoted(name)} # guessed: write the title of the data set`,
    '  # version, publisher, licence, citation: as its makers want it to be cited',
    '  url: https://example.org/ # guessed: write where the data are from',
    '  coverage:',
    '    - exhaustive: false # guessed: true where what is not in it is said not to be; and kinds, from, until',
    'tables:',
    `  rows: ${dialect(sample, name)}`,
    'claims:',
    ...claims(sample, found),
  ];
  return `${lines.join('\n')}\n`;
}

function dialect({ dialect: d, columns, hasHeader }: Sample, name: string): string {
  const words = [`file: ${quoted(name)}`];
  if (d.delimiter !== ',') words.push(`delimiter: ${JSON.stringify(d.delimiter)}`);
  if (d.encoding !== 'utf-8') words.push(`encoding: ${d.encoding}`);
  if (d.badBytes === 'replace') words.push('badBytes: replace');
  if (d.quoteChar === 'none') words.push('quoteChar: none');
  if (!hasHeader) words.push('header: false', `columns: [${columns.map(quoted).join(', ')}]`);
  return `{ ${words.join(', ')} }${hasHeader ? '' : ' # guessed: no header; give the columns their names'}`;
}

function claims(sample: Sample, found: Guess): string[] {
  const isOwn = found.id !== null && !found.isIdRepeated;
  const row = found.isPair && !isOwn ? 'pair' : found.isIdRepeated ? 'party' : 'claim';
  const lines = [`  row: ${row} # guessed: ${why(found, row)}`];
  const id = found.id ?? (found.isPair ? null : (sample.columns[0] ?? ''));
  if (id !== null)
    lines.push(
      `  id: ${quoted(`{${id}}`)}${found.id === null ? ' # guessed: write the column with the id' : ''}`,
    );
  if (found.title !== null) lines.push(`  title: [${quoted(`{${found.title}}`)}, "{_kind}: {_parties}"]`);
  lines.push('  kinds: { is: treaty } # guessed: write a kind of the vocabulary');
  if (found.kind !== null)
    lines.push(
      `  # kinds: { column: ${quoted(found.kind)}, values: { TEXT: KIND } } # the column looks like one of kinds`,
    );
  lines.push('  modality: { is: in-force } # guessed: done for events');
  const spells = row === 'claim' ? null : { from: found.from, until: found.until };
  lines.push(...time(sample, found, spells !== null));
  lines.push('  parties:');
  if (found.parties.length === 0)
    lines.push(
      '    - entity: { column: WHICH, as: iso3 } # no column of states was found: write it',
      '      role: { is: party }',
    );
  for (const party of found.parties) lines.push(...partyOf(sample, found, party, spells));
  if (found.confidence !== null || found.credibility !== null) {
    lines.push('  statement:');
    if (found.confidence !== null)
      lines.push(
        `    confidence: ${quoted(found.confidence)} # guessed: whole numbers from 0 to 100, or values or a scale`,
      );
    if (found.credibility !== null)
      lines.push(`    credibility: ${quoted(found.credibility)} # guessed: 1 to 6`);
  }
  return lines;
}

function why(found: Guess, row: string): string {
  if (row === 'pair') return 'two columns of states; a pair cannot say what is joint, see docs/mappings.md';
  if (row === 'party') return `several rows have one ${found.id}`;
  return found.id === null ? 'no column of ids was found' : `each row has its own ${found.id}`;
}

function time(sample: Sample, { date, from, until }: Guess, hasSpells: boolean): string[] {
  if (hasSpells && (from !== null || until !== null))
    return ['  when: parties # guessed: the dates are those of the parties'];
  if (from !== null && until !== null)
    return ['  when:', `    from: ${dateOf(sample, from)}`, `    until: ${dateOf(sample, until)}`];
  const only = date ?? from ?? until;
  return only === null ? [] : [`  when: { date: ${dateOf(sample, only)} } # guessed`];
}

function partyOf(
  sample: Sample,
  { role, side }: Guess,
  { columns, as, separator, range }: Guess['parties'][number],
  spells: { from: DateColumns | null; until: DateColumns | null } | null,
): string[] {
  const which =
    range !== undefined
      ? `columns: ${range}`
      : columns.length > 1
        ? `columns: [${columns.map(quoted).join(', ')}]`
        : `column: ${quoted(columns[0] ?? '')}`;
  const lines = [
    `    - entity: { ${which}, as: ${as}${separator === undefined ? '' : `, separator: ${JSON.stringify(separator)}`} } # guessed from its texts`,
    role === null
      ? '      role: { is: member } # guessed: write a role of the vocabulary'
      : `      role: ${quoted(role)} # guessed: give its texts their roles under values`,
  ];
  if (side !== null) lines.push(`      side: ${quoted(side)}`);
  if (spells !== null && spells.from !== null) lines.push(`      from: ${dateOf(sample, spells.from)}`);
  if (spells !== null && spells.until !== null) lines.push(`      until: ${dateOf(sample, spells.until)}`);
  else if (
    spells !== null &&
    spells.from !== null &&
    'year' in spells.from &&
    spells.from.year.toLowerCase() === 'year'
  )
    lines.push(`      until: ${dateOf(sample, spells.from)} # guessed: a row a year`);
  return lines;
}

function dateOf(sample: Sample, date: DateColumns): string {
  const { missing, open } = oddCodes(sample, date);
  const codes = [
    ...(missing.length === 0 ? [] : [`missing: [${missing.map(quoted).join(', ')}]`]),
    ...(open.length === 0 ? [] : [`open: [${open.map(quoted).join(', ')}]`]),
  ];
  if ('column' in date) {
    const [text = ''] = sample.texts.get(date.column) ?? [];
    const format = /^\d{8}$/.test(text)
      ? ['format: yyyyMMdd']
      : /\//.test(text)
        ? ['format: dd/MM/yyyy']
        : [];
    const more = [...format, ...codes];
    return more.length === 0 ? quoted(date.column) : `{ column: ${quoted(date.column)}, ${more.join(', ')} }`;
  }
  const parts = Object.entries(date).map(([part, column]) => `${part}: ${quoted(String(column))}`);
  return `{ ${[...parts, ...codes].join(', ')} }`;
}

/** A text as YAML has it: quoted unless it is plain. */
const quoted = (text: string) =>
  /^[A-Za-z_][\w.-]*$/.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text);
