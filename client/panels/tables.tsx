// The columns of the tables of claims, statements and disputes.
import { memo, useMemo } from 'react';
import type { JudgedClaim } from '../../model/answer.ts';
import { actingFor } from '../../model/claim.ts';
import { type Confidence, gradeOf } from '../../model/confidence.ts';
import { principalsOf } from '../../model/drawn.ts';
import { datasetOf } from '../../model/id.ts';
import type { Statement } from '../../model/statement.ts';
import { whenWords } from '../../model/when.ts';
import { doubt, mark, signWord, stateWord } from '../canvas/chip.ts';
import { certaintyTable, stateOrder } from '../canvas/encoding.ts';
import { entityCode } from '../canvas/entity-glyph.ts';
import { hubsOf, partiesOf } from '../drawn.ts';
import { type Named, nameIn, sourceOf, useNamed } from '../lookup.ts';
import { useStore } from '../store.ts';
import { modalityWord, sentence } from '../words.ts';
import { ClaimGlyph } from './Glyph.tsx';
import { gradeWords, speakerOf } from './Statements.tsx';
import { type Column, Table } from './Table.tsx';

export const isDispute = (c: JudgedClaim) => c.state === 'contested' || c.state === 'unverified';

/** Parties and those who act for them, each once. */
export const entitiesOf = (claims: readonly JudgedClaim[]) => [
  ...new Set(claims.flatMap((c) => c.claim.parties.flatMap((p) => [p.entity, ...actingFor(p)]))),
];

/** A state by its letters, anything else by its name. */
export const code = (held: Named, id: string) => {
  const entity = held.entities.get(id);
  return entity === undefined ? id : entity.label === 'State' ? entityCode(entity) : nameIn(held, id);
};

/** A number of one side: empty where nobody takes it, a dashed question mark where it is unknown. */
function Figure({ of, origins }: { of: Confidence; origins: number }) {
  if (origins === 0) return <span className="sr">none</span>;
  return of === null ? <Unknown /> : of;
}

const Unknown = () => (
  <span className="unknown">
    <span aria-hidden="true">?</span>
    <span className="sr">unknown</span>
  </span>
);

/** The title is a button, so that a row can be chosen by key. */
export const Title = ({ text }: { text: string }) => (
  <button type="button" className="row-title">
    {text}
  </button>
);

/** Principals by code; after them, apart, whom the claim affects. */
function Principals({ claim: c, codes, held }: { claim: JudgedClaim; codes: string[]; held: Named }) {
  const vocabulary = useStore((s) => s.vocabulary);
  const answer = useStore((s) => s.question);
  const hubs = [...hubsOf(answer).keys()].map((id) => code(held, id));
  const affected = partiesOf(c, vocabulary).filter((p) => p.part === 'affected');
  return (
    <span className="cut-short">
      {codes.map((c) => (hubs.includes(c) ? `${c} (hub)` : c)).join(' ')}
      {c.claim.incomplete && ' …'}
      {affected.length > 0 && (
        <span className="muted"> affects {affected.map((p) => code(held, p.entity)).join(' ')}</span>
      )}
    </span>
  );
}

/** The state with its mark; where it is not sure by its date, `~` and the word for whoever hears or asks. */
function StateCell({ claim: c }: { claim: JudgedClaim }) {
  if (c.state === null) return 'out';
  const text = `${doubt(c)}${c.state === 'asserted' ? '' : `${mark(c)} `}${stateWord[c.state]}`;
  if (c.certainty === 'sure') return text;
  const { word, why } = certaintyTable[c.certainty];
  return (
    <span title={`${word}: ${why}`}>
      {text}
      <span className="sr">, {word}</span>
    </span>
  );
}

/** @param sets whether claims of several data sets are listed */
function claimColumns(held: Named, sets: boolean): Column<JudgedClaim>[] {
  const principals = (c: JudgedClaim) => principalsOf(c).map((id) => code(held, id));
  return [
    {
      id: 'glyph',
      label: '',
      value: () => null,
      cell: (c, on) => <ClaimGlyph claim={c} size={20} inverted={on} />,
    },
    { id: 'title', label: 'Claim', value: (c) => c.claim.title, cell: (c) => <Title text={c.claim.title} /> },
    {
      id: 'principals',
      label: 'Principals',
      value: (c) => principals(c).join(' '),
      cell: (c) => <Principals claim={c} codes={principals(c)} held={held} />,
    },
    { id: 'sign', label: 'Sign', value: (c) => c.sign, cell: (c) => signWord[c.sign] },
    {
      id: 'state',
      label: 'State',
      value: (c) => (c.state === null ? null : stateOrder.indexOf(c.state)),
      cell: (c) => <StateCell claim={c} />,
    },
    {
      id: 'modality',
      label: 'Modality',
      value: (c) => c.claim.modality,
      cell: (c) => modalityWord(c.claim.modality),
    },
    {
      id: 'for',
      label: 'For',
      numeric: true,
      value: (c) => c.for,
      cell: (c) => <Figure of={c.for} origins={c.originsFor} />,
    },
    {
      id: 'against',
      label: 'Against',
      numeric: true,
      value: (c) => c.against,
      cell: (c) => <Figure of={c.against} origins={c.originsAgainst} />,
    },
    {
      id: 'when',
      label: 'When',
      value: (c) => (c.claim.when === undefined ? null : whenWords(c.claim.when)),
      cell: (c) => c.claim.when ?? <span className="muted">not known</span>,
    },
    ...(sets
      ? [
          {
            id: 'dataset',
            label: 'Data set',
            value: (c: JudgedClaim) => datasetOf(c.claim.id),
            cell: (c: JudgedClaim) => datasetOf(c.claim.id),
          },
        ]
      : []),
  ];
}

