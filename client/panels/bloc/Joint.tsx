// What joins all of them: claims by commitment, kind and state, the deepest that stands, and who else is in each.
import type { JointLine } from '../../../model/bloc.ts';
import { stateWord } from '../../canvas/chip.ts';
import { ClaimCount, ClaimName, lights } from '../Lights.tsx';
import { Cut, Section } from '../ReportParts.tsx';
import { ClaimNames } from './parts.tsx';
import { useTelling } from './telling.ts';
import { commitmentShort, commitmentWords, companyWords, joiningWords, pairName } from './words.ts';

export function Joint() {
  const { part } = useTelling();
  const { lines, query } = part.joint;
  const stand = lines.filter((l) => l.stands);
  const not = lines.filter((l) => !l.stands);
  return (
    <Section
      title="What joins all of them"
      hint="Claims that have all of them as principals, the deepest commitment first."
      query={query}
    >
      <Deepest />
      <h4>
        Stand: <Sum lines={stand} label="joint claims that stand" />
      </h4>
      <Lines lines={stand} />
      <h4>
        Do not stand: <Sum lines={not} label="joint claims that do not stand" />
      </h4>
      <Lines lines={not} />
    </Section>
  );
}

const claimsOf = (lines: readonly JointLine[]) => lines.flatMap((l) => l.claims.map((c) => c.claim));

function Sum({ lines, label }: { lines: readonly JointLine[]; label: string }) {
  const claims = claimsOf(lines);
  const { nothing } = useTelling();
  return (
    <ClaimCount claims={claims} label={label}>
      {claims.length === 0 ? nothing.toLowerCase() : undefined}
    </ClaimCount>
  );
}

/** The deepest of all of them beside the deepest of any two: what is of two is not of all. */
function Deepest() {
  const { part, name, uncovered } = useTelling();
  const { joint, tie } = part.deepest;
  const told = part.joint.lines.flatMap((l) => l.claims).filter((c) => joint?.claims.includes(c.claim));
  const company = told.flatMap((c) => companyWords(c, true, name));
  return (
    <dl className="deepest">
      <div {...lights(joint?.claims ?? [])}>
        <dt>Deepest that joins all of them</dt>
        <dd>
          {joint === null ? (
            uncovered ? (
              'Not covered.'
            ) : (
              'No claim that has a commitment and stands.'
            )
          ) : (
            <>
              <b>{commitmentWords(joint.commitment)}</b>
              <ClaimNames ids={joint.claims} />
              {company.map((text) => (
                <p key={text}>{text}</p>
              ))}
            </>
          )}
        </dd>
      </div>
      <div {...lights(tie?.ties.flatMap((t) => t.claims) ?? [])}>
        <dt>Deepest tie of any two</dt>
        <dd>
          {tie === null ? (
            uncovered ? (
              'Not covered.'
            ) : (
              'No tie that has a commitment and stands.'
            )
          ) : (
            <>
              <b>{commitmentWords(tie.commitment)}</b>
              {tie.ties.map((t) => (
                <div key={`${t.pair.join(' ')} ${t.own}`} {...lights(t.claims)}>
                  {pairName(t.pair, name)}, {t.own ? 'by claims of these two alone' : 'by claims of more'}:
                  <ClaimNames ids={t.claims} />
                </div>
              ))}
              {!uncovered && tie.commitment > (joint?.commitment ?? 0) && (
                <p>No claim that joins all of them is as deep.</p>
              )}
            </>
          )}
        </dd>
      </div>
    </dl>
  );
}

function Lines({ lines }: { lines: readonly JointLine[] }) {
  const { part, name, claim, kind } = useTelling();
  return (
    <Cut lines={lines} what="lines">
      {(shown) => (
        <ul className="report-lines">
          {shown.map((line) => (
            <li
              key={`${line.commitment} ${line.kind} ${line.state}`}
              {...lights(line.claims.map((c) => c.claim))}
            >
              <p className="line-head">
                <b>{kind(line.kind)}</b> · {commitmentShort(line.commitment)} · {stateWord[line.state]}
                {!line.stands && line.state === 'asserted' && ', fewer origins than asked'}:{' '}
                <ClaimCount
                  claims={line.claims.map((c) => c.claim)}
                  label={`${kind(line.kind)}, ${stateWord[line.state]}`}
                />
              </p>
              <Cut lines={line.claims} most={6} what="claims">
                {(claims) =>
                  claims.map((c) => {
                    // The deepest has its words above.
                    const isTold = part.deepest.joint?.claims.includes(c.claim) === true;
                    const company = isTold ? [] : companyWords(c, line.stands, name);
                    return (
                      <div key={c.claim} className="joint-claim" {...lights([c.claim])}>
                        <ClaimName id={c.claim} claim={claim(c.claim)} />
                        <p className="muted">{joiningWords(c, line.stands, name).join('; ')}.</p>
                        {company.map((text) => (
                          <p key={text}>{text}</p>
                        ))}
                      </div>
                    );
                  })
                }
              </Cut>
            </li>
          ))}
        </ul>
      )}
    </Cut>
  );
}
