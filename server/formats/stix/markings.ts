// TLP 2.0 as STIX marks it: five marking definitions with fixed ids by an extension of OASIS, and the four of TLP 1 that
// STIX 2.1 itself has, which other programs still write.
import type { Marking } from '../../../model/confidence.ts';
import type { StixObject } from './ids.ts';

/** OASIS, common object repository: extension-definition-specifications/tlp-2.0. */
const TLP2 = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d';

const ids: Record<Marking, string> = {
  'TLP:CLEAR': 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487',
  'TLP:GREEN': 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
  'TLP:AMBER': 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421',
  'TLP:AMBER+STRICT': 'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003',
  'TLP:RED': 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1',
};

/** TLP 1, STIX 2.1 section 7.2.1.4; WHITE is what is called CLEAR now. */
const ids1: Record<string, Marking> = {
  'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9': 'TLP:CLEAR',
  'marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da': 'TLP:GREEN',
  'marking-definition--f88d31f6-486f-44da-b317-01333bde0b82': 'TLP:AMBER',
  'marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed': 'TLP:RED',
};

const byId = new Map<string, Marking>([
  ...Object.entries(ids1),
  ...Object.entries(ids).map(([marking, id]) => [id, marking as Marking] as const),
]);

/** The id of the standard's definition of a marking. */
export const markingId = (marking: Marking) => ids[marking];

/** The marking that an id means; undefined where it is none of TLP. */
export const markingOf = (id: string): Marking | undefined => byId.get(id);

/** Whether an id is that of a definition of TLP 2.0, which is the same in every file. */
export const isDefinition = (id: string) => Object.values(ids).includes(id);

/** The standard's definition of a marking, word for word. */
export const definitionOf = (marking: Marking): StixObject => ({
  type: 'marking-definition',
  spec_version: '2.1',
  id: ids[marking],
  created: '2022-10-01T00:00:00.000Z',
  name: marking,
  extensions: {
    [TLP2]: { extension_type: 'property-extension', tlp_2_0: marking.slice('TLP:'.length).toLowerCase() },
  },
});
