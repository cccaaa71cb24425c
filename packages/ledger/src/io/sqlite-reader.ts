import type { DatabaseSync, StatementSync } from "node:sqlite";
import { HoldpointError } from "@holdpoint/core";
import { RECORD_SIZE_BYTES_MAX } from "../record/record.ts";
import type { LedgerReader, RecordQuery, StoredCheckpoint, StoredRecord } from "../store/ledger-store.ts";
import { recordPages } from "./record-pages.ts";
import { ledgerError, withSqliteErrors } from "./sqlite-errors.ts";
import { blob, checkpointOf, recordOf, text } from "./sqlite-values.ts";
import { APPLICATION_ID, isAnnex, SCHEMA, SCHEMA_VERSION } from "./sqlite-schema.ts";

const BOUNDED_BYTES = `CASE WHEN length(bytes) <= ${RECORD_SIZE_BYTES_MAX} THEN bytes END AS bytes`;
const RECORD_COLUMNS = `seq, kind, run, leaf, ${BOUNDED_BYTES}`;

/** Reads a ledger out of an open SQLite database, after making sure that it is one. */
export class SqliteReader implements LedgerReader {
  readonly origin: string;
  protected readonly file: string;
  protected readonly database: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();

  constructor(database: DatabaseSync, file: string) {
    this.database = database;
    this.file = file;
    this.origin = withSqliteErrors(file, () => {
      assertLedger(database, file);
      const rows = this.prepare("SELECT origin FROM ledger LIMIT 2").all();
      const [row] = rows;
      if (row !== undefined && rows.length === 1) return text(row["origin"], "origin");
      throw new HoldpointError(
        "HP-LEDGER-OPEN",
        `the ledger has ${rows.length === 0 ? "no origin" : "several origins"}`,
        { file },
      );
    });
  }

  lastCheckpoint(): StoredCheckpoint | null {
    return this.guard(() => {
      const row = this.prepare("SELECT size, text, peaks FROM checkpoint ORDER BY size DESC LIMIT 1").get();
      return row === undefined ? null : checkpointOf(row);
    });
  }

  /** The checkpoint that closed the group which ended at that size, or null. */
  checkpointAt(size: number): StoredCheckpoint | null {
    return this.guard(() => {
      const row = this.prepare("SELECT size, text, peaks FROM checkpoint WHERE size = ?").get(size);
      return row === undefined ? null : checkpointOf(row);
    });
  }

  *checkpoints(): Iterable<StoredCheckpoint> {
    // A statement of its own: two iterations over a shared one would reset each other.
    const statement = this.guard(() => this.database.prepare("SELECT size, text, peaks FROM checkpoint ORDER BY size"));
    try {
      for (const row of statement.iterate()) yield checkpointOf(row);
    } catch (thrown) {
      throw ledgerError(this.file, thrown);
    }
  }

  record(seq: number): StoredRecord | null {
    return this.guard(() => {
      const row = this.prepare(`SELECT ${RECORD_COLUMNS} FROM record WHERE seq = ?`).get(seq);
      return row === undefined ? null : recordOf(row);
    });
  }

  *records(from: number, to: number): Iterable<StoredRecord> {
    try {
      yield* recordPages(this.database, from, to, (seq) => this.record(seq));
    } catch (thrown) {
      throw ledgerError(this.file, thrown);
    }
  }

  find({ kind, run, before, order, limit }: RecordQuery): StoredRecord[] {
    const where: string[] = [];
    const values: (string | number)[] = [];
    for (const [condition, value] of [
      ["kind = ?", kind],
      ["run = ?", run],
      ["seq < ?", before],
    ] as const) {
      if (value === undefined) continue;
      where.push(condition);
      values.push(value);
    }
    const sql =
      `SELECT ${RECORD_COLUMNS} FROM record ${where.length === 0 ? "" : `WHERE ${where.join(" AND ")} `}` +
      `ORDER BY seq ${order === "newest-first" ? "DESC" : "ASC"} LIMIT ?`;
    return this.guard(() =>
      this.prepare(sql)
        .all(...values, limit)
        .map(recordOf),
    );
  }

  extent(): { readonly count: number; readonly end: number } {
    return this.guard(() => {
      const row = this.prepare("SELECT count(*) AS count, coalesce(max(seq) + 1, 0) AS end FROM record").get();
      return { count: Number(row?.["count"]), end: Number(row?.["end"]) };
    });
  }

  node(level: number, index: number): Uint8Array | null {
    return this.guard(() => {
      const sql =
        level === 0
          ? "SELECT leaf AS hash FROM record WHERE seq = ?"
          : "SELECT hash FROM node WHERE at = ? AND level = ?";
      const row = this.prepare(sql).get(...(level === 0 ? [index] : [index, level]));
      return row === undefined ? null : blob(row["hash"], "hash");
    });
  }

  nodeCount(): number {
    return this.guard(() => Number(this.prepare("SELECT count(*) AS count FROM node").get()?.["count"]));
  }

  damage(): readonly string[] {
    return this.guard(() => {
      const rows = this.database.prepare("PRAGMA integrity_check").all();
      return rows.map((row) => String(row["integrity_check"])).filter((line) => line !== "ok");
    });
  }

  close(): void {
    this.guard(() => this.database.close());
  }

  protected prepare(sql: string): StatementSync {
    let statement = this.#prepared.get(sql);
    if (statement === undefined) {
      statement = this.database.prepare(sql);
      this.#prepared.set(sql, statement);
    }
    return statement;
  }

  protected guard<T>(work: () => T): T {
    return withSqliteErrors(this.file, work);
  }
}

/** A hostile file could carry views and triggers that never end, so the schema must be ours to the letter. */
export function assertLedger(database: DatabaseSync, file: string): void {
  const refuse = (text: string): never => {
    throw new HoldpointError("HP-LEDGER-OPEN", text, { file });
  };
  const pragma = (name: string): unknown => database.prepare(`PRAGMA ${name}`).get()?.[name];
  if (pragma("application_id") !== APPLICATION_ID) refuse("the file is not a Holdpoint ledger");
  if (pragma("user_version") !== SCHEMA_VERSION) refuse("the ledger is of a version that this Holdpoint does not know");
  if (pragma("encoding") !== "UTF-8") refuse("the ledger is not in UTF-8");
  const all = database.prepare('SELECT type, name, tbl_name AS "table", sql FROM sqlite_schema').all() as {
    type: string;
    name: string;
    table: string;
    sql: string | null;
  }[];
  const objects = all.filter((object) => object.sql !== null && !isAnnex(object)) as { name: string; sql: string }[];
  const same = objects.length === Object.keys(SCHEMA).length && objects.every(({ name, sql }) => SCHEMA[name] === sql);
  if (!same) refuse("the tables of the file are not those of a ledger");
}
