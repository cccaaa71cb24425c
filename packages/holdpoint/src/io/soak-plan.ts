import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { SoakPlan } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import { readSoak } from "../soak/read-soak.ts";
import { fileGround } from "./load-ground.ts";

export const SOAK_FILE = "soak.yaml";

/**
 * The plan that a command line means, and the folder that its relative paths begin in.
 *
 * @throws HoldpointError `HP-USAGE`, `HP-CONFIG-ABSENT`, and what `readSoak` throws
 */
export function soakPlan(
  cwd: string,
  file: string | undefined,
  iterations: number | undefined,
): { readonly plan: SoakPlan; readonly root: string } {
  const name = file ?? SOAK_FILE;
  const path = resolve(cwd, name);
  if (file === undefined && !existsSync(path)) {
    throw new HoldpointError("HP-USAGE", `there is no ${SOAK_FILE} here; name the file of the soak`);
  }
  const root = dirname(path);
  return { plan: readSoak(bytesOf(path, name), name, fileGround(root), iterations), root };
}

function bytesOf(path: string, file: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new HoldpointError("HP-CONFIG-ABSENT", "the file is not there", { file }, cause);
    throw new HoldpointError("HP-CONFIG-SYNTAX", `the file could not be read (${code})`, { file }, cause);
  }
}
