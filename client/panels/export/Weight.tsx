// How much leaves: told before the file is made.
import { counted, many } from '../../../model/phrase.ts';
import type { Exporting } from '../../export-plan.ts';
import { boundOf, isPicture } from '../../export-work.ts';
import { useStore } from '../../store.ts';

export function Weight({ now }: { now: Exporting }) {
  const { leaves, problem, format } = now;
  const bound = useStore((s) => boundOf(s, now));
  if (problem !== null)
    return (
      <p className="weight" role="alert">
        <b>{problem.title}.</b> {problem.detail}
        {problem.errors
          ?.filter((e) => e.detail !== problem.detail)
          .map((e) => (
            <span key={e.detail}> {e.detail}.</span>
          ))}
      </p>
    );
  if (leaves === null)
    return (
      <p className="weight muted" role="status">
        Counting …
      </p>
    );
  const { claims, count, unconnected, absent, marking, withheld } = leaves;
  return (
    <div className="weight" role="status">
      <p>
        <b>{many(claims, 'claim')}</b>
        {claims > 0 && `: ${counted(count)}`}
        {unconnected > 0 && ` and ${many(unconnected, 'entity', 'entities')} that no claim names`}
      </p>
      {absent.length > 0 && <p>Selected and not in the answer: {absent.join(', ')}</p>}
      <p className="muted">
        {marking === null ? 'Nothing of it is marked.' : `Strictest marking in it: ${marking}.`}
        {bound !== null &&
          ` Withheld, as above ${bound}: ${many(withheld.claims, 'claim')} and ${many(withheld.statements, 'statement')}.`}
        {isPicture(format) && ' Ties between pairs are derived.'}
      </p>
    </div>
  );
}
