import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { HoldpointError } from "@holdpoint/core";
import { latestRun, RUNS_FOLDER } from "@holdpoint/release";
import { repositoryRoot } from "./repository-root.ts";

const RUN_ID = /^[\w-][\w.-]*$/;

/** Absolute path of a run's folder: given as such, as an id, or the latest one. */
export function findRun(cwd: string, given: string | undefined): string {
  const root = repositoryRoot(cwd);
  if (given === undefined) {
    const latest = latestRun(root);
    if (latest === null) throw new HoldpointError("HP-RUN-UNKNOWN", "there is no run here yet");
    return latest;
  }
  const places = [resolve(cwd, given), ...(RUN_ID.test(given) ? [join(root, RUNS_FOLDER, given)] : [])];
  const found = places.find((place) => existsSync(join(place, "plan.json")));
  if (found === undefined) throw new HoldpointError("HP-USAGE-NAME", `there is no run "${given}"`);
  return found;
}
