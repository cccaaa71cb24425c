import type { CheckInput, JsonObject, LoadBody } from "@holdpoint/core";
import { KIND, SCENE_CANDIDATE, SCENE_NOW_MS, sceneEvidence } from "@holdpoint/core";

/** What a promotion over these load runs left behind, as a gate's `facts` make it. */
export function promotedLoads(
  gate: string,
  facts: (input: CheckInput) => JsonObject,
  runs: readonly LoadBody[],
): JsonObject {
  const evidence = sceneEvidence({ bodies: { [KIND.load]: runs } });
  const input: CheckInput = {
    candidate: SCENE_CANDIDATE,
    params: {},
    baseline: null,
    nowMs: SCENE_NOW_MS,
    of: () => evidence as never,
  };
  return { [gate]: facts(input) };
}
