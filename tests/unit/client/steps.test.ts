// Steps from view to view: what buttons, keys, canvas and table do.
import { expect, test } from 'vitest';
import * as steps from '../../../client/steps.ts';
import { defaultView } from '../../../model/view.ts';

test('the same question again clears it', () => {
  const asked = steps.toggleQuestion('joint')(defaultView);
  expect(asked.question).toBe('joint');
  expect(steps.toggleQuestion('joint')(asked).question).toBeNull();
  expect(steps.toggleQuestion('sides')(asked).question).toBe('sides');
});

test('the first click on a state switches that one off, and all on is no filter', () => {
  const without = steps.toggleState('asserted')(defaultView);
  expect(without.filters.state).toEqual(['contested', 'unverified', 'denied', 'unevidenced', 'open']);
  expect(steps.toggleState('asserted')(without).filters.state).toEqual([]);
});

test('the last state stays on', () => {
  const only = { ...defaultView, filters: { ...defaultView.filters, state: ['open' as const] } };
  expect(steps.toggleState('open')(only)).toBe(only);
});

test('Alt on a legend entry shows only that one of its group, and again all of it', () => {
  const group = ['sign:+', 'sign:-', 'sign:0'];
  const kept = { ...defaultView, hide: ['context:other'] };
  const only = steps.onlyLegend('sign:-', group)(kept);
  expect(only.hide).toEqual(['context:other', 'sign:+', 'sign:0']);
  expect(steps.onlyLegend('sign:-', group)(only).hide).toEqual(['context:other']);
});

test('what is selected already is taken out of the selection, one at a time', () => {
  const two = steps.selectAlso(['a', 'b'])(defaultView);
  expect(two.selection).toEqual(['a', 'b']);
  expect(steps.selectAlso(['a'])(two).selection).toEqual(['b']);
  expect(steps.selectAlso(['b', 'c'])(two).selection).toEqual(['a', 'b', 'c']);
});

test('the threshold keeps to its scale', () => {
  expect(steps.setThreshold(-5)(defaultView).lens.threshold).toBe(0);
  expect(steps.setThreshold(105)(defaultView).lens.threshold).toBe(100);
});
