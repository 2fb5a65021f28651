// The data set that comes with Entente: what is loaded into an empty graph, and the sample that the page offers.
import path from 'node:path';
import { root } from '../version.ts';

/** Where it is. */
export const shipped = path.join(root, 'data', 'beijing-2025.yaml');
