// A statement as the properties it is stored by, and back.
import { originOf, type Quote, type Statement } from '../../../model/statement.ts';
import { spanOf } from '../../../model/time.ts';
import { date } from '../values.ts';
import { freeFrom, freeRow, type Home, joined, type Properties, starts, take } from './properties.ts';

const statementTexts = [
  'stance',
  'scale',
  'word',
  'likelihood',
  'credibility',
  'assessedBy',
  'attributedTo',
  'origin',
  'basis',
  'asOf',
  'locator',
  'supersededBy',
  'reason',
  'marking',
  'note',
] as const;

/** A statement as cypher/load takes it. Its id must have been computed. */
export function statementRow(statement: Statement, home: Home): Properties {
  const { quote } = statement;
  return {
    claim: statement.claim,
    source: statement.source,
    attributedTo: statement.attributedTo,
    properties: joined(
      { ...home, id: statement.id },
      take(statement, statementTexts),
      { confidence: statement.confidence, originKey: originOf(statement) },
      starts('asOf', statement.asOf === undefined ? null : spanOf(statement.asOf, false)),
      {
        quoteExact: quote?.exact,
        quotePrefix: quote?.prefix,
        quoteSuffix: quote?.suffix,
        checkResult: quote?.check?.result,
        checkHash: quote?.check?.hash,
        checkBy: quote?.check?.by,
        checkAt: date(quote?.check?.at),
        recordedAt: date(statement.recordedAt),
        supersededAt: date(statement.supersededAt),
      },
      freeRow(statement.properties),
    ),
  };
}

/** A statement as it was loaded. @param claim id of its claim. @param source id of its source */
export function statementFrom(properties: Properties, claim: string, source: string): Statement {
  return {
    type: 'statement',
    id: properties.id,
    claim,
    source,
    confidence: properties.confidence ?? null,
    ...take(properties, [...statementTexts, 'recordedAt', 'supersededAt']),
    ...quoteFrom(properties),
    ...freeFrom(properties),
  } as Statement;
}

function quoteFrom(p: Properties): { quote?: Quote } {
  if (typeof p.quoteExact !== 'string') return {};
  const check = { result: p.checkResult, hash: p.checkHash, by: p.checkBy, at: p.checkAt };
  return {
    quote: {
      exact: p.quoteExact,
      ...take({ prefix: p.quotePrefix, suffix: p.quoteSuffix }, ['prefix', 'suffix']),
      ...(p.checkResult === undefined ? {} : { check: take(check, ['result', 'hash', 'by', 'at']) }),
    } as Quote,
  };
}
