import { readCandidateFacts } from "@holdpoint/collectors";
import type { SelftestLive } from "@holdpoint/core";
import type { Host } from "../host.ts";
import { GATES, loadCollectors } from "../registry.ts";
import { LIVE_PLANTS } from "../selftest/live-plants.ts";
import { runLivePlants } from "../selftest/run-live-plants.ts";
import { withFolder } from "./plant-files.ts";

/** Set by a test runner for its children, or by whoever measures coverage; a planted runner must not see them. */
const RUNNER_VARIABLES: readonly string[] = ["NODE_TEST_CONTEXT", "NODE_V8_COVERAGE", "NODE_OPTIONS"];

/** Plants every real harm, or those of some gates, in folders of their own. */
export async function livePlants(host: Host, signal: AbortSignal, gates?: readonly string[]): Promise<SelftestLive[]> {
  const asked = LIVE_PLANTS.filter((plant) => gates === undefined || gates.includes(plant.gate));
  const environment = Object.fromEntries(Object.entries(host.env).filter(([name]) => !RUNNER_VARIABLES.includes(name)));
  return runLivePlants(asked, {
    gates: GATES,
    collectors: await loadCollectors(),
    readCandidate: readCandidateFacts,
    environment,
    nowMs: host.nowMs,
    signal,
    withFolder,
  });
}
