import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { HoldpointError } from "@holdpoint/core";

const MANIFEST = "manifest.json";
const LATEST = "latest";

/** Where a stored run lies. */
export interface SoakRunPlace {
  /** Absolute path of the folder that holds the run's folder. */
  readonly parent: string;
  /** Name of the run's folder. */
  readonly run: string;
}

/**
 * The run that a folder means: itself, or the one that its `latest` points to.
 *
 * @param file how errors name the folder
 * @throws HoldpointError `HP-READ-ABSENT`
 */
export function findSoakRun(folder: string, file: string): SoakRunPlace {
  for (const path of [join(folder, LATEST), resolve(folder)]) {
    if (!existsSync(join(path, MANIFEST))) continue;
    const real = realpathSync(path);
    return { parent: dirname(real), run: basename(real) };
  }
  const said = existsSync(folder) ? "no run has been stored there, or none to its end" : "there is no such folder";
  throw new HoldpointError("HP-READ-ABSENT", `the soak has no run: ${said}`, { file });
}
