import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { JsonObject } from "@holdpoint/core";

const FILE = "ledger.db";
const RECORDS_MAX = 10_000;

/** Bodies of the records of a kind in a gateway's store, oldest first, read beside the running gateway. */
export function recordsOfKind(dataFolder: string, kind: string): JsonObject[] {
  const store = new DatabaseSync(join(dataFolder, FILE), { readOnly: true });
  try {
    const rows = store
      .prepare("SELECT CAST(bytes AS TEXT) AS text FROM record WHERE kind = ? ORDER BY seq LIMIT ?")
      .all(kind, RECORDS_MAX);
    return rows.map((row) => {
      const record = JSON.parse(String(row["text"])) as JsonObject;
      return (record["body"] ?? record) as JsonObject;
    });
  } finally {
    store.close();
  }
}
