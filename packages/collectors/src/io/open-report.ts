import { constants } from "node:fs";
import type { Stats } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { HoldpointError } from "@holdpoint/core";
import { REPORT_SIZE_BYTES_MAX } from "../reading/limits.ts";
import { assertInside } from "./read-inside.ts";

/** A report while it is open. */
export interface OpenReport {
  readonly handle: FileHandle;
  readonly sizeBytes: number;
  /** Whole milliseconds since the epoch. */
  readonly modifiedAtMs: number;
}

/**
 * Opens a regular file of the work tree for as long as it is used, and looks whether it stayed the same meanwhile.
 *
 * @throws HoldpointError `HP-READ-ABSENT`, `HP-READ-EMPTY`, `HP-READ-TOO-LARGE` before anything is read,
 * `HP-READ-PATH` when it lies outside of the root or a symbolic link leads there, `HP-READ-FAILED` when it is no file,
 * may not be read, or changes while it is read; and what its use throws
 */
export async function withReport<Result>(
  root: string,
  path: string,
  use: (report: OpenReport) => Promise<Result>,
  sizeBytesMax: number = REPORT_SIZE_BYTES_MAX,
): Promise<Result> {
  try {
    await assertInside(root, path);
    // Opening a pipe that nobody writes to would wait for ever.
    const handle = await open(join(root, path), constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const before = await handle.stat();
      assertReadable(before, path, sizeBytesMax);
      const result = await use({ handle, sizeBytes: before.size, modifiedAtMs: Math.floor(before.mtimeMs) });
      const after = await handle.stat();
      if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) changed(path);
      return result;
    } finally {
      await handle.close();
    }
  } catch (thrown) {
    if (!isOfSystem(thrown)) throw thrown;
    const { code } = thrown;
    const isAbsent = code === "ENOENT" || code === "ENOTDIR";
    const detail = isAbsent ? "the file is not there" : `the file cannot be read (${code ?? "unknown"})`;
    throw new HoldpointError(isAbsent ? "HP-READ-ABSENT" : "HP-READ-FAILED", detail, { file: path }, thrown);
  }
}

/** Says that a file is not what it was. */
export function changed(path: string): never {
  throw new HoldpointError("HP-READ-FAILED", "the file changed while it was read", { file: path });
}

function assertReadable(stats: Stats, path: string, sizeBytesMax: number): void {
  if (!stats.isFile()) throw new HoldpointError("HP-READ-FAILED", "this is not a regular file", { file: path });
  if (stats.size > sizeBytesMax) {
    const detail = `${stats.size} bytes, at most ${sizeBytesMax} are read`;
    throw new HoldpointError("HP-READ-TOO-LARGE", detail, { file: path });
  }
  if (stats.size === 0) throw new HoldpointError("HP-READ-EMPTY", "the file has 0 bytes", { file: path });
}

/** Errors of the operating system name the call that failed; whatever else is thrown is no fault of the file. */
function isOfSystem(thrown: unknown): thrown is NodeJS.ErrnoException {
  return thrown instanceof Error && typeof (thrown as NodeJS.ErrnoException).syscall === "string";
}
