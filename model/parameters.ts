// The parameters of an address: what each is called, what it is for, and how it is read and written.
import { modalities } from './claim.ts';
import { markings } from './confidence.ts';
import { longState, shortState } from './id.ts';
import { states } from './judge.ts';
import { defaultLens, type Lens } from './lens.ts';
import { didYouMean } from './near.ts';
import { LONGEST, type Options } from './question.ts';
import { defaultView, draws, layouts, type View } from './view.ts';
import { contexts, natures, signs } from './vocabulary.ts';

interface Parameter {
  key: string;
  doc: string;
  /** Whether only the page uses it; the API refuses those. */
  page?: true;
  write(view: View): string | null;
  read(text: string, view: View): View;
}

/** What is thrown where a parameter cannot be read: what would be right, in words. */
export class ParameterError extends Error {}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const items = (text: string) => text.split(',').filter((x) => x !== '');

/** Items that may hold commas, as the address of a source does: a backslash stands before those. */
const joined = (list: readonly string[]) => list.map((x) => x.replace(/[\\,]/g, '\\$&')).join(',');
const parted = (text: string) => (text.match(/(?:\\.|[^\\,])+/g) ?? []).map((x) => x.replace(/\\(.)/g, '$1'));

function oneOf<T extends string>(text: string, allowed: readonly T[]): T {
  const found = allowed.find((a) => a === text);
  if (found === undefined)
    throw new ParameterError(`"${text}" is not one of ${allowed.join(', ')}${didYouMean(text, allowed)}`);
  return found;
}

function whole(text: string, min: number, max: number): number {
  const n = Number(text);
  if (!/^\d+$/.test(text) || n < min || n > max)
    throw new ParameterError(`write a whole number from ${min} to ${max}`);
  return n;
}

const lensKey = <K extends keyof Lens>(
  key: K,
  name: string,
  doc: string,
  read: (text: string) => Lens[K],
  write: (value: Lens[K]) => string = String,
): Parameter => ({
  key: name,
  doc,
  write: (v) => (isSame(v.lens[key], defaultLens[key]) ? null : write(v.lens[key])),
  read: (text, v) => ({ ...v, lens: { ...v.lens, [key]: read(text) } }),
});

const option = <K extends keyof Options>(
  key: K,
  doc: string,
  read: (text: string) => Options[K],
): Parameter => ({
  key,
  doc,
  write: (v) => (v.options[key] === null ? null : String(v.options[key])),
  read: (text, v) => ({ ...v, options: { ...v.options, [key]: read(text) } }),
});

const filterList = <K extends 'kind' | 'nature' | 'context' | 'modality' | 'sign' | 'state' | 'states'>(
  key: K,
  doc: string,
  read: (text: string) => string,
  write: (item: string) => string = (x) => x,
): Parameter => ({
  key,
  doc,
  write: (v) => (v.filters[key].length === 0 ? null : v.filters[key].map(write).join(',')),
  read: (text, v) => ({ ...v, filters: { ...v.filters, [key]: items(text).map(read) } }),
});

/** `+` is a blank in a query string as forms write it; both are read as plus. */
const signFrom = (text: string) => (text === ' ' ? '+' : text === '−' ? '-' : text);
const signName = { plus: '+', minus: '-', both: '±', none: '0' } as const;
const nameOfSign = (sign: string) => Object.entries(signName).find(([, s]) => s === sign)?.[0] ?? sign;
const readSign = (text: string) =>
  oneOf(text in signName ? signName[text as keyof typeof signName] : signFrom(text), signs);
const readDay = (text: string) => text;

