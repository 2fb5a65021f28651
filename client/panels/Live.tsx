// What is told to those who do not see the picture: the selected thing in a sentence, and counts after a pause.
import { useEffect } from 'react';
import type { Answer, JudgedClaim } from '../../model/answer.ts';
import { countOf } from '../../model/count.ts';
import { isUncovered } from '../../model/coverage.ts';
import { ClaimId } from '../../model/id.ts';
import { listed, many, nameOf } from '../../model/phrase.ts';
import { signWord } from '../canvas/chip.ts';
import { besideWords, perDataset } from '../canvas/counts.ts';
import { certaintyTable } from '../canvas/encoding.ts';
import { held, nameIn, sourcesOf } from '../lookup.ts';
import { drawnNow, get, type State, scratch, useDrawn, useStore } from '../store.ts';
import { present } from '../tally.ts';
import {
  absentWords,
  inWords,
  modalityWord,
  sentence,
  stanceCounts,
  standingWords,
  stateBanner,
} from '../words.ts';
import { changesAloud } from './changes/words.ts';
import { pathsAloud } from './paths/words.ts';

/** Filters are announced when they have rested so long. */
const REST = 300;

const unknown = (n: number | null) => (n === null ? 'unknown' : String(n));

/** A claim in one breath: state, title, kind, modality, principals, confidence, who says what. */
function aloud(c: JudgedClaim, s: State): string {
  const kind = c.claim.kinds.map((id) => s.vocabulary.kinds.get(id)?.label ?? id).join(', ');
  const confidence =
    c.originsFor === 0
      ? c.originsAgainst === 0
        ? ''
        : `Confidence against it ${unknown(c.against)}`
      : `Confidence ${unknown(c.for)}${c.originsAgainst === 0 ? '' : ` against ${unknown(c.against)}`}`;
  return [
    c.state === null ? 'Out' : stateBanner[c.state],
    c.certainty === 'sure' || c.state === null
      ? ''
      : `${certaintyTable[c.certainty].label}, ${certaintyTable[c.certainty].why}`,
    c.claim.title,
    `${kind}, ${modalityWord(c.claim.modality).toLowerCase()}, ${signWord[c.sign]}`,
    sentence(
      `${inWords(c.principals.length)}${c.claim.incomplete ? ' or more' : ''} ${c.principals.length === 1 && !c.claim.incomplete ? 'principal' : 'principals'}`,
    ),
    confidence,
    stanceCounts(c.statements),
  ]
    .filter((x) => x !== '')
    .map((x) => `${x}.`)
    .join(' ');
}

function selectionAloud(s: State): string {
  const h = held(s);
  const ids = s.view.selection;
  const [id] = ids;
  if (id === undefined) return '';
  if (ids.length > 1) return `${ids.length} selected`;
  const claim = ClaimId.safeParse(id).success ? h.claims.get(id) : undefined;
  if (claim !== undefined) return aloud(claim, s);
  const titles = [...new Set(sourcesOf(h, id).map((source) => source.title))];
  return `${titles.length === 0 ? nameIn(h, id) : listed(titles, 'or')}.`;
}

function countAloud(claims: readonly JudgedClaim[], picture: Answer): string {
  const count = countOf(claims);
  const words = [standingWords(count), besideWords(count), absentWords(count)].filter((x) => x !== '');
  const none = count.stands === 0 && isUncovered(picture);
  const stands = none ? 'Not covered' : many(count.stands, 'claim stands', 'claims stand');
  return [stands, words.join('; ')].filter((x) => x !== '').join(': ');
}

/** What the report on changes or on chains found; null where neither is open. */
function reportAloud(answer: Answer | null): string | null {
  if (answer === null) return null;
  const { changes, paths } = answer;
  if (paths !== null) return pathsAloud(answer, paths, (id) => nameOf(answer, id));
  return changes === null ? null : changesAloud(answer, changes);
}

export function Live() {
  const selection = useStore((s) => s.view.selection);
  const picture = useStore((s) => s.picture);
  const drawn = useDrawn();
  const said = useStore((s) => s.scratch.said);
  const toast = useStore((s) => s.scratch.toast);

  // biome-ignore lint/correctness/useExhaustiveDependencies: said again when the picture holds what is selected
  useEffect(() => {
    const text = selectionAloud(get());
    if (text !== '') scratch({ said: text });
  }, [selection, picture]);

  useEffect(() => {
    if (drawn === null) return;
    const timer = setTimeout(() => {
      const now = drawnNow(get());
      if (now === null) return;
      const report = reportAloud(now.question);
      if (report !== null) return scratch({ said: report });
      const kept = present(now.claims).filter((c) => !c.dim);
      const hidden = now.hidden.length > 0 ? `; ${now.hidden.length} hidden` : '';
      scratch({ said: `${perDataset(kept, (claims) => countAloud(claims, now.picture))}${hidden}.` });
    }, REST);
    return () => clearTimeout(timer);
  }, [drawn]);

  return (
    <>
      <div className="sr" aria-live="polite">
        {toast ?? said}
      </div>
      {toast !== null && (
        <div className="toast" aria-hidden="true">
          {toast}
        </div>
      )}
    </>
  );
}
