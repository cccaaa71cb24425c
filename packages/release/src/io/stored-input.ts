import { join } from "node:path";
import type { JudgeInput } from "@holdpoint/core";
import { readJudgeInput } from "../plan/plan-file.ts";
import { evidenceFiles, readRunFile } from "./run-directory.ts";

/** Everything that a run's folder holds for judging it again. */
export function readStoredInput(runDirectory: string): JudgeInput {
  const read = (name: string): { file: string; text: string } => ({
    file: join(runDirectory, name),
    text: readRunFile(runDirectory, name),
  });
  return readJudgeInput(read("plan.json"), evidenceFiles(runDirectory).map(read));
}
