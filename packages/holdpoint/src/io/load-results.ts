import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { inflateSync } from "node:zlib";
import type { ReadLoad } from "@holdpoint/collectors";
import { readLoadResults } from "@holdpoint/collectors";
import { HoldpointError } from "@holdpoint/core";

const FILE_SIZE_BYTES_MAX = 256 * 1024 * 1024;

/**
 * Reads a file of another load tool.
 *
 * @throws HoldpointError `HP-READ-*` with its place
 */
export function readLoadFile(cwd: string, file: string): ReadLoad {
  const bytes = bytesOf(resolve(cwd, file), file);
  return readLoadResults(bytes, file, (packed, sizeMax) => inflateSync(packed, { maxOutputLength: sizeMax }));
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
