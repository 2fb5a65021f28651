// What a file says of itself before its entries: which question and lens, when, from what, and under which terms.
import type { Answer } from '../../model/answer.ts';

export interface Head {
  question: string;
  states: string[];
  /** The lens in words: threshold, unknown, rule, origins, time, as known when. */
  lens: string;
  answeredAt: string;
  program: string;
  datasets: {
    id: string;
    title: string;
    version?: string;
    licence?: string;
    citation?: string;
    load?: string;
  }[];
  notes: string[];
}

/** What the head of every file tells of an answer. */
export function headOf(answer: Answer): Head {
  return {
    question: answer.question.id,
    states: answer.filters.states,
    lens: [...lensWords(answer), ...filterWords(answer), ...optionWords(answer)].join('; '),
    answeredAt: answer.answeredAt,
    program: `Entente ${answer.version}`,
    datasets: answer.datasets.map(({ id, title, version, licence, citation }) => ({
      id,
      title,
      version,
      licence,
      citation,
      load: answer.loads[id],
    })),
    notes: [
      answer.question.counts === 'pair'
        ? 'Ties between pairs are derived from claims; no source states them.'
        : 'Ties between pairs are derived from claims and are not in this file.',
      ...(answer.truncated === null
        ? []
        : [`Cut: ${answer.truncated.shown} of ${answer.truncated.of} are in this file.`]),
    ],
  };
}

function lensWords({ lens, resolved }: Answer): string[] {
  const time =
    resolved.from === null
      ? 'at any time'
      : resolved.from === resolved.until
        ? `on ${resolved.from}`
        : `from ${resolved.from} until ${resolved.until}`;
  return [
    `confidence at least ${lens.threshold}, unknown ${resolved.unknown ? 'kept' : 'left out'}`,
    `rule ${lens.rule}`,
    `origins at least ${lens.origins}`,
    `${time}, over ${resolved.over === 'day' ? 'a day' : 'the whole life'}`,
    lens.known === null ? 'as known now' : `as known on ${lens.known} (${lens.clock})`,
  ];
}

function filterWords({ filters }: Answer): string[] {
  const { states, commitment, ...lists } = filters;
  return [
    ...Object.entries(lists).flatMap(([name, list]) =>
      list.length === 0 ? [] : [`${name} ${list.join(', ')}`],
    ),
    ...(commitment === null ? [] : [`commitment at least ${commitment}`]),
  ];
}

function optionWords({ options, paths }: Answer): string[] {
  return [
    ...(paths === null ? [] : [`chains of at most ${paths.longest} claims`]),
    ...(options.since === null ? [] : [`compared with ${options.since}`]),
    ...(options.knew === null ? [] : [`compared with what was known on ${options.knew}`]),
  ];
}
