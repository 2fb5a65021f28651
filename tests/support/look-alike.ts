// The alliances of China, Russia and North Korea on a small scale, and whom else they join: for the report on a bloc.
import type { Entry } from '../../model/entry.ts';
import { source, told } from './cases.ts';

const unknown = { confidence: null };
/** As ATOP has it, on a small scale: pacts of two, and one of many which rivals have joined too. */
export const lookAlike: Entry[] = [
  source,
  ...told('defence', 'defence-pact', ['CHN', 'PRK'], { when: '1961-09-10/..', says: [unknown] }),
  ...told('friendship', 'non-aggression-pact', ['CHN', 'RUS'], { when: '1992-12-18/..', says: [unknown] }),
  ...told('good-neighbours', 'consultation-pact', ['RUS', 'PRK'], { when: '2000-02-09/..', says: [unknown] }),
  ...told(
    'amity',
    'non-aggression-pact',
    [
      { who: 'IDN', from: '1976-02-24' },
      { who: 'CHN', from: '2003-10-08' },
      { who: 'JPN', from: '2004-07-02' },
      { who: 'RUS', from: '2004-11-29' },
      { who: 'PRK', from: '2008-07-24' },
      { who: 'USA', from: '2009-07-22' },
    ],
    { when: '1976-02-24/..', says: [unknown] },
  ),
  ...told('alliance', 'defence-pact', ['USA', 'JPN'], { when: '1960-06-23/..', says: [unknown] }),
  ...told(
    'korean-war',
    'war',
    [
      { who: 'PRK', side: 'a' },
      { who: 'CHN', side: 'a' },
      { who: 'USA', side: 'b' },
    ],
    { when: '1950-06-25/1953-07-27', says: [unknown] },
  ),
];
