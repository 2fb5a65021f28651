// Each pair with its ties by sign, commitment and kind; what is of two alone before what is of more; and who carries them.
import type { BlocPart, PairLine, PairTies } from '../../../model/bloc.ts';
import { listed } from '../../../model/phrase.ts';
import { signTable } from '../../canvas/encoding.ts';
import { ClaimCount, lights } from '../Lights.tsx';
import { Cut, Section } from '../ReportParts.tsx';
import { useNone, useTelling } from './telling.ts';
import { claimsOfTies, commitmentShort, levelWords, pairName, tieStates } from './words.ts';

export function Pairs() {
  const { part, name, uncovered } = useTelling();
  const { lines, query } = part.pairs;
  const tied = lines.filter((l) => l.ties.length > 0);
  const none = lines.filter((l) => l.ties.length === 0);
  const mixed = lines.filter((l) => l.mixed);
  const named = (some: readonly PairLine[]) => listed(some.map((l) => pairName(l.pair, name)));
  return (
    <Section
      title="Each pair"
      hint="Ties that stand, derived from claims; plus and minus are never netted."
      query={query}
    >
      <Cut lines={tied} what="pairs">
        {(shown) => shown.map((line) => <Pair key={line.pair.join(' ')} line={line} />)}
      </Cut>
      <p className="line">
        Pairs with both signs: {mixed.length === 0 ? <Zero /> : <Told lines={mixed} text={named(mixed)} />}
      </p>
      {(none.length > 0 || !uncovered) && (
        <p className="line">
          {uncovered ? 'Pairs of which nothing is told' : 'Pairs with no tie'}:{' '}
          {none.length === 0 ? 'none' : `${none.length}: ${named(none)}`}
        </p>
      )}
      <h4>Hub and spokes</h4>
      <Hubs />
    </Section>
  );
}

const Zero = () => <span className="muted">{useNone()}</span>;

function Told({ lines, text }: { lines: readonly PairLine[]; text: string }) {
  return (
    <>
      <ClaimCount claims={claimsOfTies(lines.flatMap((l) => l.ties))} label="ties of pairs with both signs">
        {lines.length}
      </ClaimCount>
      : {text}
    </>
  );
}

function Pair({ line: { pair, mixed, ties } }: { line: PairLine }) {
  const { name } = useTelling();
  const own = ties.filter((t) => t.own);
  const more = ties.filter((t) => !t.own);
  return (
    <div className="pair" {...lights(claimsOfTies(ties))}>
      <h4>
        {pairName(pair, name)}{' '}
        <span className="muted">
          <ClaimCount claims={claimsOfTies(ties)} label={`ties of ${pairName(pair, name)}`} />
          {mixed && ', mixed: both signs stand'}
        </span>
      </h4>
      <Ties title="By claims of these two alone" ties={own} pair={pair} />
      <Ties title="By claims of more" ties={more} pair={pair} />
    </div>
  );
}

function Ties({ title, ties, pair }: { title: string; ties: readonly PairTies[]; pair: PairLine['pair'] }) {
  const { kind, name } = useTelling();
  const none = useNone();
  return (
    <div className="ties">
      <p className="note">
        {title}
        {ties.length === 0 && `: ${none}`}
      </p>
      <ul>
        {ties.map((t) => (
          <li key={`${t.sign} ${t.commitment} ${t.kind}`} {...lights(claimsOfTies([t]))}>
            <span className={`sign-mark ${signTable[t.sign].tone}`} aria-hidden="true">
              {signTable[t.sign].mark}
            </span>
            <span className="sr">{signTable[t.sign].word}: </span>
            <span>
              {kind(t.kind)} <span className="muted">{commitmentShort(t.commitment)}</span>
            </span>
            <span className="tie-counts">
              {tieStates
                .filter((s) => t[s].length > 0)
                .map((s) => (
                  <ClaimCount key={s} claims={t[s]} label={`${s}, ${kind(t.kind)}, ${pairName(pair, name)}`}>
                    {t[s].length} {s}
                  </ClaimCount>
                ))}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

type Hub = BlocPart['hubs']['lines'][number];

/** Levels with the same hub by the same claims stand in one line. */
function sameHubs(lines: readonly Hub[]): (Omit<Hub, 'commitment'> & { commitments: (number | null)[] })[] {
  const found = new Map<string, ReturnType<typeof sameHubs>[number]>();
  for (const { commitment, ...hub } of lines) {
    const key = JSON.stringify(hub);
    const same = found.get(key);
    if (same === undefined) found.set(key, { ...hub, commitments: [commitment] });
    else same.commitments.push(commitment);
  }
  return [...found.values()];
}

function Hubs() {
  const { part, name, nothing } = useTelling();
  const { lines } = part.hubs;
  if (lines.length === 0)
    return (
      <p className="muted">
        {nothing === 'None'
          ? 'No state carries all ties of two without a claim that joins it with two of the others.'
          : nothing}
      </p>
    );
  return (
    <ul className="report-lines">
      {sameHubs(lines).map((h) => (
        <li key={`${h.hub} ${h.commitments.join(' ')}`} {...lights(h.claims)}>
          {levelWords(h.commitments)}: <b>{name(h.hub)}</b> carries all ties of two, with{' '}
          {listed(h.spokes.map(name))}
          {h.apart.length > 0 && `, without ${listed(h.apart.map(name))}`}; no claim joins it with two of them
          {' · '}
          <ClaimCount claims={h.claims} label={`ties of ${name(h.hub)} as the hub`} />
        </li>
      ))}
    </ul>
  );
}
