// Judges what the client holds through another lens: what the slider shows while it moves.
import type { Answer, JudgedClaim } from '../model/answer.ts';
import { datasetOf } from '../model/id.ts';
import { type Weighable, weigh, weighable } from '../model/judge.ts';
import { type Lens, type ResolvedLens, resolveLens } from '../model/lens.ts';
import type { Statement } from '../model/statement.ts';

const weighables = new WeakMap<readonly Statement[], Weighable[]>();

/** Reading dates takes most of the time, and a handle asks for the same ones with every move. */
export function weighablesOf(c: JudgedClaim, answer: Answer): Weighable[] {
  const known = weighables.get(c.statements);
  if (known !== undefined) return known;
  // Two data sets may tell the same source differently: each claim goes by its own.
  const dataset = datasetOf(c.claim.id);
  const source = (id: string) => answer.sources.find((s) => s.id === id && s.dataset === dataset);
  const made = c.statements.map((s) => weighable(s, source(s.source)));
  weighables.set(c.statements, made);
  return made;
}

/** A claim as it is judged from one confidence of its statements to the next: between them the threshold decides nothing. */
interface Judged {
  /** What the lens says beside its threshold. */
  lens: string;
  /** The confidences of its statements, from low to high. */
  confidences: number[];
  /** By how many of them are below the threshold, and whether those of unknown confidence count. */
  found: Map<number, JudgedClaim>;
}

const held = new WeakMap<JudgedClaim, Judged>();

function judgedOf(c: JudgedClaim, lens: string): Judged {
  const known = held.get(c);
  if (known?.lens === lens) return known;
  const confidences = [...new Set(c.statements.flatMap((s) => s.confidence ?? []))].sort((a, b) => a - b);
  const made = { lens, confidences, found: new Map() };
  held.set(c, made);
  return made;
}

/** Everything of a lens but what the handle changes. */
const withoutThreshold = (lens: ResolvedLens) => JSON.stringify({ ...lens, threshold: 0, unknown: true });

/**
 * Judges the claims of an answer. The same object comes back where nothing about a claim has changed, so that a move of
 * the handle costs no more than the claims between its old place and its new one.
 */
export function rejudge(answer: Answer, lens: Lens): JudgedClaim[] {
  const resolved = resolveLens(lens, answer.question.over);
  const rest = withoutThreshold(resolved);
  return answer.claims.map((c) => {
    const { confidences, found } = judgedOf(c, rest);
    const above = confidences.findIndex((n) => n >= resolved.threshold);
    const place = (above < 0 ? confidences.length : above) * 2 + Number(resolved.unknown);
    const known = found.get(place);
    if (known !== undefined) return known;
    const verdict = weigh(weighablesOf(c, answer), resolved);
    const made = { ...c, ...verdict, certainty: certaintyNow(c, resolved.from !== null, verdict.known) };
    found.set(place, made);
    return made;
  });
}

/** How sure a claim is when other statements count; whether its own time meets the one asked, the answer has told. */
function certaintyNow(c: JudgedClaim, dated: boolean, known: 'sure' | 'possible'): JudgedClaim['certainty'] {
  if (c.certainty === 'undated') return 'undated';
  if (known === 'possible') return 'possible';
  const changing = c.claim.parties.some((p) => p.from !== undefined || p.until !== undefined);
  // Where a time is asked, or parties come and go, it may be possible by these as well: then it stays so.
  return dated || changing ? c.certainty : 'sure';
}
