// A list of claims as buttons: those that stand, those that stand possibly, those that do not, and last what is out.
import type { JudgedClaim } from '../../model/answer.ts';
import { againstWords, doubt, mark, stateWord } from '../canvas/chip.ts';
import { certaintyTable } from '../canvas/encoding.ts';
import { replace } from '../history.ts';
import { select } from '../steps.ts';
import { ClaimGlyph } from './Glyph.tsx';

interface Props {
  claims: readonly JudgedClaim[];
  /** What is said of a claim beside its numbers; null where there is nothing to say. */
  beside?: (claim: JudgedClaim) => string | null;
}

export function ClaimList({ claims, beside = () => null }: Props) {
  const rank = (c: JudgedClaim) => (c.state === null ? 3 : !c.stands ? 2 : c.certainty === 'sure' ? 0 : 1);
  const sorted = [...claims].sort((a, b) => rank(a) - rank(b));
  return (
    <ul className="claim-list">
      {sorted.map((c) => (
        <li key={c.claim.id}>
          <button type="button" onClick={() => replace(select(c.claim.id))}>
            <ClaimGlyph claim={c} size={22} />
            <span>
              <b>
                {c.state === null ? '' : `${doubt(c)}${mark(c)} `}
                {c.claim.title}
              </b>
              <small>
                {numbersOf(c)}
                {c.state !== null && c.certainty !== 'sure' && ` · ${certaintyTable[c.certainty].word}`}
              </small>
              <Beside>{beside(c)}</Beside>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

const Beside = ({ children }: { children: string | null }) =>
  children === null ? null : <small className="sides">{children}</small>;

const number = (n: number | null) => n ?? '?';

/** The state with its numbers: none stands bare beside what nobody asserts. */
function numbersOf(c: JudgedClaim): string {
  if (c.state === null) return 'out: no statement counts';
  const word = stateWord[c.state];
  if (c.state === 'asserted') return `${word} · ${number(c.for)}`;
  if (c.state === 'contested' || c.state === 'unverified')
    return `${word} · ${number(c.for)} against ${number(c.against)}`;
  if (c.state === 'open') return 'unclear';
  return c.state === 'denied'
    ? `denied · ${againstWords(c)}`
    : `not found, by a report at ${number(c.against)}`;
}
