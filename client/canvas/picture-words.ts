// What a picture says in words, so that it can be read without the page: title, lens, filters, data sets, citation.
import type { Drawn } from '../../model/drawn.ts';
import { shortState } from '../../model/id.ts';
import type { Lens } from '../../model/lens.ts';
import { listed, many } from '../../model/phrase.ts';
import type { View } from '../../model/view.ts';
import { lensTime } from '../../model/when.ts';
import { wholeWords } from './card.ts';
import { perDataset } from './counts.ts';
import { signTable, stateTable } from './encoding.ts';
import { nameOf } from './entity-glyph.ts';

const namesOf = (drawn: Drawn, ids: readonly string[]): string => {
  const entities = new Map(drawn.picture.entities.map((e) => [e.id, e]));
  return listed(
    ids.map((id) => {
      const entity = entities.get(id);
      return entity === undefined ? shortState(id) : nameOf(entity);
    }),
  );
};

/** What a question leaves out is pale in the picture, and that is said in it. */
export function dimmed(drawn: Drawn): string {
  const claims = drawn.claims.filter((c) => !c.out);
  const pale = claims.filter((c) => c.dim);
  if (claims.length === 0) return '';
  if (pale.length === 0) return 'All claims of the picture are in the answer.';
  const parts = perDataset(
    claims,
    (of) => `${of.filter((c) => !c.dim).length} of ${many(of.length, 'claim')}`,
  );
  return `Pale is what is not in the answer; in it: ${parts}.`;
}

/** The question, the states it is asked of and the time. */
export function title(drawn: Drawn, view: View, scope: string | undefined): string {
  const time = lensTime(view.lens);
  if (drawn.question !== null && scope !== undefined)
    return `${drawn.question.question.label}: ${scope}${time}`;
  const what = drawn.question?.question.label ?? (view.draw === 'claims' ? 'Claims' : 'Alignment');
  const states = namesOf(drawn, view.filters.states);
  return states === '' ? `${what}${time}` : `${what}: ${states}${time}`;
}

/** What goes under a picture, so that it can be read without the page. */
export function words(drawn: Drawn, view: View, uncovered: readonly string[], foot: string): string[] {
  const { picture: answer } = drawn;
  const counts = perDataset(drawn.claims, wholeWords);
  const cited = answer.datasets.map((d) => {
    const own = d.citation ?? [d.title, d.version].filter(Boolean).join(', ');
    return `Data: ${own.replace(/\.$/, '')}. Load ${answer.loads[d.id]}`;
  });
  const { pairs } = drawn;
  const part = pairs === null ? '' : `Drawn are the ${pairs.shown} of ${pairs.of} pairs with most claims. `;
  const none = uncovered.length > 0 && drawn.claims.length === 0;
  const counted = none ? '' : `${drawn.question === null ? '' : 'In the whole picture: '}${counts}. `;
  return [
    foot,
    ...uncovered,
    `${part}${counted}Counted are ${lensWords(view.lens)}. ${filterWords(view)}`.trim(),
    ...cited,
    `Pairs are derived: they are read from claims and stored nowhere. ${dayWords(drawn)}Drawn by Entente ${answer.version}.`,
  ];
}

/**
 * Which days are compared, where the question compares two: one of them may be the day on which it is asked. Else a picture
 * has no day of its own, as files have none: the loads tell how old the data are, and the same view has the same bytes.
 */
function dayWords({ question }: Drawn): string {
  const changes = question?.changes ?? null;
  if (changes === null) return '';
  const what = changes.between === 'world' ? 'the world' : 'what was known';
  return `Compared is ${what} on ${changes.from} with ${changes.to}. `;
}

/** What columns stand for. */
export const layoutWords: Record<View['layout'], string> = {
  map: '',
  circle: '',
  sign: ' Columns are by the signs of the claims that stand.',
  time: ' Columns are by the first dated claim of each.',
};

/** A lens in words. */
function lensWords(lens: Lens): string {
  const unknown = lens.unknown ?? lens.threshold === 0;
  return [
    `statements of confidence ${lens.threshold} or more`,
    unknown ? 'unknown confidence kept' : 'without those of unknown confidence',
    `the ${lens.rule} number of several`,
    lens.origins > 1 ? `at least ${lens.origins} independent origins` : '',
    lens.from === lens.until
      ? lens.from === null
        ? ''
        : `world time ${lens.from}`
      : `world time ${lens.from ?? '…'} to ${lens.until ?? '…'}`,
    lens.marking === null ? '' : `nothing marked above ${lens.marking}`,
    lens.known === null ? '' : `as known on ${lens.known} (${lens.clock})`,
  ]
    .filter((w) => w !== '')
    .join(', ');
}

/** What is filtered out, by question or by the legend. */
function filterWords({ filters, hide, degree }: View): string {
  const parts = [
    ['kind', filters.kind],
    ['nature', filters.nature],
    ['context', filters.context],
    ['modality', filters.modality],
    ['sign', filters.sign.map((s) => signTable[s].word)],
    ['state', filters.state.map((s) => stateTable[s].word)],
    ['commitment', filters.commitment === null ? [] : [`${filters.commitment} or more`]],
    ['states with claims', degree > 1 ? [`${degree} or more`] : []],
    ['hidden', hide],
  ] as const;
  const said = parts
    .filter(([, list]) => list.length > 0)
    .map(([name, list]) => `${name}: ${list.join(', ')}`);
  return said.length === 0 ? '' : `Filtered by ${said.join('; ')}.`;
}
