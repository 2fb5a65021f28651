// Who else: joined to all of them, bound more deeply without them, and rivals among those who share their claims.
import type { Bloc } from '../../../model/bloc.ts';
import { sameCompany } from '../../../model/bloc-groups.ts';
import { listed, many } from '../../../model/phrase.ts';
import { ClaimCount, lights } from '../Lights.tsx';
import { Cut, Section } from '../ReportParts.tsx';
import { Nothing } from './parts.tsx';
import { useTelling } from './telling.ts';
import { commitmentShort } from './words.ts';

export function Others() {
  const { part, name } = useTelling();
  const lines = sameCompany(part.also.lines);
  return (
    <Section
      title="Who else is joined to all of them"
      hint="By one claim that ties them all alike, or by a claim of two with each."
      query={part.also.query}
    >
      {lines.length === 0 && <Nothing />}
      <ul className="report-lines">
        {lines.map((line) => (
          <li key={`${line.how} ${line.sure} ${line.claims.join(' ')}`} {...lights(line.claims)}>
            <b>{line.entities.length}</b>{' '}
            {line.how === 'pairs' ? 'by claims of two with each' : 'by one claim'}
            {!line.sure && ', by some reading of a date only'}{' '}
            <ClaimCount claims={line.claims} label="claims that join others to all of them" />:{' '}
            {listed(line.entities.map(name))}
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Elsewhere() {
  const { part, name, uncovered } = useTelling();
  const { lines, query } = part.elsewhere;
  const told = part.joint.lines.some((l) => l.stands && l.claims.some((c) => c.others.length > 0));
  return (
    <Section
      title="Bound more deeply without them"
      hint="Others of the deepest claim that joins all of them, whom deeper claims bind in which none of these states is."
      query={query}
    >
      {lines.length === 0 &&
        (told || uncovered ? <Nothing /> : <p className="muted">Nobody else is in such a claim.</p>)}
      <Cut lines={lines} what="lines">
        {(shown) => (
          <ul className="report-lines">
            {shown.map((e) => (
              <li key={`${e.entity} ${e.commitment}`} {...lights(e.claims)}>
                <b>{name(e.entity)}</b>
                {e.partners.length > 0 && `, with ${listed(e.partners.map(name))}`}:{' '}
                {commitmentShort(e.commitment)},{' '}
                <ClaimCount claims={e.claims} label={`claims that bind ${name(e.entity)} more deeply`} />
              </li>
            ))}
          </ul>
        )}
      </Cut>
    </Section>
  );
}

type Rivals = Bloc['rivals'];
type Rivalry = Omit<Rivals['lines'][number], 'state'> & { states: string[] };

/** The same claims against several of the states stand in one line. */
function sameRivalry(lines: Rivals['lines']): Rivalry[] {
  const found = new Map<string, Rivalry>();
  for (const { state, ...line } of lines) {
    const key = JSON.stringify(line);
    const same = found.get(key);
    if (same === undefined) found.set(key, { ...line, states: [state] });
    else same.states.push(state);
  }
  return [...found.values()];
}

const spanWords = ({ first, last }: Rivalry) =>
  first !== null && first === last ? first : `${first ?? 'no known start'} to ${last ?? 'no known end'}`;

/** Evidence from every data set that is looked at, each in lines of its own. */
export function RivalLines({ rivals }: { rivals: Rivals }) {
  const { name, kind, nothing } = useTelling();
  return (
    <Section
      title="Rivals among the others"
      hint="Others in joint claims whom claims that stand tie negatively with some of them: of any kind, of the time asked about and before it, by data set."
      query={rivals.query}
    >
      {rivals.lines.length === 0 && <p className="muted">{nothing}</p>}
      <Cut lines={sameRivalry(rivals.lines)} what="lines">
        {(shown) => (
          <ul className="report-lines">
            {shown.map((r) => (
              <li key={`${r.entity} ${r.states} ${r.dataset} ${r.kind}`} {...lights(r.claims)}>
                <b>{name(r.entity)}</b> with {listed(r.states.map(name))}: {kind(r.kind)}, {spanWords(r)}, in{' '}
                {r.dataset},{' '}
                <ClaimCount claims={r.claims} label={`${kind(r.kind)}, ${name(r.entity)}`}>
                  {many(r.count, 'claim')}
                  {r.count > r.claims.length && `, ${r.claims.length} of them here`}
                </ClaimCount>
              </li>
            ))}
          </ul>
        )}
      </Cut>
    </Section>
  );
}
