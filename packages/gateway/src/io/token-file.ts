import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { HoldpointError, isHoldpointError } from "@holdpoint/core";
import { writeDurably } from "@holdpoint/ledger";

const TOKENS_FILE = "tokens.json";
const MODE = 0o600;

export function tokenFileIn(folder: string): string {
  return join(folder, TOKENS_FILE);
}

/**
 * The file's bytes, or null when there is none.
 *
 * @throws HoldpointError `HP-READ-TOO-LARGE`, `HP-READ-FAILED`
 */
export function readTokenFile(folder: string, sizeBytesMax: number): Uint8Array | null {
  const file = tokenFileIn(folder);
  let handle: number | null = null;
  try {
    // Opening a named pipe would wait for ever.
    handle = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    const status = fstatSync(handle);
    if (!status.isFile()) throw new HoldpointError("HP-READ-FAILED", "it is not a regular file", { file });
    if (status.size > sizeBytesMax) {
      throw new HoldpointError("HP-READ-TOO-LARGE", `${status.size} bytes, at most ${sizeBytesMax} are read`, { file });
    }
    return readFileSync(handle);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw isHoldpointError(thrown)
      ? thrown
      : new HoldpointError("HP-READ-FAILED", (thrown as Error).message, { file }, thrown);
  } finally {
    if (handle !== null) closeSync(handle);
  }
}

/**
 * Writes the file so that only its owner reads it and a reader sees all of it or none.
 *
 * @throws HoldpointError `HP-GATEWAY-DATA` when the folder cannot be written
 */
export function writeTokenFile(folder: string, text: string): void {
  const file = tokenFileIn(folder);
  try {
    writeDurably(file, text, MODE);
  } catch (thrown) {
    throw new HoldpointError("HP-GATEWAY-DATA", `the tokens cannot be written: ${(thrown as Error).message}`, { file });
  }
}
