import { createHash } from "node:crypto";
import { constants } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { HoldpointError } from "@holdpoint/core";
import { REPORT_SIZE_BYTES_MAX } from "../reading/limits.ts";
import { assertInside } from "./read-inside.ts";

/** A report as it lay there. */
export interface ReportFile {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly bytes: Buffer;
  /** Of the raw bytes, lower-case hexadecimal. */
  readonly sha256: string;
  /** Whole milliseconds since the epoch. */
  readonly modifiedAtMs: number;
}

/**
 * Reads a regular file of the work tree whole, with its digest.
 *
 * @throws HoldpointError `HP-READ-ABSENT`, `HP-READ-EMPTY`, `HP-READ-TOO-LARGE` before anything is read,
 * `HP-READ-PATH` when it lies outside of the root or a symbolic link leads there, `HP-READ-FAILED` when it is no file,
 * may not be read, or changes while it is read
 */
export async function readReport(
  root: string,
  path: string,
  sizeBytesMax: number = REPORT_SIZE_BYTES_MAX,
): Promise<ReportFile> {
  try {
    await assertInside(root, path);
    // Opening a pipe that nobody writes to would wait for ever.
    const handle = await open(join(root, path), constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      return await readWhole(handle, path, sizeBytesMax);
    } finally {
      await handle.close();
    }
  } catch (thrown) {
    if (thrown instanceof HoldpointError) throw thrown;
    const { code } = thrown as NodeJS.ErrnoException;
    const isAbsent = code === "ENOENT" || code === "ENOTDIR";
    const detail = isAbsent ? "the file is not there" : `the file cannot be read (${code ?? "unknown"})`;
    throw new HoldpointError(isAbsent ? "HP-READ-ABSENT" : "HP-READ-FAILED", detail, { file: path }, thrown);
  }
}

async function readWhole(handle: FileHandle, path: string, sizeBytesMax: number): Promise<ReportFile> {
  const before = await handle.stat();
  if (!before.isFile()) throw new HoldpointError("HP-READ-FAILED", "this is not a regular file", { file: path });
  if (before.size > sizeBytesMax) {
    throw new HoldpointError("HP-READ-TOO-LARGE", `${before.size} bytes, at most ${sizeBytesMax} are read`, {
      file: path,
    });
  }
  if (before.size === 0) throw new HoldpointError("HP-READ-EMPTY", "the file has 0 bytes", { file: path });
  const bytes = Buffer.allocUnsafe(before.size);
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  const after = await handle.stat();
  if (filled < bytes.length || after.size !== before.size || after.mtimeMs !== before.mtimeMs) {
    throw new HoldpointError("HP-READ-FAILED", "the file changed while it was read", { file: path });
  }
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { path, bytes, sha256, modifiedAtMs: Math.floor(before.mtimeMs) };
}
