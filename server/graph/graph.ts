// The graph: runs queries over one Neo4j driver, with time limits, retries and bookmarks.
import neo4j, {
  type Driver,
  type Record as DriverRecord,
  type ManagedTransaction,
  type ResultSummary,
  type Session,
} from 'neo4j-driver';
import { LimitError, narrow, UnavailableError } from '../errors.ts';
import type { Query } from './queries.ts';
import { fromGraph, parametersToGraph } from './values.ts';

export interface GraphOptions {
  uri: string;
  user: string;
  password: string;
  /** The user's home database where empty or absent. */
  database?: string;
  /** Longest time that the queries of one answer may take, in seconds. */
  querySeconds: number;
}

export type Row = Record<string, unknown>;
export type Parameters = Record<string, unknown>;

/** Reads within one transaction. */
export interface Reading {
  /** All rows of a query. */
  read(query: Query, parameters: Parameters): Promise<Row[]>;
  /** The rows of a query one by one, as they are taken: never the whole result at once. */
  stream(query: Query, parameters: Parameters): AsyncGenerator<Row>;
}

/** One writing query of several that take effect together. */
export interface Step {
  query: Query;
  parameters?: Parameters;
  /** Looks at what the query returned; what it throws undoes all steps. */
  check?(rows: readonly Row[]): void;
}

/** What a write changed, by Neo4j's own names: nodesCreated, propertiesSet, … */
export type Counters = Record<string, number>;

/** What the server says of a query without running it. */
export interface Explanation {
  keys: string[];
  /** `r`, `rw`, `w` or `s`. */
  queryType: string;
  notifications: { code: string; title: string; description: string }[];
  plan: unknown;
}

/** What planning may take: a second or two on a quiet machine, many times that on a busy one. */
const PLANNING_MS = 60_000;

/** The only user of the driver. Values cross it as plain JavaScript: whole numbers, and days as texts. */
export class Graph {
  readonly #driver: Driver;
  readonly #database: string | undefined;
  readonly #timeout: number;
  /** Queries that have run here, by name: the server has planned them. */
  readonly #planned = new Set<string>();

  private constructor(driver: Driver, options: GraphOptions) {
    this.#driver = driver;
    this.#database = options.database === '' ? undefined : options.database;
    this.#timeout = options.querySeconds * 1000;
  }

