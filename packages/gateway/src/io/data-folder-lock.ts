import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { HoldpointError } from "@holdpoint/core";

/**
 * Makes a folder this process's alone; the system gives it back when the process ends, however it ends. A file whose
 * existence is the lock would outlive a kill. Throws `HP-GATEWAY-DATA`.
 */
export function lockDataFolder(folder: string): { release(): void } {
  const file = join(folder, "gateway.lock");
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const database = new DatabaseSync(file, { timeout: 0 });
    try {
      database.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
    } catch (thrown) {
      database.close();
      throw thrown;
    }
    return { release: () => database.close() };
  } catch (thrown) {
    const { errcode, message } = thrown as Error & { readonly errcode?: number };
    const BUSY = 5;
    const text =
      errcode === BUSY ? "another gateway has this data folder" : `the data folder cannot be used: ${message}`;
    throw new HoldpointError("HP-GATEWAY-DATA", text, { file: folder }, thrown);
  }
}
