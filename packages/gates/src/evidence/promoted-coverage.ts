import type { CheckInput, CoverageBody, JsonObject } from "@holdpoint/core";
import { KIND, SCENE_CANDIDATE, SCENE_NOW_MS, sceneEvidence } from "@holdpoint/core";
import { coverageFacts } from "./coverage-facts.ts";

/** What a promotion over these reports left behind. */
export function promotedCoverage(reports: readonly CoverageBody[]): JsonObject {
  const evidence = sceneEvidence({ bodies: { [KIND.coverage]: reports } });
  const input: CheckInput = {
    candidate: SCENE_CANDIDATE,
    params: {},
    baseline: null,
    nowMs: SCENE_NOW_MS,
    of: () => evidence as never,
  };
  return { "coverage-regression": coverageFacts(input) };
}
