// The address bar: what an address means where a data set says where to start, and what is written of a view.
import { afterEach, expect, test, vi } from 'vitest';
import { addressOf, readAddress } from '../../../client/address.ts';
import type { LoadedDataset } from '../../../model/api.ts';
import { viewOf } from '../../../model/saved-view.ts';
import { savedView } from '../../support/saved-view.ts';

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

test('a saved view opens by its short address; what else is in the address overrides it', () => {
  vi.stubGlobal('location', { pathname: '/' });
  const opened = readAddress('?saved=beijing-parade', [dataset], kinds, savedView);
  expect(opened).toEqual({ view: viewOf(savedView), wrong: [] });
  expect(addressOf(opened.view)).toBe('/?saved=beijing-parade');
  const other = readAddress('?saved=beijing-parade&threshold=60&states=IND', [dataset], kinds, savedView);
  expect(other.view).toEqual({
    ...viewOf(savedView),
    lens: { ...viewOf(savedView).lens, threshold: 60 },
    filters: { ...viewOf(savedView).filters, states: ['state:IND'] },
  });
  // Where there is no such view, the rest of the address is shown, and no address leads to it.
  const none = readAddress('?saved=never-was&threshold=60', [dataset], kinds, null);
  expect(none.view).toMatchObject({ saved: null, lens: { threshold: 60 }, filters: { states: three } });
});
