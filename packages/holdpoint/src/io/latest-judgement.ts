import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Judgement } from "@holdpoint/core";
import { HoldpointError, readJson } from "@holdpoint/core";
import { latestRun } from "@holdpoint/release";

/** The judgement of the run that was published last, or null when there is none. */
export function latestJudgement(root: string): Judgement | null {
  const run = latestRun(root);
  if (run === null) return null;
  const file = join(run, "judgement.json");
  try {
    return readJson(readFileSync(file), { file }) as unknown as Judgement;
  } catch (cause) {
    throw new HoldpointError("HP-READ-FAILED", "the latest run has no readable judgement", { file }, cause);
  }
}
