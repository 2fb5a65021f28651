// A data set of the files, every entry checked: what loading works on.
import type { Claim } from '../../model/claim.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Entity } from '../../model/entity.ts';
import type { Source } from '../../model/source.ts';
import type { Statement } from '../../model/statement.ts';
import type { Placed } from './parse.ts';

export interface CheckedDataset {
  dataset: Placed<Dataset>;
  sources: Placed<Source>[];
  entities: Placed<Entity>[];
  claims: Placed<Claim>[];
  statements: Placed<Statement>[];
}
