// What only the parts of the report on a bloc are made of: claims by name, and how nothing is said.
import { ClaimName } from '../Lights.tsx';
import { Cut } from '../ReportParts.tsx';
import { useTelling } from './telling.ts';

/** Claims by their titles, each a button. */
export function ClaimNames({ ids }: { ids: readonly string[] }) {
  const { claim } = useTelling();
  return (
    <Cut lines={ids} most={8} what="claims">
      {(shown) => (
        <ul className="claim-names">
          {shown.map((id) => (
            <li key={id}>
              <ClaimName id={id} claim={claim(id)} />
            </li>
          ))}
        </ul>
      )}
    </Cut>
  );
}

export function Nothing() {
  return <p className="muted">{useTelling().nothing}</p>;
}
