import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runLoad } from "@holdpoint/drills";
import { constantPlan } from "./plan.ts";

/** One run of ours in a process of its own; prints its evidence. `URL CONNECTIONS SECONDS RATE`, rate 0 closed. */
const [url = "", connections = "", seconds = "", rate = ""] = process.argv.slice(2);
const terms = { url, connections: Number(connections), seconds: Number(seconds), ratePerS: Number(rate) };
const plan = constantPlan(terms);
const folder = mkdtempSync(join(tmpdir(), "holdpoint-bench-load-"));
try {
  const closed = { kind: "closed", users: terms.connections } as const;
  const phases = plan.phases.map((phase) => (terms.ratePerS === 0 ? { ...phase, arrival: closed } : phase));
  const { signal } = new AbortController();
  const { body } = await runLoad({ ...plan, phases }, { version: "0", folder, signal, nowMs: Date.now });
  process.stdout.write(JSON.stringify({ ...body, series: [] }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
