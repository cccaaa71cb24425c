import { existsSync } from "node:fs";
import { join } from "node:path";
import type { JsonObject } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import type { LedgerReader, StoredRecord } from "@holdpoint/ledger";
import { withLedgerFile } from "@holdpoint/ledger";
import { repositoryRoot } from "./repository-root.ts";

/** Lets `work` read the ledger of the repository around a folder, without leaving a trace. */
export function withRepositoryLedger<T>(cwd: string, work: (reader: LedgerReader) => T): T {
  const file = join(repositoryRoot(cwd), ".holdpoint", "ledger.db");
  if (!existsSync(file)) throw new HoldpointError("HP-RUN-UNKNOWN", "there is no ledger here yet", { file });
  return withLedgerFile(file, work);
}

/** The text of a record exactly as it was hashed. */
export function recordText({ seq, bytes }: StoredRecord): string {
  if (bytes === null) throw new HoldpointError("HP-LEDGER-CORRUPT", `record ${seq} is too large to be one`);
  return Buffer.from(bytes).toString("utf8");
}

/** A record as JSON. */
export function recordJson(record: StoredRecord): JsonObject {
  try {
    return JSON.parse(recordText(record)) as JsonObject;
  } catch (cause) {
    throw new HoldpointError("HP-LEDGER-CORRUPT", `record ${record.seq} is not JSON`, {}, cause);
  }
}
