// The address bar: what an address means where a data set says where to start, and what is written of a view.
import { afterEach, expect, test, vi } from 'vitest';
import { addressOf, readAddress } from '../../../client/address.ts';
import type { LoadedDataset } from '../../../model/api.ts';

const three = ['state:CHN', 'state:RUS', 'state:PRK'];
const startingAt = (states: string[]) =>
  ({
    id: 'beijing-2025',
    title: 'Beijing',
    coverage: [],
    start: { states, claims: [] },
  }) as unknown as LoadedDataset;
const dataset = startingAt(three);
const kinds = new Map([['memorandum', {}]]);

afterEach(() => vi.unstubAllGlobals());

test('an address without states starts where the data set does; an empty list is all states', () => {
  expect(readAddress('', [dataset], kinds).view.filters.states).toEqual(three);
  expect(readAddress('states=', [dataset], kinds).view.filters.states).toEqual([]);
  expect(readAddress('states=IND', [dataset], kinds).view.filters.states).toEqual(['state:IND']);
  expect(readAddress('', [], kinds).view.filters.states).toEqual([]);
});

test('what is wrong in an address is told, and the rest is kept', () => {
  const { view, wrong } = readAddress('threshold=101&rule=lowest&foo=1', [dataset], kinds);
  expect(view.lens).toMatchObject({ threshold: 0, rule: 'lowest' });
  expect(wrong.map((e) => e.pointer)).toEqual(['threshold', 'foo']);
});

test('a kind that the vocabulary does not have is left out, and what was meant is told', () => {
  const { view, wrong } = readAddress('kind=memorandun,memorandum', [dataset], kinds);
  expect(view.filters.kind).toEqual(['memorandum']);
  expect(wrong).toEqual([
    { pointer: 'kind', detail: 'there is no kind "memorandun"; did you mean "memorandum"?' },
  ]);
});

test('a link gives the same states after a load that starts elsewhere', () => {
  vi.stubGlobal('location', { pathname: '/' });
  const later = [startingAt(['state:IND'])];
  for (const search of ['', 'states=', 'states=RUS', 'q=joint']) {
    const { view } = readAddress(search, [dataset], kinds);
    const link = addressOf(view).replace(/^\/\?/, '');
    expect(readAddress(link, later, kinds).view, search).toEqual(view);
  }
});
