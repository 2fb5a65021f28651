// The line above the picture: how much stands, by state, with what does not named apart; each part narrows the table.
import { useMemo } from 'react';
import type { Count } from '../../model/answer.ts';
import { countOf } from '../../model/count.ts';
import { notDrawn } from '../canvas/alignment.ts';
import type { Drawn, DrawnClaim } from '../drawn.ts';
import { replace, step } from '../history.ts';
import { Icon } from '../icons.tsx';
import { nameIn, useNamed } from '../lookup.ts';
import { modeNow } from '../mode.ts';
import { clearKnown, clearTime } from '../steps.ts';
import { scratch, useDrawn, useStore } from '../store.ts';
import { present } from '../tally.ts';
import { absentWords, many, questionScope, standingWords } from '../words.ts';

/** A part of the line: narrows the table to its claims. */
function Part({ claims, label }: { claims: readonly DrawnClaim[]; label: string }) {
  const narrow = () => {
    const only = { label, claims: claims.map((c) => c.claim.id) };
    scratch({ only, tab: 'claims', dock: true, sheet: modeNow() === 'narrow' ? 'peek' : 'half' });
  };
  return (
    <button type="button" className="link" onClick={narrow}>
      {label}
    </button>
  );
}

export function Status() {
  const drawn = useDrawn();
  const chosen = useStore((s) => s.view.question);
  if (drawn === null) return <div id="status" />;
  const claims = present(drawn.claims);
  return (
    <div id="status">
      {chosen !== null && drawn.question !== null ? (
        <OfQuestion drawn={drawn} />
      ) : (
        <OfPicture drawn={drawn} claims={claims} />
      )}
      <Clocks />
    </div>
  );
}

function OfPicture({ drawn, claims }: { drawn: Drawn; claims: readonly DrawnClaim[] }) {
  const view = useStore((s) => s.view);
  const vocabulary = useStore((s) => s.vocabulary);
  const count = countOf(claims);
  const sure = claims.filter((c) => c.certainty === 'sure');
  const of = (state: DrawnClaim['state']) => sure.filter((c) => c.stands && c.state === state);
  const absent = claims.filter(
    (c) => c.state !== null && ['denied', 'unevidenced', 'open'].includes(c.state),
  );
  const few = claims.filter((c) => !c.stands && !absent.includes(c) && c.state !== null);
  const hidden = view.hide.filter((h) => h.startsWith('claim:')).length;
  const elsewhere = useMemo(() => present(notDrawn(drawn, view, vocabulary)), [drawn, view, vocabulary]);
  const more: [number, DrawnClaim[], string][] = [
    [absent.length, absent, `${absent.length} looked for, denied or unclear`],
    [few.length, few, `${few.length} with fewer origins than asked`],
    [
      count.possible,
      claims.filter((c) => c.stands && c.certainty === 'possible'),
      `${count.possible} possible`,
    ],
    [count.undated, claims.filter((c) => c.stands && c.certainty === 'undated'), `${count.undated} undated`],
    [elsewhere.length, elsewhere, `${elsewhere.length} not drawn here`],
  ];
  const parts = more.filter(([n]) => n > 0);
  const states = (['asserted', 'contested', 'unverified'] as const).filter((s) => count[s] > 0);
  return (
    <>
      <p>
        <b>{many(count.stands, 'claim stands', 'claims stand')}</b>
        <span className="more">
          {states.length > 0 && ': '}
          {states.map((s, i) => (
            <span key={s}>
              {i > 0 && ', '}
              <Part claims={of(s)} label={`${count[s]} ${s}`} />
            </span>
          ))}
        </span>
      </p>
      <p className="second">
        {parts.map(([, list, label], i) => (
          <span key={label}>
            {i > 0 && ' · '}
            <Part claims={list} label={label} />
          </span>
        ))}
        {view.draw === 'claims' && `${parts.length > 0 ? ' · ' : ''}${entitiesOf(claims)} entities`}
        {hidden > 0 && (
          <>
            {' · '}
            <button
              type="button"
              className="link"
              onClick={() => step((v) => ({ ...v, hide: v.hide.filter((h) => !h.startsWith('claim:')) }))}
            >
              Show {hidden} hidden
            </button>
          </>
        )}
      </p>
    </>
  );
}

const entitiesOf = (claims: readonly DrawnClaim[]) =>
  new Set(
    claims.flatMap((c) =>
      c.claim.parties.flatMap((p) => [p.entity, ...(p.by === undefined ? [] : [p.by].flat())]),
    ),
  ).size;

function OfQuestion({ drawn }: { drawn: Drawn }) {
  const held = useNamed();
  const states = useStore((s) => s.view.filters.states);
  const open = useStore((s) => s.scratch.cypher);
  const answer = drawn.question;
  if (answer === null) return null;
  const kept = present(drawn.claims).filter((c) => !c.dim);
  // What the picture does not hold is counted by the answer: a question may find more than is drawn.
  const isWhole = answer.claims.every((c) => drawn.claims.some((d) => d.claim.id === c.claim.id));
  const count: Count = isWhole ? countOf(kept) : answer.count;
  const not = count.denied + count.unevidenced + count.open;
  const names = states.map((id) => nameIn(held, id));
  const words = standingWords(count);
  return (
    <>
      <p>
        <b>{answer.question.label}</b>, {questionScope(answer, names)} ·{' '}
        <button
          type="button"
          className="link"
          aria-expanded={open}
          onClick={() => {
            replace((v) => ({ ...v, selection: [] }));
            scratch({ cypher: !open, right: true });
          }}
        >
          Show the Cypher
        </button>
      </p>
      <p>
        {answer.groupCount === null ? (
          <b>
            {count.stands} {count.stands === 1 ? 'stands' : 'stand'}
          </b>
        ) : (
          <b>
            {many(answer.groupCount, 'group stands', 'groups stand')}
            {count.stands > 0 && `, by ${many(count.stands, 'claim')}`}
          </b>
        )}
        {words !== '' && `: ${words}`}
        {not > 0 && ` · ${not} ${not === 1 ? 'does' : 'do'} not: ${absentWords(count)}`}
        {count.possible > 0 && ` · ${count.possible} possible`}
        {count.undated > 0 && ` · ${count.undated} undated`}
        {count.tooFewOrigins > 0 && ` · ${count.tooFewOrigins} with fewer origins than asked`}
      </p>
    </>
  );
}

/** The clocks of a link: they have no handles yet, but what they are set to is always seen, and can be taken off. */
function Clocks() {
  const lens = useStore((s) => s.view.lens);
  const { from, until } = lens;
  const world =
    from === null && until === null
      ? null
      : from === until
        ? `On ${from}`
        : from === null
          ? `Until ${until}`
          : until === null
            ? `From ${from}`
            : `From ${from} until ${until}`;
  const known =
    lens.known === null ? null : `As known on ${lens.known}${lens.clock === 'held' ? ', as held here' : ''}`;
  return (
    <>
      {world !== null && <Clock text={world} clear={clearTime} />}
      {known !== null && <Clock text={known} clear={clearKnown} />}
    </>
  );
}

function Clock({ text, clear }: { text: string; clear: Parameters<typeof step>[0] }) {
  return (
    <span className="chip clock">
      <Icon name="clock" size={14} />
      {text}
      <button type="button" aria-label={`Clear: ${text}`} onClick={() => step(clear)}>
        <Icon name="close" size={12} />
      </button>
    </span>
  );
}
