// What is offered in place of an entity that is not known.
import { expect, test } from 'vitest';
import { nearEntities } from '../../../../server/load/suggest.ts';

test('an entity by its id, its name, a name in another language, an alias', () => {
  const envoy = { id: 'person:an-envoy', names: ['An Envoy'] };
  expect(nearEntities('state:china', [])).toBe('; did you mean "state:CHN"?');
  expect(nearEntities('China', [])).toBe('; did you mean "state:CHN"?');
  expect(nearEntities('Südkorea', [])).toBe('; did you mean "state:KOR"?');
  expect(nearEntities('state:DPRK', [])).toBe('; did you mean "state:PRK"?');
  expect(nearEntities('person:an-envoi', [envoy])).toBe('; did you mean "person:an-envoy"?');
  expect(nearEntities('state:an-envoy', [envoy])).toBe('; did you mean "person:an-envoy"?');
  expect(nearEntities('person:somebody-else', [envoy])).toBe('');
  // By a number of the Correlates of War, where the state goes by its present code.
  expect(nearEntities('state:cow-345', [])).toBe('; did you mean "state:SRB"?');
});
