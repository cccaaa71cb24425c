import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { inflateSync } from "node:zlib";
import type { ReadLoad } from "@holdpoint/collectors";
import { judgedLoad, readLoadResults } from "@holdpoint/collectors";
import type { LoadFilesConfig } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";

const FILE_SIZE_BYTES_MAX = 256 * 1024 * 1024;

/**
 * Reads results of a load tool, or a stored run of ours, and judges what is asked for.
 *
 * @throws HoldpointError `HP-READ-*` with its place
 */
export function readLoadFile(
  cwd: string,
  file: string,
  wanted: Pick<LoadFilesConfig, "objectives" | "made">,
): ReadLoad {
  const bytes = bytesOf(resolve(cwd, file), file);
  const inflate = (packed: Uint8Array, sizeMax: number): Uint8Array =>
    inflateSync(packed, { maxOutputLength: sizeMax });
  return judgedLoad(readLoadResults(bytes, file, inflate, wanted.objectives), wanted);
}

function bytesOf(path: string, file: string): Uint8Array {
  try {
    const { size } = statSync(path);
    if (size > FILE_SIZE_BYTES_MAX) {
      throw new HoldpointError("HP-READ-TOO-LARGE", `${size} bytes, at most ${FILE_SIZE_BYTES_MAX} are read`, { file });
    }
    return readFileSync(path);
  } catch (cause) {
    if (cause instanceof HoldpointError) throw cause;
    const { code } = cause as NodeJS.ErrnoException;
    const isAbsent = code === "ENOENT";
    const text = isAbsent ? "the file is not there" : `the file could not be read (${code})`;
    throw new HoldpointError(isAbsent ? "HP-READ-ABSENT" : "HP-READ-FAILED", text, { file }, cause);
  }
}
