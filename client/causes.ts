// Why nothing stands: what of lens, filters and legend takes out the last claim, in the order in which they judge.
import type { Answer, JudgedClaim } from '../model/answer.ts';
import { type Lens, resolveLens } from '../model/lens.ts';
import type { Filters } from '../model/question.ts';
import type { View } from '../model/view.ts';
import { signTable } from './canvas/encoding.ts';
import { timeWords } from './days.ts';
import { rejudge } from './rejudge.ts';
import { clearConfidence, clearFilter, clearKnown, clearTime, lens, showHidden } from './steps.ts';
import { passes } from './tally.ts';

/** One cause: said after "No claim stands", and what clears it. */
export interface Cause {
  text: string;
  button: string;
  clear: typeof clearConfidence;
  /** Whether it is one of the two clocks, which clearing filters leaves as they are. */
  isClock?: true;
}

type Facet = Exclude<keyof Filters, 'states'>;
const facets: readonly Facet[] = ['kind', 'nature', 'context', 'modality', 'sign', 'state', 'commitment'];

/**
 * Why no claim stands that is in question.
 * @param ground the claims in question with nothing filtered and nothing below the threshold, at the time asked
 * @param judged the same through the lens
 * @param kindName the name of a kind
 * @returns the causes, any of which alone may be enough; none where these states have no claim that could stand
 */
export function causes(
  ground: Answer,
  judged: readonly JudgedClaim[],
  view: View,
  kindName: (id: string) => string,
): Cause[] {
  const { filters } = view;
  if (!ground.claims.some((c) => c.stands)) return clockCauses(view.lens);
  const standing = judged.filter((c) => c.stands);
  if (standing.length === 0) return [confidenceCause(ground, view.lens)];
  const active = facets.filter((f) => (f === 'commitment' ? filters[f] !== null : filters[f].length > 0));
  if (standing.some((c) => passes(c, filters))) return view.hide.length > 0 ? [hiddenCause] : [];
  // One filter alone, where without it something passes; else all of them together.
  const alone = active.filter((f) => standing.some((c) => passes(c, filters, f)));
  return (alone.length > 0 ? alone : active).map((f) => filterCause(f, filters, kindName));
}

function clockCauses({ from, until, known, clock }: Lens): Cause[] {
  const time = timeWords(from, until);
  return [
    ...(time === null
      ? []
      : [{ text: time.toLowerCase(), button: 'Clear time', clear: clearTime, isClock: true as const }]),
    ...(known === null
      ? []
      : [
          {
            text: knownWords(known, clock),
            button: 'Clear “as known on”',
            clear: clearKnown,
            isClock: true as const,
          },
        ]),
  ];
}

/** `as known on 2025-01-01`, or as held here. */
const knownWords = (known: string, clock: Lens['clock']): string =>
  `as ${clock === 'held' ? 'held here' : 'known'} on ${known}`;

function confidenceCause(ground: Answer, now: Lens): Cause {
  const others = rejudge(ground, { ...now, origins: 1 });
  if (others.some((c) => c.stands))
    return {
      text: `with ${now.origins} or more origins`,
      button: 'Clear origins',
      clear: lens({ origins: 1 }),
    };
  const off = resolveLens(now).unknown
    ? 0
    : ground.claims.flatMap((c) => c.statements).filter((s) => s.confidence === null).length;
  const switched = off === 0 ? '' : `. ${off} of unknown confidence ${off === 1 ? 'is' : 'are'} switched off`;
  return {
    text: `at confidence ${now.threshold}${switched}`,
    button: 'Clear confidence',
    clear: clearConfidence,
  };
}

function filterCause(facet: Facet, filters: Filters, kindName: (id: string) => string): Cause {
  const name = (value: string) =>
    facet === 'kind'
      ? kindName(value)
      : facet === 'sign'
        ? signTable[value as Filters['sign'][number]].mark
        : value;
  const text =
    facet === 'commitment'
      ? `of commitment ${filters.commitment} or more`
      : `of ${facet} ${filters[facet].map(name).join(', ')}`;
  return { text, button: `Clear ${facet}`, clear: clearFilter(facet) };
}

const hiddenCause: Cause = { text: 'that is not hidden', button: 'Show all hidden', clear: showHidden };

/**
 * Why no statement of a claim counts.
 * @param before the claim with nothing below the threshold; undefined where the page does not hold it
 */
export function outWords(before: Pick<JudgedClaim, 'state'> | undefined, now: Lens): string {
  const everyNumber = now.threshold === 0 && resolveLens(now).unknown;
  if (before === undefined ? !everyNumber : before.state !== null)
    return `no statement counts at ${now.threshold}`;
  if (now.known !== null)
    return `nothing of it was ${now.clock === 'held' ? 'held here' : 'known'} on ${now.known}`;
  const time = timeWords(now.from, now.until);
  return time === null
    ? 'no statement counts'
    : `no statement speaks of the time asked, ${time.toLowerCase()}`;
}
