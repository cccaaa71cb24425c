import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LEDGER_FILE } from "@holdpoint/ledger";
import type { ProbeTerms } from "../probe/probe-room.ts";
import type { ProbeReport } from "../probe/run-probes.ts";
import { runFailClosedProbes } from "../probe/run-probes.ts";
import { SqliteActionReader } from "./action-reader.ts";
import { EVENT_LOOP_TIMERS } from "./event-loop-timers.ts";
import { openWorkerWriter } from "./worker-writer.ts";

const ORIGIN = "holdpoint/probe";
const ANCHOR_EVERY_MS = 1000;

/** Runs the probes on a store in a folder of its own, which is removed again. */
export async function probeGateway(terms: Omit<ProbeTerms, "openStore" | "timers">): Promise<ProbeReport> {
  const folder = mkdtempSync(join(tmpdir(), "holdpoint-probe-"));
  try {
    const openStore: ProbeTerms["openStore"] = async () => {
      const writer = await openWorkerWriter({ folder, origin: ORIGIN, anchorEveryMs: ANCHOR_EVERY_MS });
      return { writer, reader: new SqliteActionReader(join(folder, LEDGER_FILE)) };
    };
    return await runFailClosedProbes({ ...terms, timers: EVENT_LOOP_TIMERS, openStore });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
