// An answer as a sentence that a person can quote: what was found with its numbers, through which lens, with which limits.
import type { Answer } from './answer.ts';
import { findingOf, isNotCovered } from './finding.ts';
import { listed } from './phrase.ts';

/** The sentence: finding, lens, limits. Counts of several data sets stand beside each other and are never summed. */
export function sentence(answer: Answer): string {
  const parts = [findingOf(answer), lensOf(answer), ...limitsOf(answer)];
  return `${parts.filter((p) => p !== '').join('; ')}.`;
}

function lensOf(answer: Answer): string {
  const { lens, resolved, filters, question, options, changes } = answer;
  const time =
    changes !== null || resolved.from === null
      ? []
      : [
          resolved.from === resolved.until
            ? `on ${resolved.from}`
            : `on some day from ${resolved.from} to ${resolved.until}`,
        ];
  const anyTime =
    changes === null && resolved.from === null
      ? [resolved.over === 'life' ? 'over their whole life' : 'at any time']
      : [];
  const clock = lens.clock === 'public' ? 'published' : 'recorded';
  return [
    ...time,
    ...anyTime,
    lens.threshold === 0 ? 'at any confidence' : `at a confidence of at least ${lens.threshold}`,
    resolved.unknown ? 'unknown confidence kept' : 'unknown confidence left out',
    ...(lens.rule === 'lowest' || question.counts === 'path' ? [`the ${lens.rule} number of several`] : []),
    ...(lens.origins === 1 ? [] : [`of at least ${lens.origins} independent origins`]),
    ...(options.knew !== null ? [] : [lens.known === null ? 'as known now' : `as ${clock} by ${lens.known}`]),
    ...(lens.marking === null ? [] : [`nothing above ${lens.marking}`]),
    ...filterWords(filters, question.id),
  ].join(', ');
}

function filterWords(filters: Answer['filters'], question: string): string[] {
  const named = (name: string, list: readonly string[]) =>
    list.length === 0 ? [] : [`${name} ${listed(list, 'or')}`];
  const signs: Record<string, string> = {
    '+': 'cooperative',
    '-': 'conflictive',
    '±': 'mixed',
    '0': 'neutral',
  };
  // The triads tell the sign of their ties themselves.
  const ties = ['pairs-only', 'pairs-and-joint', 'hub-and-spoke', 'paths'].includes(question);
  return [
    ...named('of kind', filters.kind),
    ...named('of nature', filters.nature),
    ...named('of context', filters.context),
    ...named('of modality', filters.modality),
    ...named(
      ties ? 'by ties that are' : 'of sign',
      filters.sign.map((s) => signs[s] ?? s),
    ),
    ...named('in state', filters.state),
    ...(filters.commitment === null ? [] : [`of commitment ${filters.commitment} or deeper`]),
  ];
}

/** What the data sets do not say, and what was not counted. */
function limitsOf(answer: Answer): string[] {
  const of = (test: (line: Answer['coverage'][number]) => boolean) =>
    answer.coverage.filter(test).map((line) => line.dataset);
  const none = of((line) => line.covers === 'no');
  const part = of((line) => line.covers === 'partly');
  const undeclared = of((line) => line.covers === 'undeclared');
  const silent = of((line) => ['yes', 'partly'].includes(line.covers) && !line.exhaustive);
  const verb = (list: readonly string[], one: string, more: string) => (list.length === 1 ? one : more);
  const before = answer.changes?.uncovered ?? [];
  return [
    ...(none.length === 0 || isNotCovered(answer)
      ? []
      : [`${listed(none)} ${verb(none, 'does', 'do')} not cover this`]),
    ...(part.length === 0 ? [] : [`${listed(part)} ${verb(part, 'covers', 'cover')} it in part`]),
    ...(undeclared.length === 0 || isNotCovered(answer)
      ? []
      : [
          `${listed(undeclared)} ${verb(undeclared, 'does not say what it covers', 'do not say what they cover')}, so silence there says nothing`,
        ]),
    ...(before.length === 0
      ? []
      : [`${listed(before)} ${verb(before, 'does', 'do')} not cover ${answer.changes?.from}`]),
    ...(silent.length === 0
      ? []
      : [`${listed(silent)} ${verb(silent, 'is', 'are')} not exhaustive, so silence there says nothing`]),
    ...(answer.exact ? [] : ['not everything was looked at, so these are least numbers']),
  ];
}
