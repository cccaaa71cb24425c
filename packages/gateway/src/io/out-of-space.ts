import { closeSync, ftruncateSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { isHoldpointError } from "@holdpoint/core";

const SQLITE_FULL = 13;
const SQLITE_IOERR_WRITE = 778;
const PRIMARY_CODE = 0xff;
const PROBE_SIZE_BYTES = 64 * 1024;
const FULL: ReadonlySet<string> = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);

/**
 * True when a refused commit was refused for want of space. SQLite reports a file that may not grow (`ulimit -f`) as a
 * failed write without its reason, so the reason is asked for by growing another file in the same folder as far.
 */
export function isOutOfSpace(thrown: unknown, folder: string, grows: readonly string[]): boolean {
  if (isHoldpointError(thrown) && thrown.code === "HP-LEDGER-FULL") return true;
  // What the ledger writes comes as its error, what is written beside it as SQLite's own.
  const { errcode = 0 } = ((isHoldpointError(thrown) ? thrown.cause : thrown) ?? {}) as { readonly errcode?: number };
  return (errcode & PRIMARY_CODE) === SQLITE_FULL || (errcode === SQLITE_IOERR_WRITE && !canGrow(folder, grows));
}

function canGrow(folder: string, grows: readonly string[]): boolean {
  const largest = Math.max(0, ...grows.map((file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0));
  const probe = join(folder, "space.probe");
  try {
    const handle = openSync(probe, "w", 0o600);
    try {
      writeSync(handle, Buffer.alloc(PROBE_SIZE_BYTES, 1));
      ftruncateSync(handle, largest + PROBE_SIZE_BYTES);
    } finally {
      closeSync(handle);
      rmSync(probe, { force: true });
    }
    return true;
  } catch (thrown) {
    return !FULL.has((thrown as NodeJS.ErrnoException).code ?? "");
  }
}