const kept = ['glyph', 'title', 'principals', 'state', 'for', 'against', 'modality', 'when', 'dataset'];
const claimId = (c: JudgedClaim) => c.claim.id;

type ClaimsProps = { claims: readonly JudgedClaim[] };

/** Whether the picture is of several data sets: each row says then which one it is of. */
const useSeveral = () => useStore((s) => s.picture !== null && Object.keys(s.picture.loads).length > 1);

export const ClaimTable = memo(function ClaimTable({ claims, empty }: ClaimsProps & { empty: string }) {
  const held = useNamed();
  const sets = useSeveral();
  return (
    <Table
      tab="claims"
      label="Claims"
      rows={claims}
      columns={useMemo(() => claimColumns(held, sets), [held, sets])}
      idOf={claimId}
      empty={empty}
    />
  );
});

export const DisputeTable = memo(function DisputeTable({ claims }: ClaimsProps) {
  const held = useNamed();
  const sets = useSeveral();
  const columns = useMemo(() => claimColumns(held, sets).filter((c) => kept.includes(c.id)), [held, sets]);
  return (
    <Table
      tab="disputes"
      label="Disputes"
      rows={claims.filter(isDispute)}
      columns={columns}
      idOf={claimId}
      empty="No claim in the picture is contested or unverified."
    />
  );
});

interface StatementRow {
  statement: Statement;
  claim: JudgedClaim;
}

export const StatementTable = memo(function StatementTable({ claims }: ClaimsProps) {
  const held = useNamed();
  const rows = claims.flatMap((claim) => claim.statements.map((statement) => ({ statement, claim })));
  const source = (r: StatementRow) => sourceOf(held, r.statement);
  const speaker = (r: StatementRow) => speakerOf(r.statement, source(r), (id) => nameIn(held, id));
  const grade = (r: StatementRow) => gradeOf(source(r)?.reliability, r.statement.credibility);
  const columns: Column<StatementRow>[] = [
    { id: 'who', label: 'Who', value: speaker, cell: (r) => <Title text={speaker(r)} /> },
    {
      id: 'stance',
      label: 'Says',
      value: (r) => r.statement.stance,
      cell: (r) => r.statement.stance.replace('-', ' '),
    },
    {
      id: 'claim',
      label: 'Claim',
      value: (r) => r.claim.claim.title,
      cell: (r) => <span className="cut">{r.claim.claim.title}</span>,
    },
    {
      id: 'quote',
      label: 'Quote',
      value: (r) => r.statement.quote?.exact ?? null,
      cell: (r) => (r.statement.quote === undefined ? '' : <q className="cut">{r.statement.quote.exact}</q>),
    },
    {
      id: 'confidence',
      label: 'Confidence',
      numeric: true,
      value: (r) => r.statement.confidence,
      cell: (r) => r.statement.confidence ?? <Unknown />,
    },
    {
      id: 'grade',
      label: 'Grade',
      value: grade,
      cell: (r) => (
        <span title={gradeWords(source(r)?.reliability, r.statement.credibility)}>{grade(r) ?? ''}</span>
      ),
    },
    {
      id: 'basis',
      label: 'Basis',
      value: (r) => r.statement.basis,
      cell: (r) => sentence(r.statement.basis),
    },
    {
      id: 'where',
      label: 'Place',
      value: (r) => r.statement.locator ?? null,
      cell: (r) => r.statement.locator ?? '',
    },
  ];
  return (
    <Table
      tab="statements"
      label="Statements"
      rows={rows}
      columns={columns}
      idOf={(r) => r.claim.claim.id}
      keyOf={(r) =>
        r.statement.id ?? `${r.claim.claim.id} ${r.statement.source} ${r.statement.locator ?? ''}`
      }
      empty="No statement in the picture."
    />
  );
});
