// What changed as text: what happened to how many claims, by data set, and each claim before and after.
import type { Answer } from '../../model/answer.ts';
import { type Change, type Changes, happenings } from '../../model/changes.ts';
import { isUncovered } from '../../model/coverage.ts';
import { datasetOf, shortState } from '../../model/id.ts';

export function changesText(answer: Answer, changes: Changes): string {
  const days =
    changes.between === 'world'
      ? `In the world, from ${changes.from} to ${changes.to}`
      : `In what was known (${answer.lens.clock}), from ${changes.from} to ${changes.to}`;
  if (changes.rows.length === 0)
    return `${days}: ${isUncovered(answer) || answer.datasets.every((d) => changes.uncovered.includes(d.id)) ? 'not covered' : 'nothing changed'}.`;
  return [
    days,
    ...happenings.flatMap((what) => {
      const rows = changes.rows.filter((r) => r.what.includes(what));
      if (rows.length === 0) return [];
      const counts = answer.datasets
        .map((d) => [d.id, changes.sure[d.id]?.[what] ?? 0, changes.possible[d.id]?.[what] ?? 0] as const)
        .filter(([, sure, possible]) => sure + possible > 0)
        .map(([id, sure, possible]) => `${sure} in ${id}${possible === 0 ? '' : `, ${possible} possible`}`);
      const titles = new Map(answer.claims.map((c) => [c.claim.id, c.claim.title]));
      return [
        '',
        `${what}: ${counts.join('; ')}`,
        ...rows.map((r) => `  ${rowText(r, titles.get(r.claim) ?? '')}`),
      ];
    }),
  ].join('\n');
}

function rowText(change: Change, title: string): string {
  const { claim, before, after, joined, left, certainty } = change;
  const moves = [
    joined.length === 0 ? '' : `joined by ${joined.map(shortState).join(' ')}`,
    left.length === 0 ? '' : `left by ${left.map(shortState).join(' ')}`,
    certainty === 'sure' ? '' : 'possible',
  ].filter((text) => text !== '');
  const who = (after ?? before)?.principals.map(shortState) ?? [];
  const principals = `${who.slice(0, 8).join(' ')}${who.length > 8 ? ` and ${who.length - 8} more` : ''}`;
  return `${claim} (${principals}): ${sideText(before)} → ${sideText(after)}${moves.length === 0 ? '' : ` (${moves.join('; ')})`}  ${datasetOf(claim) === title ? '' : title}`.trimEnd();
}

function sideText(side: Change['before']): string {
  if (side === null || side.state === null) return 'nothing';
  const number = (n: number | null, origins: number) => (origins === 0 ? '–' : (n ?? '?'));
  return `${side.state}${side.stands ? '' : ', does not stand'} ${side.sign} for ${number(side.for, side.originsFor)} against ${number(side.against, side.originsAgainst)}`;
}
