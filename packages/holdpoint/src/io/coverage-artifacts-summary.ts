import { appendFileSync } from "node:fs";
import { HoldpointError } from "@holdpoint/core";

const VARIABLE = "GITHUB_STEP_SUMMARY";

/** Appends Markdown to the summary of the job; false where no platform names a file for it. */
export function appendJobSummary(env: Readonly<Record<string, string | undefined>>, markdown: string): boolean {
  const file = env[VARIABLE];
  if (file === undefined || file === "") return false;
  try {
    appendFileSync(file, `${markdown}\n`);
  } catch (cause) {
    throw new HoldpointError("HP-USAGE", `the job's summary cannot be written: ${(cause as Error).message}`, {}, cause);
  }
  return true;
}
