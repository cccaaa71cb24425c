import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Candidate, JsonObject } from "@holdpoint/core";
import type { Ledger } from "@holdpoint/ledger";
import { LEDGER_FILE, readRecord, VERDICT_RECORD_KIND, withLedgerFile } from "@holdpoint/ledger";
import { openRunLedger } from "@holdpoint/release";
import { governanceOf } from "./governance.ts";

export const ARTIFACT_RECORD_KIND = "coverage-artifact";
export const PRUNED_RECORD_KIND = "coverage-artifact-pruned";

const PAGE_RECORDS = 100;
/** Artifacts belong to no run. */
const NO_RUN = "";

export interface RecordTerms {
  readonly root: string;
  readonly candidate: Candidate;
  readonly keyFile?: string;
  readonly nowMs: () => number;
}

/** Appends one record to the ledger of a work tree, which is begun when there is none; returns its index. */
export async function appendArtifactRecord(terms: RecordTerms, kind: string, body: JsonObject): Promise<number> {
  const ledger = await openRunLedger({ ...terms, run: NO_RUN });
  try {
    return ledger.append([{ kind, run: NO_RUN, body }]);
  } finally {
    ledger.close();
  }
}

/** Commits that were ever promoted here, of any service and environment. */
export function promotedCommits(root: string): ReadonlySet<string> {
  const committed = governanceOf(root).promotions.map(({ record }) => record.baseline.candidate.commit);
  return new Set([...committed, ...withRecords(root, recordedPromotions)]);
}

type Records = Pick<Ledger, "find">;

/** Lets `work` look for records; without a ledger there are none. */
function withRecords<T>(root: string, work: (ledger: Records) => T): T {
  const file = join(root, ".holdpoint", LEDGER_FILE);
  if (!existsSync(file)) return work({ find: () => [] });
  return withLedgerFile(file, (reader) =>
    work({ find: (query) => reader.find(query).map((stored) => readRecord(stored)) }),
  );
}

function recordedPromotions(ledger: Records): string[] {
  const commits: string[] = [];
  let before: number | undefined;
  for (;;) {
    const range = before === undefined ? {} : { before };
    const page = ledger.find({ kind: VERDICT_RECORD_KIND, order: "newest-first", limit: PAGE_RECORDS, ...range });
    for (const { body } of page) {
      const { candidate } = (body["promotion"] ?? {}) as { readonly candidate?: { readonly commit?: unknown } };
      if (typeof candidate?.commit === "string") commits.push(candidate.commit);
    }
    before = page.at(-1)?.seq;
    if (before === undefined) return commits;
  }
}
