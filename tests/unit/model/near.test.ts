// What is offered in place of a word that is not known.
import { expect, test } from 'vitest';
import { didYouMean, nearest } from '../../../model/near.ts';

test('the nearest of the words, and nothing where none is near', () => {
  expect(nearest('memorandom', ['memorandum', 'treaty'])).toEqual(['memorandum']);
  expect(nearest('deny', ['asserts', 'denies'])).toEqual(['denies']);
  expect(nearest('xyz', ['asserts', 'denies'])).toEqual([]);
  expect(nearest('', ['asserts'])).toEqual([]);
  expect(didYouMean('hots', ['host', 'ghost'])).toBe('; did you mean "host"?');
  expect(didYouMean('nothing', ['host'])).toBe('');
});
