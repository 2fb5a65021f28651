// A data set as the properties it is stored by, and back.
import type { Dataset } from '../../../model/dataset.ts';
import { freeFrom, freeRow, type Properties, take } from './properties.ts';

const datasetTexts = [
  'title',
  'short',
  'version',
  'publisher',
  'url',
  'licence',
  'citation',
  'description',
  'coder',
  'marking',
] as const;
/** What a data set says in lists and maps, which no property can hold: kept as JSON. */
const datasetJson = ['coverage', 'start', 'places'] as const;

/** A data set as it is stored, but for its load. */
export function datasetRow(dataset: Dataset): Properties {
  const json = datasetJson.flatMap((key) =>
    dataset[key] === undefined ? [] : [[key, JSON.stringify(dataset[key])]],
  );
  return {
    id: dataset.id,
    ...take(dataset, datasetTexts),
    ...Object.fromEntries(json),
    ...freeRow(dataset.properties),
  };
}

/** A data set as it was loaded. */
export function datasetFrom(properties: Properties): Dataset {
  const json = datasetJson.flatMap((key) =>
    typeof properties[key] === 'string' ? [[key, JSON.parse(properties[key])]] : [],
  );
  return {
    type: 'dataset',
    id: properties.id,
    ...take(properties, datasetTexts),
    ...Object.fromEntries(json),
    ...freeFrom(properties),
  } as Dataset;
}
