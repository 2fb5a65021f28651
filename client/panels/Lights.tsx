// Numbers and names in a report that show their claims: selected in picture and table, and listed in the inspector.
import type { ReactNode } from 'react';
import type { JudgedClaim } from '../../model/answer.ts';
import type { Entity } from '../../model/entity.ts';
import { ownIdOf } from '../../model/id.ts';
import { many } from '../../model/phrase.ts';
import { replace } from '../history.ts';
import { modeNow } from '../mode.ts';
import { select } from '../steps.ts';
import { get, scratch } from '../store.ts';
import { ClaimGlyph, EntityGlyph } from './Glyph.tsx';

/** More are not put into the address one by one: the table is narrowed to them. */
const MOST_SELECTED = 60;

/** What an element carries whose claims light up while it is pointed at or has the focus. */
export const lights = (claims: readonly string[]) => ({ 'data-lights': [...new Set(claims)].join(' ') });

/** @param label what the table says that it is narrowed to */
export function showClaims(claims: readonly string[], label: string): void {
  const narrow = modeNow() === 'narrow';
  const ids = [...new Set(claims)];
  if (ids.length <= MOST_SELECTED) {
    scratch({ right: true, sheet: narrow ? 'half' : get().scratch.sheet });
    replace(select(...ids));
    if (narrow) requestAnimationFrame(keepInSight);
  } else scratch({ only: { label, claims: ids }, tab: 'claims', dock: true });
}

/** The sheet comes up over a narrow page: what was pressed stays in sight. */
const keepInSight = () => document.activeElement?.scrollIntoView({ block: 'nearest' });

interface NumberProps {
  claims: readonly string[];
  /** What the claims are, for who hears the number alone: `asserted claims of China and Russia`. */
  label: string;
  children?: ReactNode;
}

/** A number of claims as a button; 0 is no button. */
export function ClaimCount({ claims, label, children }: NumberProps) {
  const text = children ?? many(claims.length, 'claim');
  if (claims.length === 0) return <span className="muted">{text}</span>;
  return (
    <button type="button" className="link" {...lights(claims)} onClick={() => showClaims(claims, label)}>
      {text}
      <span className="sr"> ({label})</span>
    </button>
  );
}

/** A claim by its title, with its glyph; one that the answer does not hold by its own id. */
export function ClaimName({
  id,
  claim,
  lit = [id],
}: {
  id: string;
  claim: JudgedClaim | undefined;
  /** What lights up with it; itself alone unless told otherwise. */
  lit?: readonly string[];
}) {
  return (
    <button
      type="button"
      className="claim-name"
      {...lights(lit)}
      onClick={() => showClaims([id], claim?.claim.title ?? id)}
    >
      {claim !== undefined && <ClaimGlyph claim={claim} size={20} />}
      <span className="link">{claim?.claim.title ?? ownIdOf(id)}</span>
    </button>
  );
}

/** An entity by its name, with its glyph. */
export function EntityName({
  id,
  name,
  entity,
  lit,
}: {
  id: string;
  name: string;
  entity: Entity | undefined;
  lit: readonly string[];
}) {
  return (
    <button type="button" className="claim-name" {...lights(lit)} onClick={() => showClaims([id], name)}>
      {entity !== undefined && <EntityGlyph entity={entity} size={20} />}
      <span className="link">{name}</span>
    </button>
  );
}