  /**
   * Connects and makes sure that the server answers.
   * @throws UnavailableError `graph-unavailable` where it does not, or refuses user and password
   */
  static async connect(options: GraphOptions): Promise<Graph> {
    const driver = neo4j.driver(options.uri, neo4j.auth.basic(options.user, options.password), {
      fetchSize: 2000,
      connectionTimeout: 5000,
      connectionAcquisitionTimeout: 15_000,
      maxTransactionRetryTime: 10_000,
      disableLosslessIntegers: true,
      telemetryDisabled: true,
    });
    const graph = new Graph(driver, options);
    try {
      await driver.getServerInfo(graph.#database === undefined ? {} : { database: graph.#database });
    } catch (error) {
      await driver.close();
      throw translated(error);
    }
    return graph;
  }

  /** Which server this is: its version and address. */
  async server(): Promise<{ agent: string; address: string }> {
    try {
      const info = await this.#driver.getServerInfo(this.#databaseOption());
      return { agent: info.agent ?? '', address: info.address ?? '' };
    } catch (error) {
      throw translated(error);
    }
  }

  /** The rows of one reading query, in a transaction of its own; otherwise as `reading`. */
  async read(query: Query, parameters: Parameters = {}, signal?: AbortSignal): Promise<Row[]> {
    const done = await this.#alone('READ', query, parameters, { timeout: this.#timeoutOf(query) }, signal);
    this.#planned.add(query.name);
    return done.records;
  }

  /**
   * Does all the reading of one answer in one transaction, which saves the server and us most of what a query costs
   * beside its own work. A passing error of the server starts the work anew.
   * @param lead the query that takes longest: its first run may take as much longer as the server takes to plan it
   * @param signal ends what runs on the server too, and throws the signal's reason
   * @throws LimitError `query-timeout`; UnavailableError `graph-unavailable`
   */
  async reading<T>(lead: Query, work: (reading: Reading) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const done = await this.#within(
      'READ',
      (session) => session.executeRead((tx) => work(readingIn(tx)), { timeout: this.#timeoutOf(lead) }),
      signal,
    );
    this.#planned.add(lead.name);
    return done;
  }

  /** The rows of a query one by one, without a limit of time: a whole load takes longer than an answer may. No retry. */
  async *scan(query: Query, parameters: Parameters = {}): AsyncGenerator<Row> {
    const session = this.#session('READ');
    try {
      for await (const record of session.run(query.text, parametersToGraph(parameters))) yield rowOf(record);
    } catch (error) {
      throw translated(error);
    } finally {
      // Ends the query on the server where the reader stopped before its last row.
      await session.close();
    }
  }

  /** Runs a writing query in a transaction of its own; a passing error is tried again. */
  async write(query: Query, parameters: Parameters = {}): Promise<{ records: Row[]; counters: Counters }> {
    return this.#alone('WRITE', query, parameters);
  }

  /** Runs several writing queries, in order, in one transaction: all of them take effect or none. */
  async writeAll(steps: readonly Step[]): Promise<void> {
    await this.#within('WRITE', (session) =>
      session.executeWrite(async (tx) => {
        for (const { query, parameters = {}, check } of steps) {
          const rows = await run(tx, query, parameters);
          check?.(rows);
        }
      }),
    );
  }

  /** Runs a query that opens its own transactions (CALL … IN TRANSACTIONS). No retry. */
  async autoCommit(
    query: Query,
    parameters: Parameters = {},
  ): Promise<{ records: Row[]; counters: Counters }> {
    return this.#within('WRITE', async (session) => {
      const result = await session.run(query.text, parametersToGraph(parameters));
      return {
        records: result.records.map(rowOf),
        counters: countersOf(result.summary),
      };
    });
  }

  /** Asks the server for its plan of a query; runs nothing. */
  async explain(query: Pick<Query, 'text'>, parameters: Parameters = {}): Promise<Explanation> {
    return this.#within('READ', async (session) => {
      const result = session.run(`EXPLAIN ${query.text}`, parametersToGraph(parameters), {
        timeout: this.#timeout,
      });
      const keys = (await result.keys()) as string[];
      const summary = await result.summary();
      return {
        keys,
        queryType: summary.queryType,
        notifications: summary.notifications.map((n) => ({
          code: n.code,
          title: n.title,
          description: n.description,
        })),
        plan: summary.plan,
      };
    });
  }

  async close(): Promise<void> {
    await this.#driver.close();
  }

  /** How many seconds a query may take: the server has to plan one that has not run before. */
  secondsOf(query: Query): number {
    return this.#timeoutOf(query) / 1000;
  }

  #timeoutOf({ name }: Query): number {
    return this.#timeout + (this.#planned.has(name) ? 0 : PLANNING_MS);
  }

  /** One query in a transaction of its own. The driver sends both at once, which saves a way there and back. */
  async #alone(
    routing: 'READ' | 'WRITE',
    query: Query,
    parameters: Parameters,
    transactionConfig?: { timeout: number },
    signal?: AbortSignal,
  ): Promise<{ records: Row[]; counters: Counters }> {
    signal?.throwIfAborted();
    try {
      const { records, summary } = await this.#driver.executeQuery(
        query.text,
        parametersToGraph(parameters),
        {
          ...this.#databaseOption(),
          routing,
          transactionConfig,
          signal,
        },
      );
      return { records: records.map(rowOf), counters: countersOf(summary) };
    } catch (error) {
      signal?.throwIfAborted();
      throw translated(error);
    }
  }

  #databaseOption(): { database?: string } {
    return this.#database === undefined ? {} : { database: this.#database };
  }

  #session(access: 'READ' | 'WRITE'): Session {
    return this.#driver.session({
      ...this.#databaseOption(),
      defaultAccessMode: access,
      // One chain of bookmarks for all sessions: in a cluster, who reads sees what was written before.
      bookmarkManager: this.#driver.executeQueryBookmarkManager,
    });
  }

  async #within<T>(
    access: 'READ' | 'WRITE',
    work: (session: Session) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    signal?.throwIfAborted();
    const session = this.#session(access);
    // Closing a session resets its connection, and with that ends what runs on it.
    const leave = () => void session.close();
    signal?.addEventListener('abort', leave, { once: true });
    try {
      return await work(session);
    } catch (error) {
      signal?.throwIfAborted();
      throw translated(error);
    } finally {
      signal?.removeEventListener('abort', leave);
      await session.close();
    }
  }
}

function readingIn(tx: ManagedTransaction): Reading {
  return {
    read: (query, parameters) => run(tx, query, parameters),
    stream: async function* (query, parameters) {
      for await (const record of tx.run(query.text, parametersToGraph(parameters))) yield rowOf(record);
    },
  };
}

async function run(tx: ManagedTransaction, query: Query, parameters: Parameters): Promise<Row[]> {
  const result = await tx.run(query.text, parametersToGraph(parameters));
  return result.records.map(rowOf);
}

function rowOf(record: DriverRecord): Row {
  const row: Row = {};
  for (const key of record.keys) row[String(key)] = fromGraph(record.get(key));
  return row;
}

function countersOf(summary: ResultSummary): Counters {
  return summary.counters.updates() as unknown as Counters;
}

const unavailable = new Set<string>([
  neo4j.error.SERVICE_UNAVAILABLE,
  neo4j.error.SESSION_EXPIRED,
  'Neo.ClientError.Security.Unauthorized',
  'Neo.ClientError.Database.DatabaseNotFound',
  'Neo.TransientError.Database.DatabaseUnavailable',
]);

/** Turns the driver's errors into ours where somebody can do something about them; others are bugs and stay. */
function translated(error: unknown): unknown {
  if (!(error instanceof neo4j.Neo4jError)) return error;
  if (/^Neo\.ClientError\.Transaction\.TransactionTimedOut/.test(error.code))
    return new LimitError(
      'query-timeout',
      `The query took too long and was stopped. ${narrow}; or raise ENTENTE_QUERY_SECONDS.`,
      { cause: error },
    );
  if (error.code === 'Neo.TransientError.General.MemoryPoolOutOfMemoryError')
    return new LimitError(
      'result-too-large',
      `The query needs more memory than Neo4j may use: there is too much to tell. ${narrow}.`,
      { cause: error },
    );
  if (unavailable.has(error.code))
    return new UnavailableError('graph-unavailable', `Neo4j does not answer: ${error.message}`, {
      cause: error,
    });
  return error;
}
