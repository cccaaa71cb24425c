import { join } from "node:path";
import type { Gate, Json, Judgement } from "@holdpoint/core";
import { canonicalize, judge, readJson } from "@holdpoint/core";
import { readRunFile } from "./io/run-directory.ts";
import { readStoredInput } from "./io/stored-input.ts";
import { differences } from "./self/differences.ts";
import { gateDigests, readPlan } from "./plan/plan-file.ts";

export interface Replay {
  readonly same: boolean;
  /** JSON pointers into the judgement. */
  readonly differences: readonly string[];
  /** Gates whose definitions are no longer the ones that judged. */
  readonly changedGates: readonly string[];
  readonly judgement: Judgement;
}

/** Judges a run's stored evidence again: the same bytes, or where and why they differ. */
export function replayRun(runDirectory: string, gates: readonly Gate[]): Replay {
  const judgement = judge(gates, readStoredInput(runDirectory));
  const stored = readRunFile(runDirectory, "judgement.json");
  const again = canonicalize(judgement as unknown as Json);
  const plan = readPlan({ file: join(runDirectory, "plan.json"), text: readRunFile(runDirectory, "plan.json") });
  const now = gateDigests(gates);
  return {
    same: stored === again,
    differences:
      stored === again
        ? []
        : differences(readJson(stored, { file: join(runDirectory, "judgement.json") }), judgement as unknown as Json),
    changedGates: Object.keys({ ...plan.gateDigests, ...now }).filter((id) => plan.gateDigests[id] !== now[id]),
    judgement,
  };
}