/** Every parameter of an address, in the order in which it is written. */
export const parameters: readonly Parameter[] = [
  {
    key: 'q',
    doc: 'The question of the page.',
    page: true,
    write: (v) => v.question,
    read: (text, v) => ({ ...v, question: text }),
  },
  filterList('states', 'States in question, by ISO code or id: CHN,RUS,PRK.', longState, shortState),
  {
    key: 'dataset',
    doc: 'Data sets looked at; all where absent.',
    write: (v) => (v.lens.datasets.length === 0 ? null : v.lens.datasets.join(',')),
    read: (text, v) => ({ ...v, lens: { ...v.lens, datasets: items(text) } }),
  },
  filterList('kind', 'Kinds of claim.', (x) => x),
  filterList('nature', `Natures: ${natures.join(', ')}.`, (x) => oneOf(x, natures)),
  filterList('context', `Contexts: ${contexts.join(', ')}.`, (x) => oneOf(x, contexts)),
  filterList('modality', `Modalities: ${modalities.join(', ')}.`, (x) => oneOf(x, modalities)),
  filterList('sign', 'Signs: plus, minus, both, none.', readSign, nameOfSign),
  filterList('state', `States of claims: ${states.join(', ')}.`, (x) => oneOf(x, states)),
  {
    key: 'commitment',
    doc: 'At least this commitment, 1 to 7.',
    write: (v) => (v.filters.commitment === null ? null : String(v.filters.commitment)),
    read: (text, v) => ({ ...v, filters: { ...v.filters, commitment: whole(text, 1, 7) } }),
  },
  lensKey('threshold', 'threshold', 'Statements count from this confidence on, 0 to 100.', (t) =>
    whole(t, 0, 100),
  ),
  lensKey(
    'unknown',
    'unknown',
    'Whether statements of unknown confidence count, 1 or 0; without it only at threshold 0.',
    (t) => oneOf(t, ['0', '1']) === '1',
    (v) => (v ? '1' : '0'),
  ),
  lensKey('rule', 'rule', 'Which of several numbers: highest or lowest.', (t) =>
    oneOf(t, ['highest', 'lowest']),
  ),
  lensKey('origins', 'origins', 'Independent asserting origins that a claim needs to stand.', (t) =>
    whole(t, 1, 99),
  ),
  {
    key: 'on',
    doc: 'World time: on this day. Sets both from and until.',
    write: (v) => (v.lens.from !== null && v.lens.from === v.lens.until ? v.lens.from : null),
    read: (text, v) => ({ ...v, lens: { ...v.lens, from: readDay(text), until: readDay(text) } }),
  },
  {
    key: 'from',
    doc: 'World time: from this day on.',
    write: (v) => (v.lens.from === v.lens.until ? null : v.lens.from),
    read: (text, v) => ({ ...v, lens: { ...v.lens, from: readDay(text) } }),
  },
  {
    key: 'until',
    doc: 'World time: to this day, inclusive.',
    write: (v) => (v.lens.from === v.lens.until ? null : v.lens.until),
    read: (text, v) => ({ ...v, lens: { ...v.lens, until: readDay(text) } }),
  },
  lensKey('over', 'over', 'A range means one day of it (day) or all of a claim (life).', (t) =>
    oneOf<'day' | 'life'>(t, ['day', 'life']),
  ),
  lensKey('known', 'known', 'As known on this day.', readDay),
  lensKey('clock', 'clock', 'Known by publication (public) or by when it was recorded (held).', (t) =>
    oneOf(t, ['public', 'held']),
  ),
  lensKey('marking', 'marking', `Statements count up to this marking: ${markings.join(', ')}.`, (t) =>
    oneOf(t, markings),
  ),
  option('length', `For paths: the longest chain of claims, 1 to ${LONGEST}.`, (t) => whole(t, 1, LONGEST)),
  option(
    'since',
    'For changes in the world: the earlier day; the later one is on, until, or today.',
    readDay,
  ),
  option('knew', 'For changes of knowledge: the earlier day; the later one is known, or today.', readDay),
  {
    key: 'draw',
    doc: `The picture: ${draws.join(' or ')}.`,
    page: true,
    write: (v) => (v.draw === defaultView.draw ? null : v.draw),
    read: (text, v) => ({ ...v, draw: oneOf(text, draws) }),
  },
  {
    key: 'layout',
    doc: `Places of the states: ${layouts.join(', ')}.`,
    page: true,
    write: (v) => (v.layout === defaultView.layout ? null : v.layout),
    read: (text, v) => ({ ...v, layout: oneOf(text, layouts) }),
  },
  {
    key: 'pairs',
    doc: 'Draws all pairs of states, where else only those with most claims are drawn: all.',
    page: true,
    write: (v) => (v.allPairs ? 'all' : null),
    read: (text, v) => ({ ...v, allPairs: oneOf(text, ['all']) === 'all' }),
  },
  {
    key: 'degree',
    doc: 'Draws only states with at least so many claims that stand, and what ties them.',
    page: true,
    write: (v) => (v.degree === defaultView.degree ? null : String(v.degree)),
    read: (text, v) => ({ ...v, degree: whole(text, 1, 999) }),
  },
  {
    key: 'sel',
    doc: 'What is selected, by id; a comma within an id has a backslash before it.',
    page: true,
    write: (v) => (v.selection.length === 0 ? null : joined(v.selection)),
    read: (text, v) => ({ ...v, selection: parted(text) }),
  },
  {
    key: 'hide',
    doc: 'Legend entries switched off.',
    page: true,
    write: (v) =>
      v.hide.length === 0
        ? null
        : v.hide.map((h) => h.replace(/^sign:(.)$/, (_, s) => `sign:${nameOfSign(s)}`)).join(','),
    read: (text, v) => ({
      ...v,
      hide: items(text).map((h) =>
        h.replace(/^sign:(plus|minus|both|none)$/, (_, n: keyof typeof signName) => `sign:${signName[n]}`),
      ),
    }),
  },
  {
    key: 'expand',
    doc: 'What was added around entities: entity~kind~band.',
    page: true,
    write: (v) =>
      v.expand.length === 0
        ? null
        : v.expand.map((e) => `${shortState(e.entity)}~${e.kind}~${e.band}`).join(','),
    read: (text, v) => ({
      ...v,
      expand: items(text).map((x) => {
        const [entity = '', kind = '', band = ''] = x.split('~');
        if (entity === '' || kind === '' || band === '') throw new ParameterError('write entity~kind~band');
        return { entity: longState(entity), kind, band };
      }),
    }),
  },
  {
    key: 'at',
    doc: 'Places of nodes moved by hand: id~x~y.',
    page: true,
    write: (v) => {
      const moved = Object.entries(v.moved);
      return moved.length === 0
        ? null
        : moved.map(([id, [x, y]]) => `${shortState(id)}~${Math.round(x)}~${Math.round(y)}`).join(',');
    },
    read: (text, v) => ({
      ...v,
      moved: Object.fromEntries(
        items(text).map((t) => {
          const [id = '', x = '', y = ''] = t.split('~');
          if (!/^-?\d{1,6}$/.test(x) || !/^-?\d{1,6}$/.test(y)) throw new ParameterError('write id~x~y');
          // A claim's id holds a slash; a short state does not, and has no colon either.
          return [id.includes('/') ? id : longState(id), [Number(x), Number(y)]];
        }),
      ),
    }),
  },
  {
    key: 'saved',
    doc: 'A saved view, by its id: what else is in the address overrides it.',
    page: true,
    write: (v) => v.saved,
    read: (text, v) => ({ ...v, saved: text }),
  },
];
