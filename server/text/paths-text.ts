// Chains of claims as text: each with its links, its weakest one, and what would break it.
import type { Answer } from '../../model/answer.ts';
import { isUncovered } from '../../model/coverage.ts';
import { shortState } from '../../model/id.ts';
import type { Path, Paths } from '../../model/path.ts';

export function pathsText(answer: Answer, paths: Paths): string {
  const between = `${shortState(paths.from)} and ${shortState(paths.to)}`;
  if (paths.shortest.length === 0)
    return isUncovered(answer)
      ? `Not covered: chains between ${between}.`
      : `No chain of at most ${paths.longest} claims between ${between}.${paths.exact ? '' : ' Not everything was looked at.'}`;
  return [
    'The shortest',
    ...paths.shortest.map(pathText),
    '',
    'Those whose weakest link is the strongest',
    ...paths.strongest.map(pathText),
    '',
    paths.needed.length === 0
      ? `No single claim is in every chain of at most ${paths.longest} claims.`
      : `Every chain of at most ${paths.longest} claims needs ${paths.needed.join(', ')}.`,
    paths.breaksAt === null
      ? 'Some of these chains hold at every threshold.'
      : `At threshold ${paths.breaksAt} none of these chains holds.`,
    ...(paths.exact ? [] : ['Not everything of that length was looked at: there may be others.']),
  ].join('\n');
}

function pathText(path: Path): string {
  const [first] = path.links;
  const chain = path.links.map(
    (l) =>
      `${l.sign === null ? '=' : l.sign} [${l.claim}${l.state === 'asserted' ? '' : `, ${l.state}`}, ${l.for ?? 'unknown'}] ${shortState(l.to)}`,
  );
  const weakest =
    path.weakest.for === null ? [] : [`weakest ${path.weakest.for}: ${path.weakest.claims.join(', ')}`];
  const unknown = path.unknown.length === 0 ? [] : [`unknown: ${path.unknown.join(', ')}`];
  const breaks =
    path.breaks.threshold === null
      ? 'holds at every threshold'
      : `breaks at threshold ${path.breaks.threshold} by ${path.breaks.claims.join(', ')}`;
  return [
    `  ${shortState(first?.from ?? '')} ${chain.join(' ')}`,
    `    ${path.links.length} ${path.links.length === 1 ? 'claim' : 'claims'}; ${[...weakest, ...unknown, breaks].join('; ')}${path.certainty === 'sure' ? '' : '; possible only'}${path.datasets.length > 1 ? `; crosses ${path.datasets.join(', ')}` : ''}`,
  ].join('\n');
}
