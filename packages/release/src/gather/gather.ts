import type { Config, Policy, StoredEvidence } from "@holdpoint/core";
import { HoldpointError, KIND } from "@holdpoint/core";
import { lockGathering } from "../io/gather-lock.ts";
import { mergedFor } from "../io/merged-shards.ts";
import type { RunOptions } from "../options.ts";
import { neededKinds } from "../plan/policy.ts";
import { carriedFiles } from "../shards/carried-files.ts";
import type { CollectTerms } from "./collect.ts";
import { collectAll } from "./collect.ts";
import { failureEvidence } from "./envelope.ts";
import { gatherSuites } from "./suites.ts";

/** Kinds that are not a collector's: suites are run, the rest is gathered about Holdpoint itself. */
const NOT_COLLECTED: ReadonlySet<string> = new Set([KIND.suiteRun]);

export type GatherOptions = Pick<RunOptions, "config" | "gates" | "collectors" | "evidence" | "environment">;

/** Gathers everything that the candidate's gates need: suites first, then what they and others left behind. */
export async function gather(
  policy: Policy,
  options: GatherOptions,
  terms: Omit<CollectTerms, "carried">,
): Promise<StoredEvidence[]> {
  const letGo = await lockGathering({ ...terms, waitMaxMs: waitMaxMs(options.config) });
  try {
    const kinds = neededKinds(policy, options.gates, "candidate");
    const runCommands = options.evidence === "fresh";
    const merged = await mergedFor(terms.root, terms.candidate);
    const carried = carriedFiles(merged);
    const suites =
      kinds.includes(KIND.suiteRun) || kinds.includes(KIND.testResults) || kinds.includes(KIND.coverage)
        ? await gatherSuites({ ...terms, environment: options.environment, runCommands, merged })
        : [];
    if (suites.length === 0 && kinds.includes(KIND.suiteRun)) {
      const none = new HoldpointError("HP-RUN-NO-COLLECTOR", "holdpoint.yaml names no suite that is judged");
      const failure = failureEvidence(KIND.suiteRun, none, terms.nowMs(), terms);
      terms.keep(failure);
      suites.push(failure);
    }
    const collected = await collectAll(
      kinds.filter((kind) => !NOT_COLLECTED.has(kind)),
      options.collectors,
      { ...terms, carried },
    );
    return [...suites, ...collected];
  } finally {
    letGo();
  }
}

/** Another run may use all of its suites' time before it is this one's turn. */
function waitMaxMs(config: Config): number {
  const suitesMs = config.suites.reduce((sum, suite) => sum + (suite.judged ? suite.timeoutMs : 0), 0);
  return suitesMs + 60_000;
}
