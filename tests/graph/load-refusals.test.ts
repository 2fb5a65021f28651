// Fields that are wrong: each is refused with line and field, with what is wrong and what is close.
import { describe, expect, test } from 'vitest';
import type { ProblemCode } from '../../model/problem.ts';
import { changed, file, harbours, lineOf } from './harbours.ts';
import { only, refused, withLoads } from './refused.ts';

withLoads();

interface Case {
  name: string;
  from: string;
  to: string;
  /** Stands on the line that is told; `to` where it is not given. */
  at?: string;
  pointer: string;
  detail: RegExp;
  code?: ProblemCode;
}

const cases: Case[] = [
  {
    name: 'an unknown key',
    from: 'coder: A coder',
    to: 'codr: A coder',
    pointer: '/dataset/codr',
    detail: /"codr" is not a key here; did you mean "coder"\?/,
  },
  {
    name: 'an unknown key of a claim',
    from: 'modality: agreed',
    to: 'modalty: agreed',
    pointer: '/claims/1/modalty',
    detail: /did you mean "modality"\?/,
  },
  {
    name: 'an unknown key of a party',
    from: 'by: person:an-envoy }',
    to: 'through: person:an-envoy }',
    at: 'through:',
    pointer: '/claims/0/parties/0/through',
    detail: /"through" is not a key here; there are entity, role,/,
  },
  {
    name: 'an unknown kind',
    from: 'kind: leader-visit',
    to: 'kind: leeder-visit',
    pointer: '/claims/0/kind',
    detail: /"leeder-visit" is not a kind of the vocabulary; did you mean "leader-visit"\?/,
  },
  {
    name: 'an unknown role',
    from: 'role: host }',
    to: 'role: hosts }',
    at: 'role: hosts',
    pointer: '/claims/0/parties/1/role',
    detail: /"hosts" is not a role of the vocabulary; did you mean "host"/,
  },
  {
    name: 'an unknown kind of a coverage',
    from: 'kinds: [leader-visit, memorandum], from',
    to: 'kinds: [leader-visit, memorandom], from',
    at: 'memorandom',
    pointer: '/dataset/coverage/0/kinds/1',
    detail: /did you mean "memorandum"\?/,
  },
  {
    name: 'an unknown state',
    from: '{ entity: state:CHN,',
    to: '{ entity: state:CHX,',
    pointer: '/claims/1/parties/2/entity',
    detail: /there is no entity "state:CHX"; did you mean "state:CH/,
    code: 'dangling-reference',
  },
  {
    name: 'a state by its name',
    from: '{ entity: state:CHN,',
    to: '{ entity: China,',
    pointer: '/claims/1/parties/2/entity',
    detail: /write an entity id as type:slug.*did you mean "state:CHN"\?/,
  },
  {
    name: 'an unknown person',
    from: 'attributedTo: person:an-envoy',
    to: 'attributedTo: person:an-envoi',
    pointer: '/claims/0/statements/1/attributedTo',
    detail: /there is no entity "person:an-envoi"; did you mean "person:an-envoy"\?/,
    code: 'dangling-reference',
  },
  {
    name: 'an unknown source',
    from: 'source: report\n',
    to: 'source: raport\n',
    pointer: '/claims/0/statements/0/source',
    detail: /"raport".*did you mean "report"\?/,
  },
  {
    name: 'an unknown stance',
    from: 'stance: denies',
    to: 'stance: deny',
    pointer: '/claims/0/statements/1/stance',
    detail: /"deny" is not one of asserts, denies, .*did you mean "denies"\?/,
  },
  {
    name: 'an unknown claim to start with',
    from: '{ claim: visit,',
    to: '{ claim: visits,',
    pointer: '/dataset/start/claims/0/claim',
    detail: /there is no claim "harbours\/visits"; did you mean "harbours\/visit"\?/,
    code: 'dangling-reference',
  },
  {
    name: 'a confidence of 101',
    from: 'confidence: 55',
    to: 'confidence: 101',
    pointer: '/claims/0/statements/0/confidence',
    detail: /101: confidence is a whole number from 0 to 100, or absent/,
  },
  {
    name: 'a confidence of 55.5',
    from: 'confidence: 55',
    to: 'confidence: 55.5',
    pointer: '/claims/0/statements/0/confidence',
    detail: /55\.5.* whole number/,
  },
  {
    name: 'a word of confidence without a scale',
    from: 'confidence: 55',
    to: 'confidence: high',
    pointer: '/claims/0/statements/0/confidence',
    detail: /"high" needs a scale: write scale, one of stix-none-low-med-high,/,
  },
  {
    name: 'a number in quotes',
    from: 'confidence: 55',
    to: 'confidence: "55"',
    pointer: '/claims/0/statements/0/confidence',
    detail: /"55" is text; write the number without quotes/,
  },
  {
    name: 'a word that the scale does not have',
    from: 'confidence: High',
    to: 'confidence: Higher',
    pointer: '/claims/0/statements/1/confidence',
    detail: /"Higher" is not a word of stix-none-low-med-high.*None, Low, Med, High/,
  },
  {
    name: 'a number and a word that disagree',
    from: 'confidence: High',
    to: 'confidence: 20\n        word: High',
    at: 'confidence: 20',
    pointer: '/claims/0/statements/1/confidence',
    detail: /20 and "High" disagree: .*70 to 100/,
  },
  {
    name: 'an unknown scale',
    from: 'scale: stix-none-low-med-high',
    to: 'scale: stix-none-low-high',
    pointer: '/claims/0/statements/1/scale',
    detail: /"stix-none-low-high" is not a scale; did you mean "stix-none-low-med-high"\?/,
  },
  {
    name: 'a word of likelihood for confidence',
    from: 'confidence: High\n        scale: stix-none-low-med-high',
    to: 'confidence: Likely/Probable\n        scale: wep',
    at: 'confidence: Likely',
    pointer: '/claims/0/statements/1/confidence',
    detail: /a word of likelihood, which is not confidence: write likelihood:/,
  },
  {
    name: 'two claims with one id',
    from: 'id: paper',
    to: 'id: visit',
    at: 'id: visit\n    title: A paper',
    pointer: '/claims/1/id',
    detail: /claim harbours\/visit stands twice: first at line \d+/,
    code: 'duplicate-id',
  },
  {
    name: 'acting without an office on that date',
    from: 'when: 2031-05-04\n',
    to: 'when: 2032-05-04\n',
    at: 'by: person:an-envoy',
    pointer: '/claims/0/parties/0/by',
    detail:
      /person:an-envoy has no office of state:PRK at the time of the claim \(2032-05-04\): it has envoy, 2030\/2031-12-31/,
    code: 'no-office',
  },
  {
    name: 'acting for a party that one has no office of',
    from: 'role: host }',
    to: 'role: host, by: person:an-envoy }',
    at: 'by: person:an-envoy }\n      - { entity: place',
    pointer: '/claims/0/parties/1/by',
    detail: /person:an-envoy has no office of state:RUS/,
    code: 'no-office',
  },
  {
    name: 'a spell that ends before it starts',
    from: 'until: 2031-12 }',
    to: 'until: 2030-12 }',
    pointer: '/claims/1/parties/0/until',
    detail: /the spell ends before it starts/,
  },
  {
    name: 'an office that ends before it starts',
    from: 'until: 2031-12-31, source',
    to: 'until: 2029-12-31, source',
    at: 'until: 2029-12-31',
    pointer: '/entities/0/represents/0/until',
    detail: /the office ends before it starts/,
  },
  {
    name: 'a day that there is not',
    from: 'when: 2031-05-04\n',
    to: 'when: 2025-02-30\n',
    pointer: '/claims/0/when',
    detail: /"2025-02-30": there is no such day/,
  },
  {
    name: 'a day of recording that there is not',
    from: 'locator: page 2',
    to: 'recordedAt: 2025-02-30',
    pointer: '/claims/0/statements/0/recordedAt',
    detail: /"2025-02-30": there is no such day/,
  },
  {
    name: 'a claim without its title',
    from: '    title: A visit to the harbour\n',
    to: '',
    at: 'id: visit',
    pointer: '/claims/0/title',
    detail: /title is missing/,
  },
  {
    name: 'a reliability that is none',
    from: 'reliability: B',
    to: 'reliability: G',
    pointer: '/sources/0/reliability',
    detail: /"G" is not one of A, B, C, D, E, F/,
  },
];

