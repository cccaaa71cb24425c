import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { HoldpointError, isHoldpointError } from "@holdpoint/core";

/** Writes a file so that a reader sees all of it or none, and that it survives power loss once this returns. */
export function writeDurably(file: string, content: string | Uint8Array, mode: number = 0o644): void {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true });
  const temporary = join(folder, `.${basename(file)}.${process.pid}.tmp`);
  const handle = openSync(temporary, "w", mode);
  try {
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(temporary, file);
  syncFolder(folder);
}

/** Removes a file; that it was not there is as good. */
export function removeFile(file: string): void {
  rmSync(file, { force: true });
}

/** Reads a whole file of bounded size, or null when there is none. Throws `HP-READ-TOO-LARGE` or `HP-READ-FAILED`. */
export function readBounded(file: string, sizeBytesMax: number): Buffer | null {
  return withHandle(file, (handle, sizeBytes) => {
    if (sizeBytes > sizeBytesMax) {
      throw new HoldpointError("HP-READ-TOO-LARGE", `${sizeBytes} bytes, at most ${sizeBytesMax} are read`, { file });
    }
    return readFully(handle, sizeBytes);
  });
}

/** The first bytes of a file, fewer when it is shorter; null when there is none. */
export function readStart(file: string, sizeBytes: number): Buffer | null {
  return withHandle(file, (handle) => readFully(handle, sizeBytes));
}

function withHandle<T>(file: string, work: (handle: number, sizeBytes: number) => T): T | null {
  let handle: number;
  try {
    // Opening a named pipe would wait for ever.
    handle = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (thrown) {
    if (isAbsent(thrown)) return null;
    throw failed(file, thrown);
  }
  try {
    const status = fstatSync(handle);
    if (!status.isFile()) throw new HoldpointError("HP-READ-FAILED", "it is not a regular file", { file });
    return work(handle, status.size);
  } catch (thrown) {
    throw isHoldpointError(thrown) ? thrown : failed(file, thrown);
  } finally {
    closeSync(handle);
  }
}

function readFully(handle: number, sizeBytes: number): Buffer {
  const bytes = Buffer.alloc(sizeBytes);
  let at = 0;
  while (at < sizeBytes) {
    const count = readSync(handle, bytes, at, sizeBytes - at, null);
    if (count === 0) break;
    at += count;
  }
  return bytes.subarray(0, at);
}

function isAbsent(thrown: unknown): boolean {
  return ["ENOENT", "ENOTDIR"].includes((thrown as NodeJS.ErrnoException).code ?? "");
}

/** Names in a folder that end in `suffix`, sorted; empty when there is no such folder. */
export function namesIn(folder: string, suffix: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(suffix) && !name.startsWith("."))
      .sort();
  } catch (thrown) {
    if (isAbsent(thrown)) return [];
    throw failed(folder, thrown);
  }
}

function failed(file: string, thrown: unknown): HoldpointError {
  return new HoldpointError("HP-READ-FAILED", (thrown as Error).message, { file }, thrown);
}

/** A rename is durable only when the folder is. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
