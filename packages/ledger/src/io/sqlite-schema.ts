/** "HPLG": so that a file of another program is never taken for a ledger. */
export const APPLICATION_ID = 0x48504c47;
export const SCHEMA_VERSION = 1;

const refuse = (table: string, what: "UPDATE" | "DELETE"): string =>
  `CREATE TRIGGER ${table}_no_${what.toLowerCase()} BEFORE ${what} ON ${table} ` +
  "BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END";

/** Every object of the schema, by name, exactly as SQLite keeps it. A file with any other schema is not a ledger. */
export const SCHEMA: Readonly<Record<string, string>> = {
  ledger: "CREATE TABLE ledger (origin TEXT NOT NULL) STRICT",
  record:
    "CREATE TABLE record (seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, run TEXT NOT NULL, " +
    "leaf BLOB NOT NULL, bytes BLOB NOT NULL) STRICT",
  record_kind: "CREATE INDEX record_kind ON record (kind, seq)",
  record_run: "CREATE INDEX record_run ON record (run, seq)",
  node:
    "CREATE TABLE node (level INTEGER NOT NULL, at INTEGER NOT NULL, hash BLOB NOT NULL, PRIMARY KEY (level, at)) " +
    "STRICT, WITHOUT ROWID",
  checkpoint: "CREATE TABLE checkpoint (size INTEGER PRIMARY KEY, text TEXT NOT NULL, peaks BLOB NOT NULL) STRICT",
  ...Object.fromEntries(
    ["record", "node", "checkpoint"].flatMap((table) => [
      [`${table}_no_update`, refuse(table, "UPDATE")],
      [`${table}_no_delete`, refuse(table, "DELETE")],
    ]),
  ),
};

/** Tables that another room keeps beside the ledger, in the same file and the same commits. */
export const ANNEX_PREFIX = "annex_";

/**
 * True for a plain table or index of an annex. Triggers and views are never part of one: they could reach the
 * ledger's own tables.
 */
export function isAnnex(object: { readonly type: string; readonly name: string; readonly table: string }): boolean {
  const named = object.name.startsWith(ANNEX_PREFIX) && object.table.startsWith(ANNEX_PREFIX);
  return named && (object.type === "table" || object.type === "index");
}
