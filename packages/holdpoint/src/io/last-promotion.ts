import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Baseline } from "@holdpoint/core";
import type { RecordQuery } from "@holdpoint/ledger";
import { findBaseline, readRecord, withLedgerFile } from "@holdpoint/ledger";
import type { LoadedConfig } from "./config-file.ts";
import { governanceOf } from "./governance.ts";

/** What the last promotion left, by ledger and `governance/`, read without leaving a trace; null: there was none. */
export function lastPromotion({ root, config }: Pick<LoadedConfig, "root" | "config">): Baseline | null {
  const { service, environment } = config;
  const file = join(root, ".holdpoint", "ledger.db");
  const governance = governanceOf(root);
  const query = { service, environment };
  if (!existsSync(file)) return findBaseline("last-promoted", query, { find: () => [] }, governance);
  return withLedgerFile(file, (reader) => {
    const records = { find: (asked: RecordQuery) => reader.find(asked).map((stored) => readRecord(stored)) };
    return findBaseline("last-promoted", query, records, governance);
  });
}
