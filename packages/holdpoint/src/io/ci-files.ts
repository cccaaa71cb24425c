import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { HoldpointError } from "@holdpoint/core";
import type { CiFile } from "../init/ci/ci-terms.ts";

/** Refuses before anything is written when one of the files is there. Throws `HP-USAGE`. */
export function refuseExisting(root: string, files: readonly CiFile[], force: boolean): void {
  const there = files.find(([path]) => existsSync(join(root, path)));
  if (force || there === undefined) return;
  throw new HoldpointError("HP-USAGE", "the file is there already; --force writes over it", { file: there[0] });
}

/** Writes them and returns their paths, relative to the root. */
export function writeCiFiles(root: string, files: readonly CiFile[], force: boolean): string[] {
  return files.map(([file, text]) => {
    const path = join(root, file);
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text, { flag: force ? "w" : "wx" });
    } catch (cause) {
      throw new HoldpointError(
        "HP-USAGE",
        `the file could not be written: ${(cause as Error).message}`,
        { file },
        cause,
      );
    }
    return file;
  });
}
