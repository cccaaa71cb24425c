import { chmodSync, existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { StatementSync } from "node:sqlite";
import { DatabaseSync } from "node:sqlite";
import { HoldpointError } from "@holdpoint/core";
import type { Group, LedgerStore } from "../store/ledger-store.ts";
import { withSqliteErrors } from "./sqlite-errors.ts";
import { assertLedger, SqliteReader } from "./sqlite-reader.ts";
import { APPLICATION_ID, SCHEMA, SCHEMA_VERSION } from "./sqlite-schema.ts";

export const BUSY_TIMEOUT_MS = 10_000;

export interface SqliteStoreOptions {
  readonly file: string;
  /** Name of the ledger when the file is made; a ledger that exists keeps its own. */
  readonly origin: string;
  readonly busyTimeoutMs?: number;
  /** Statements that make the annex where it is not yet there: `CREATE TABLE IF NOT EXISTS annex_…`. */
  readonly annex?: readonly string[];
  /** Of a file that is made; a power of 2. Larger pages suit a ledger that takes many small groups. */
  readonly pageSizeBytes?: number;
}

/** A ledger in one SQLite file: WAL, every commit flushed before it counts, nothing left beside it when closed. */
export class SqliteStore extends SqliteReader implements LedgerStore {
  readonly durability: { readonly journal: string; readonly synchronous: string };

  constructor(options: SqliteStoreOptions) {
    super(openDatabase(options), options.file);
    this.durability = this.guard(() => {
      const journal = String(this.#pragma("journal_mode"));
      const synchronous = SYNCHRONOUS[Number(this.#pragma("synchronous"))] ?? "unknown";
      return { journal, synchronous };
    });
  }

  /** A statement on the annex; what it writes inside `exclusively` is part of that commit. */
  statement(sql: string): StatementSync {
    return this.prepare(sql);
  }

  /** Changes when another connection wrote to the file. */
  dataVersion(): number {
    return this.guard(() => Number(this.prepare("PRAGMA data_version").get()?.["data_version"]));
  }

  exclusively<T>(work: (commit: (group: Group) => void) => T): T {
    this.guard(() => this.database.exec("BEGIN IMMEDIATE"));
    try {
      const result = work((group) => this.guard(() => this.#insert(group)));
      this.guard(() => this.database.exec("COMMIT"));
      return result;
    } catch (thrown) {
      // A full disk may have ended the transaction already.
      if (this.database.isTransaction) this.database.exec("ROLLBACK");
      throw thrown;
    }
  }

  /** Lets go of the file as it is, journal and all, as the end of a process does. */
  abandon(): void {
    super.close();
  }

  override close(): void {
    try {
      this.guard(() => this.database.exec("PRAGMA wal_checkpoint(TRUNCATE)"));
    } finally {
      super.close();
    }
  }

  #insert({ records, nodes, checkpoint }: Group): void {
    const record = this.prepare("INSERT INTO record (seq, kind, run, leaf, bytes) VALUES (?, ?, ?, ?, ?)");
    for (const { seq, kind, run, leaf, bytes } of records) record.run(seq, kind, run, leaf, bytes);
    const node = this.prepare("INSERT INTO node (level, at, hash) VALUES (?, ?, ?)");
    for (const { level, index, hash } of nodes) node.run(level, index, hash);
    const { size, text, peaks } = checkpoint;
    this.prepare("INSERT INTO checkpoint (size, text, peaks) VALUES (?, ?, ?)").run(size, text, peaks);
  }

  #pragma(name: string): unknown {
    return this.database.prepare(`PRAGMA ${name}`).get()?.[name];
  }
}

const SYNCHRONOUS: readonly string[] = ["off", "normal", "full", "extra"];

function openDatabase({
  file,
  origin,
  busyTimeoutMs = BUSY_TIMEOUT_MS,
  annex = [],
  pageSizeBytes = 4096,
}: SqliteStoreOptions): DatabaseSync {
  return withSqliteErrors(file, () => {
    const isNew = !existsSync(file);
    if (isNew) mkdirSync(dirname(file), { recursive: true });
    const database = new DatabaseSync(file, { timeout: busyTimeoutMs, allowExtension: false });
    try {
      if (isNew) chmodSync(file, 0o600);
      if (isNew) database.exec(`PRAGMA page_size = ${Math.trunc(pageSizeBytes)}`);
      create(database, origin);
      assertLedger(database, file);
      database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF");
      for (const sql of annex) database.exec(sql);
      assertLedger(database, file);
      return database;
    } catch (thrown) {
      database.close();
      throw thrown;
    }
  });
}

/** Makes the tables where the file is empty; two processes may meet here. */
function create(database: DatabaseSync, origin: string): void {
  const isEmpty = (): boolean =>
    database.prepare("SELECT count(*) AS objects FROM sqlite_schema").get()?.["objects"] === 0;
  if (!isEmpty()) return;
  database.exec("BEGIN IMMEDIATE");
  try {
    if (isEmpty()) {
      for (const sql of Object.values(SCHEMA)) database.exec(sql);
      database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION}`);
      database.prepare("INSERT INTO ledger (origin) VALUES (?)").run(origin);
    }
    database.exec("COMMIT");
  } catch (thrown) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw thrown;
  }
}

/** Refuses to make a ledger where one is expected to be. */
export function assertLedgerExists(file: string): void {
  if (!existsSync(file)) throw new HoldpointError("HP-READ-ABSENT", "there is no ledger", { file });
}
