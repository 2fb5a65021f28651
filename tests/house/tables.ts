// The tables of README and docs, made from the code: what `npm run docs` writes and what the test compares.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parameters } from '../../model/parameters.ts';
import { problemCodes } from '../../model/problem.ts';
import { routes } from '../../server/api/routes.ts';
import { formatInfo, formats } from '../../server/formats/index.ts';
import { questions } from '../../server/graph/queries.ts';
import { Settings } from '../../server/settings.ts';
import { mappingWords, shippedRows } from './mapping-words.ts';

const root = path.resolve(import.meta.dirname, '../..');
const row = (...cells: (string | number)[]) =>
  `| ${cells.map((c) => String(c).replaceAll('|', '\\|')).join(' | ')} |`;
const table = (heads: string[], rows: (string | number)[][]) =>
  [row(...heads), row(...heads.map(() => '---')), ...rows.map((r) => row(...r))].join('\n');

/** A default as a reader of the docs sees it: folders of the user are named, not shown. */
const shownDefaults: Record<string, string> = {
  ENTENTE_DATA: "the user's data folder",
  ENTENTE_CACHE: "the user's cache folder",
};

/** Every generated table: the document, the mark in it, and its text. */
export const tables: { file: string; mark: string; text: () => string }[] = [
  {
    file: 'README.md',
    mark: 'settings',
    text: () => {
      const defaults = Settings.parse({}) as Record<string, unknown>;
      return table(
        ['setting', 'default', 'what it is for'],
        Object.entries(Settings.shape).map(([name, schema]) => {
          const value =
            shownDefaults[name] ??
            String(defaults[name] === true ? 1 : defaults[name] === false ? 0 : defaults[name]);
          return [
            `\`${name}\``,
            value === '' ? '' : shownDefaults[name] === undefined ? `\`${value}\`` : value,
            schema.description ?? '',
          ];
        }),
      );
    },
  },
  {
    file: 'docs/questions.md',
    mark: 'questions',
    text: () =>
      table(
        ['id', 'label', 'states', 'counts', 'without a date', 'what it asks'],
        questions().map((q) => [
          `\`${q.id}\``,
          q.label,
          q.states.needed
            ? `${q.states.min} to ${q.states.max}`
            : q.states.max === null
              ? q.states.min === 0
                ? 'any'
                : `none, or ${q.states.min} and more`
              : q.states.max === 0
                ? 'none'
                : `none, or ${q.states.min === q.states.max ? '' : `${q.states.min} to `}${q.states.max}`,
          q.counts === 'claim' ? 'claims' : q.counts === 'group' ? 'groups' : 'pairs',
          q.over === 'day' ? 'some day' : 'whole life',
          q.description,
        ]),
      ),
  },
  {
    file: 'docs/formats.md',
    mark: 'formats',
    text: () =>
      table(
        ['id', 'label', 'ending', 'media type', 'reads', 'writes', 'lossless', 'what it leaves out'],
        formats
          .map(formatInfo)
          .map((f) => [
            `\`${f.id}\``,
            f.label,
            `.${f.extension}`,
            f.mediaType,
            f.reads ? 'yes' : 'no',
            f.writes ? f.forms.join(', ') : 'no',
            f.lossless ? 'yes' : 'no',
            f.loses.join('; '),
          ]),
      ),
  },
  {
    file: 'docs/mappings.md',
    mark: 'mapping words',
    text: () => table(['part', 'word', 'takes', 'otherwise', 'means'], mappingWords()),
  },
  {
    file: 'docs/mappings.md',
    mark: 'shipped mappings',
    text: () => table(['name', 'data set', 'files', 'where to get it', 'terms', 'citation'], shippedRows()),
  },
  {
    file: 'docs/api.md',
    mark: 'routes',
    text: () =>
      table(
        ['method', 'address', 'answers'],
        routes.map((r) => [r.method.toUpperCase(), `\`${r.path}\``, r.summary]),
      ),
  },
  {
    file: 'docs/api.md',
    mark: 'parameters',
    text: () =>
      table(
        ['parameter', 'what it means', 'used by'],
        parameters.map((p) => [`\`${p.key}\``, p.doc, p.page === true ? 'page' : 'page and API']),
      ),
  },
  {
    file: 'docs/api.md',
    mark: 'problems',
    text: () =>
      table(
        ['code', 'status', 'title'],
        Object.entries(problemCodes).map(([code, p]) => [`\`${code}\``, p.status, p.title]),
      ),
  },
];

const between = (mark: string) =>
  new RegExp(`(<!-- table: ${mark} -->\n)([\\s\\S]*?)(\n<!-- end: ${mark} -->)`);

/** What stands in a document at a mark; null where the mark is missing. */
export function standing(file: string, mark: string): string | null {
  return (
    between(mark)
      .exec(readFileSync(path.join(root, file), 'utf8'))?.[2]
      ?.trim() ?? null
  );
}

/** Writes every table into its document. */
export function writeTables(): void {
  for (const { file, mark, text } of tables) {
    const at = path.join(root, file);
    const before = readFileSync(at, 'utf8');
    if (!between(mark).test(before)) throw new Error(`${file} has no mark "<!-- table: ${mark} -->"`);
    writeFileSync(
      at,
      before.replace(between(mark), (_, a, __, c) => `${a}\n${text()}\n${c}`),
    );
  }
}

if (process.argv[1] === import.meta.filename) writeTables();