describe('a field that is wrong', () => {
  for (const c of cases)
    test(c.name, async () => {
      const text = changed([c.from, c.to]);
      const error = await only(text);
      expect(error.detail).toMatch(c.detail);
      expect(error.pointer).toBe(c.pointer);
      expect(error.line).toBe(lineOf(text, c.at ?? c.to));
      if (c.code !== undefined) expect(error.code).toBe(c.code);
    });

  test('an unknown key of the file', async () => {
    const text = changed(['entities:\n', 'entitys:\n']);
    const { errors } = await refused(file(text));
    const told = errors.find((e) => e.pointer === '/entitys');
    expect(told).toMatchObject({ line: lineOf(text, 'entitys:') });
    expect(told?.detail).toMatch(/"entitys" is not a key here; did you mean "entities"\?/);
  });

  test('a state that is declared', async () => {
    const text = changed(
      ['id: place:a-harbour', 'id: state:CHN'],
      ['entity: place:a-harbour', 'entity: state:CHN'],
    );
    const error = await only(text);
    expect(error).toMatchObject({ pointer: '/entities/1/id', line: lineOf(text, '- id: state:CHN') });
    expect(error.detail).toContain('state:CHN is a state of the vocabulary: name it, and do not declare it');
  });

  test('addressees only', async () => {
    const text = changed(
      ['entity: state:PRK, role: visitor, by: person:an-envoy', 'entity: state:PRK, role: recipient'],
      ['entity: state:RUS, role: host', 'entity: state:RUS, role: recipient'],
    );
    const error = await only(text);
    expect(error.detail).toMatch(/addressees only.*incomplete: true/);
    expect(error).toMatchObject({ pointer: '/claims/0/parties', line: lineOf(text, 'parties:') });
  });

  test('a claim without a statement', async () => {
    const text = harbours.slice(0, harbours.lastIndexOf('    statements:'));
    const error = await only(text);
    expect(error).toMatchObject({ pointer: '/claims/1/statements', line: lineOf(text, '- id: paper') });
    expect(error.detail).toMatch(/a claim needs at least one statement/);
  });

  test('the same statement twice, with both lines', async () => {
    const one = '      - { source: wire, stance: asserts }\n';
    const text = `${harbours}${one}${one}`;
    const error = await only(text);
    const line = lineOf(text, one);
    expect(error).toMatchObject({ line: line + 1, code: 'duplicate-id' });
    expect(error.detail).toBe(`the same statement stands twice: first at line ${line}`);
  });
});
