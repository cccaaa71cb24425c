import { existsSync, readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { StoredSoak } from "@holdpoint/collectors";
import { findSoakRun, readStoredSoak } from "@holdpoint/collectors";
import { HoldpointError } from "@holdpoint/core";
import { repositoryRoot } from "./repository-root.ts";

export const SOAKS_FOLDER: string = join(".holdpoint", "soak");
const LATEST = "latest";

/** A stored run and where it lies. */
export interface FoundSoak extends StoredSoak {
  /** Absolute path. */
  readonly folder: string;
}

/**
 * The stored run that a command line means: a folder, the name of a soak, or the only soak of the repository.
 *
 * @throws HoldpointError `HP-USAGE` when there are several, `HP-READ-ABSENT`, `HP-SOAK-BROKEN`
 */
export async function storedSoak(cwd: string, given: string | undefined): Promise<FoundSoak> {
  const soaks = join(repositoryRoot(cwd), SOAKS_FOLDER);
  const folder = given === undefined ? onlySoak(soaks) : folderOf(cwd, soaks, given);
  const shown = relative(cwd, folder) || folder;
  const place = findSoakRun(folder, shown);
  const path = join(place.parent, place.run);
  return { ...(await readStoredSoak(place, relative(cwd, path) || path)), folder: path };
}

function folderOf(cwd: string, soaks: string, given: string): string {
  const path = resolve(cwd, given);
  const isName = !existsSync(path) && /^[a-z0-9][a-z0-9-]{0,63}$/.test(given);
  return isName ? join(soaks, given) : path;
}

function onlySoak(soaks: string): string {
  const names = existsSync(soaks) ? readdirSync(soaks).filter((name) => existsSync(join(soaks, name, LATEST))) : [];
  const [only, ...others] = names.sort();
  if (only !== undefined && others.length === 0) return join(soaks, only);
  if (only === undefined)
    throw new HoldpointError("HP-READ-ABSENT", "no soak has been run here", { file: SOAKS_FOLDER });
  throw new HoldpointError("HP-USAGE", `there are several soaks: ${names.join(", ")}; name one`);
}
