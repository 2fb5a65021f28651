// Structural balance: every three of them by name, with the signs of their own ties, and why one cannot be told.
import type { Triad } from '../../../model/bloc.ts';
import { listed } from '../../../model/phrase.ts';
import { signTable } from '../../canvas/encoding.ts';
import { ClaimCount, lights } from '../Lights.tsx';
import { Cut, Section } from '../ReportParts.tsx';
import { useNone, useTelling } from './telling.ts';
import { becauseWords, pairName, triadTitle } from './words.ts';

const verdicts = ['balanced', 'unbalanced', 'indeterminate', 'not-closed'] as const;
const claimsOf = (t: Triad) => [...t.ties, ...t.because].flatMap((x) => x.claims);

export function Balance() {
  const { part } = useTelling();
  const { lines, query } = part.balance;
  return (
    <Section
      title="Structural balance"
      hint="Three by three, from ties by claims of two that surely stand, neutral ones left aside: balanced where the product of the signs is plus."
      query={query}
    >
      {lines.length === 0 && <p className="muted">It takes three states.</p>}
      {verdicts.map((v) => {
        const of = lines.filter((t) => t.verdict === v);
        return of.length === 0 ? null : (
          <div key={v}>
            <h4>
              {triadTitle[v]}:{' '}
              <ClaimCount claims={of.flatMap(claimsOf)} label={`claims behind triads: ${triadTitle[v]}`}>
                {of.length}
              </ClaimCount>
            </h4>
            <Cut lines={of} what="triads">
              {(shown) => shown.map((t) => <OneTriad key={t.states.join(' ')} triad={t} />)}
            </Cut>
          </div>
        );
      })}
    </Section>
  );
}

function OneTriad({ triad: t }: { triad: Triad }) {
  const { name, uncovered } = useTelling();
  const none = useNone('no tie');
  return (
    <div className="triad" {...lights(claimsOf(t))}>
      <p>
        <b>{listed(t.states.map(name))}</b>
      </p>
      <ul className="triad-ties">
        {t.ties.map((tie) => {
          const because = t.because.filter((b) => b.pair.join(' ') === tie.pair.join(' '));
          return (
            <li key={tie.pair.join(' ')} {...lights(tie.claims)}>
              <span
                className={`sign-mark ${tie.sign === null ? '' : signTable[tie.sign].tone}`}
                aria-hidden="true"
              >
                {tie.sign === null ? '–' : signTable[tie.sign].mark}
              </span>
              <span className="sr">{tie.sign === null ? none : signTable[tie.sign].word}: </span>
              <span>
                {pairName(tie.pair, name)}{' '}
                <ClaimCount claims={tie.claims} label={`own ties of ${pairName(tie.pair, name)}`} />
                {because.map((b) => (
                  <span key={b.why} className="because" {...lights(b.claims)}>
                    {b.why === 'none' && uncovered ? none : becauseWords[b.why]}
                    {b.claims.length > 0 && ': '}
                    {b.claims.length > 0 && (
                      <ClaimCount
                        claims={b.claims}
                        label={`${pairName(b.pair, name)} ${becauseWords[b.why]}`}
                      />
                    )}
                  </span>
                ))}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
