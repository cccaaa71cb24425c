import type { JsonObject } from "@holdpoint/core";
import { isHoldpointError } from "@holdpoint/core";
import { recordJson, withRepositoryLedger } from "./ledger-reading.ts";
import { SOAK_RECORD } from "./soak-ledger.ts";
import type { FoundSoak } from "./stored-soak.ts";

/** What the ledger says of a stored run: the very one, another one of that name, or nothing. */
export type SoakRecorded = "as-recorded" | "differs" | "not-recorded";

const RECORDS_MAX = 10_000;

/**
 * Holds a stored run against what the ledger recorded when it ended. Its files may all be made anew so that they fit
 * each other; the ledger has the digest that they had. Whether the ledger itself is whole is for `ledger verify`.
 */
export function recordedSoak(cwd: string, { body, manifestSha256 }: FoundSoak): SoakRecorded {
  const ended = endedSoaks(cwd).find(({ soak, run }) => soak === body.id && run === body.run);
  if (ended === undefined) return "not-recorded";
  return ended["manifestSha256"] === manifestSha256 ? "as-recorded" : "differs";
}

/** Newest first; nothing where there is no ledger. */
function endedSoaks(cwd: string): readonly JsonObject[] {
  try {
    return withRepositoryLedger(cwd, (reader) =>
      reader
        .find({ kind: SOAK_RECORD.ended, order: "newest-first", limit: RECORDS_MAX })
        .map((record) => recordJson(record)["body"] as JsonObject),
    );
  } catch (thrown) {
    if (isHoldpointError(thrown) && thrown.code === "HP-RUN-UNKNOWN") return [];
    throw thrown;
  }
}
