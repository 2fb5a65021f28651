// A saved view as an analyst might keep it.
import type { SavedView } from '../../model/saved-view.ts';

/** One pixel. */
const thumbnail =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

export const savedView: SavedView = {
  type: 'view',
  id: 'beijing-parade',
  title: 'Beijing parade: 2025',
  address: 'q=trilateral&states=CHN,RUS,PRK&threshold=40',
  places: { 'state:CHN': [10, -20], 'beijing-2025/joint-appearance': [0.5, 300] },
  notes: 'To be looked at again.\nAsk who else was there.',
  judgement: {
    text: 'The three will appear together again within a year.',
    likelihood: 'likely',
    confidence: 'low',
    because: 'One article, and nothing of what was said behind closed doors.',
    assumptions: 'No change of leadership.',
    gaps: 'Nothing is known of military talks.',
    dissent: 'A colleague sees a single event and no pattern.',
    signed: 'A. Analyst',
    dated: '2025-09-10',
  },
  thumbnail,
  made: {
    loads: { 'beijing-2025': 'beijing-2025@2025-09-10T08:00:00.000Z-abcdef' },
    of: 2,
    claims: {
      'beijing-2025/joint-appearance': {
        state: 'asserted',
        for: 70,
        against: null,
        stands: true,
        hash: '0123',
        said: '4567',
      },
      'beijing-2025/lost': { state: 'contested', for: 30, against: 70, stands: true, hash: '89', said: 'ab' },
    },
  },
  created: '2025-09-10',
  changed: '2025-09-12',
};
