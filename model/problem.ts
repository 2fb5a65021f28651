// What an error looks like where it crosses a border: RFC 9457 problem details, and the table of their codes.
import * as z from 'zod';
import { TableReport } from './table-report.ts';

/** Every code a problem can have, with its HTTP status and its title. Code branches on the key, never on words. */
export const problemCodes = {
  'invalid-parameter': { status: 400, title: 'A parameter is not valid' },
  'invalid-body': { status: 400, title: 'The request body is not valid' },
  'invalid-entry': { status: 422, title: 'An entry is not valid' },
  'invalid-file': { status: 422, title: 'The file cannot be read' },
  'unwritable-file': { status: 422, title: 'The file cannot be written' },
  'dangling-reference': { status: 422, title: 'An entry refers to something that is not there' },
  'duplicate-id': { status: 422, title: 'Two entries have one id' },
  'conflicting-declaration': { status: 422, title: 'Another data set declares this entity otherwise' },
  'no-office': { status: 422, title: 'A person acts for a party without an office on that date' },
  'quote-not-found': { status: 422, title: 'A quote is not in the text of its source' },
  'invalid-archive': { status: 422, title: 'The archive is not whole' },
  'view-exists': { status: 409, title: 'There is such a saved view already' },
  'would-replace': { status: 409, title: 'Something else is there and would be replaced' },
  'load-in-progress': { status: 409, title: 'Another load is being written' },
  'unknown-question': { status: 404, title: 'There is no such question' },
  'unknown-format': { status: 404, title: 'There is no such format' },
  'unknown-entity': { status: 404, title: 'There is no such entity' },
  'unknown-claim': { status: 404, title: 'There is no such claim' },
  'unknown-dataset': { status: 404, title: 'There is no such data set' },
  'unknown-view': { status: 404, title: 'There is no such saved view' },
  'unknown-load': { status: 404, title: 'There is no such load' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method' },
  'forbidden-host': { status: 403, title: 'This host name is not served' },
  'forbidden-origin': { status: 403, title: 'Another site may not do this' },
  'token-required': { status: 401, title: 'A token is needed' },
  'imports-off': { status: 403, title: 'Imports are off' },
  'query-refused': { status: 403, title: 'The query is refused' },
  'body-too-large': { status: 413, title: 'The request body is too large' },
  'unsupported-media-type': { status: 415, title: 'A body of this media type is not taken' },
  'url-too-long': { status: 414, title: 'The address is too long' },
  'result-too-large': { status: 413, title: 'The result is too large' },
  'too-many-requests': { status: 429, title: 'Too many requests at once' },
  'query-timeout': { status: 504, title: 'The query took too long' },
  'graph-unavailable': { status: 503, title: 'Neo4j does not answer' },
  'java-missing': { status: 503, title: 'No Java was found' },
  'java-unsupported': { status: 503, title: 'This Java does not run Neo4j' },
  'jar-broken': { status: 503, title: 'A file of the Neo4j server is broken' },
  'jar-unavailable': { status: 503, title: 'A file of the Neo4j server could not be fetched' },
  'server-start-failed': { status: 503, title: 'Neo4j did not start' },
  'already-running': { status: 503, title: 'Entente is already running' },
  'port-in-use': { status: 503, title: 'The port is in use' },
  'browser-missing': { status: 503, title: 'No browser was found' },
  'invalid-setting': { status: 400, title: 'A setting is not valid' },
  internal: { status: 500, title: 'Something went wrong inside Entente' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problemCodes;

/** One part of an input that is wrong: a JSON pointer or a field, with file and line where there is a file. */
export const ProblemDetail = z.object({
  pointer: z.string().optional(),
  file: z.string().optional(),
  line: z.int().optional(),
  code: z.string().optional(),
  detail: z.string(),
});
export type ProblemDetail = z.infer<typeof ProblemDetail>;

/** RFC 9457 problem details, as `application/problem+json`. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(Object.keys(problemCodes) as [ProblemCode, ...ProblemCode[]]),
  instance: z.string().optional(),
  errors: z.array(ProblemDetail).optional(),
  table: TableReport.optional().describe('What was read of the tables that are refused.'),
});
export type Problem = z.infer<typeof Problem>;
