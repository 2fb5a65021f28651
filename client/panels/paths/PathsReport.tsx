// Chains of claims between two entities: the shortest, those whose weakest link is the strongest, and what would break them.
import type { Answer, JudgedClaim } from '../../../model/answer.ts';
import { datasetOf } from '../../../model/id.ts';
import type { Path, Paths } from '../../../model/path.ts';
import { many, nameOf } from '../../../model/phrase.ts';
import { step } from '../../history.ts';
import { Coverage } from '../AnswerPanel.tsx';
import { ClaimName, EntityName, lights } from '../Lights.tsx';
import { Section } from '../ReportParts.tsx';
import { chainSaid, chainWords, claimsOf, keyOf, linkWords, noneWords } from './words.ts';

const QUERY = 'questions/paths';

interface Telling {
  answer: Answer;
  name(id: string): string;
  claim(id: string): JudgedClaim | undefined;
}

export default function PathsReport({ answer }: { answer: Answer }) {
  const { paths } = answer;
  if (paths === null) return null;
  const claims = new Map(answer.claims.map((c) => [c.claim.id, c]));
  const telling: Telling = {
    answer,
    name: (id) => nameOf(answer, id),
    claim: (id) => claims.get(id),
  };
  return (
    <>
      {paths.shortest.length === 0 ? (
        <None paths={paths} telling={telling} />
      ) : (
        <Chains paths={paths} telling={telling} />
      )}
      {!paths.exact && (
        <p className="note">Not everything of that length was looked at: there may be others.</p>
      )}
      <Coverage answer={answer} />
    </>
  );
}

/** That there is none, with everything that may have kept one from being found. */
function None({ paths, telling: { answer, name } }: { paths: Paths; telling: Telling }) {
  const { head, limits } = noneWords(answer, paths, name);
  return (
    <>
      <p className="lead">
        <b>{head}</b>
      </p>
      <ul className="report-lines">
        {limits.map((limit) => (
          <li key={limit.label}>
            {limit.text}{' '}
            <button type="button" className="link" onClick={() => step(limit.step)}>
              {limit.label}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Chains({ paths, telling }: { paths: Paths; telling: Telling }) {
  const { claim } = telling;
  const first = paths.shortest.map(keyOf);
  const others = paths.strongest.filter((p) => !first.includes(keyOf(p))).map(keyOf);
  const numberOf = (path: Path) => [...first, ...others].indexOf(keyOf(path)) + 1;
  const atMost = many(paths.longest, 'claim');
  return (
    <section className="report-set" aria-labelledby="chains-title">
      <h2 id="chains-title">{many(first.length + others.length, 'chain')}</h2>
      <p className="note">
        Each link is a claim that stands and ties the two beside it, with any sign. Point at a chain to light
        it in the picture; what was not there is brought in.
      </p>
      <Section title="The shortest" hint="By the number of claims." query={QUERY}>
        <ol className="chains">
          {paths.shortest.map((path) => (
            <Chain key={keyOf(path)} path={path} number={numberOf(path)} telling={telling} />
          ))}
        </ol>
      </Section>
      <Section
        title="Those whose weakest link is the strongest"
        hint="Chains with a claim of unknown confidence come after all others: unknown is not low."
        query={QUERY}
      >
        <ol className="chains">
          {paths.strongest.map((path) =>
            first.includes(keyOf(path)) ? (
              <li key={keyOf(path)} {...lights(claimsOf(path))}>
                <b>Chain {numberOf(path)}</b>, above: {chainWords(path)},{' '}
                {path.weakest.for === null
                  ? 'no link of known confidence'
                  : `weakest link for ${path.weakest.for}`}
                {path.unknown.length > 0 && ', and unknown ones'}
              </li>
            ) : (
              <Chain key={keyOf(path)} path={path} number={numberOf(path)} telling={telling} />
            ),
          )}
        </ol>
      </Section>
      <Section title="What would break them all" query={QUERY}>
        {paths.needed.length === 0 ? (
          <p>No single claim is in every chain of at most {atMost}.</p>
        ) : (
          <>
            <p>Without one of these there is no chain of at most {atMost}:</p>
            <ul className="claim-names">
              {paths.needed.map((id) => (
                <li key={id}>
                  <ClaimName id={id} claim={claim(id)} />
                </li>
              ))}
            </ul>
          </>
        )}
        <p>
          {paths.breaksAt === null
            ? 'Some of the chains told here hold at every threshold.'
            : `At a confidence of ${paths.breaksAt} none of the chains told here holds.`}
        </p>
      </Section>
    </section>
  );
}

/** Entity, claim, entity …, and what it stands on. */
function Chain({ path, number, telling }: { path: Path; number: number; telling: Telling }) {
  const { answer, name, claim } = telling;
  const all = claimsOf(path);
  const entity = (id: string) => answer.entities.find((e) => e.id === id);
  const from = path.links[0]?.from ?? '';
  return (
    <li className="chain" {...lights(all)}>
      <h4>
        Chain {number} <span className="muted">{chainWords(path)}</span>
      </h4>
      <ol className="links">
        <li className="end">
          <EntityName id={from} name={name(from)} entity={entity(from)} lit={all} />
        </li>
        {path.links.map((link) => (
          <li key={`${link.claim} ${link.to}`}>
            <div className={`link-claim ${link.sign === '-' ? 'minus' : link.sign === '+' ? 'plus' : ''}`}>
              <ClaimName id={link.claim} claim={claim(link.claim)} lit={all} />
              <p className="muted">
                {linkWords(link, path.datasets.length > 1 ? datasetOf(link.claim) : null)}
              </p>
            </div>
            <div className="end">
              <EntityName id={link.to} name={name(link.to)} entity={entity(link.to)} lit={all} />
            </div>
          </li>
        ))}
      </ol>
      <dl className="said">
        {chainSaid(path).map(({ what, claims }) => (
          <div key={what}>
            <dt>
              {what}
              {claims.length > 0 && ':'}
            </dt>
            {claims.map((id) => (
              <dd key={id}>{claim(id)?.claim.title ?? id}</dd>
            ))}
          </div>
        ))}
      </dl>
    </li>
  );
}
