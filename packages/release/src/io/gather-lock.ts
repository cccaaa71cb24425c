import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { HoldpointError, isHoldpointError } from "@holdpoint/core";
import { makeIgnoredFolder } from "./files.ts";

const POLL_MS = 100;

export interface LockTerms {
  readonly root: string;
  readonly waitMaxMs: number;
  readonly nowMs: () => number;
  readonly signal: AbortSignal;
}

/**
 * Lets one run at a time gather in a work tree, because two would overwrite each other's reports.
 * The lock is SQLite's, so the operating system drops it when its owner dies. Resolves to the function that lets go.
 */
export async function lockGathering(terms: LockTerms): Promise<() => void> {
  const file = join(terms.root, ".holdpoint", "gather.lock");
  const giveUpAtMs = terms.nowMs() + terms.waitMaxMs;
  const database = open(file);
  try {
    while (!take(database, file)) {
      if (terms.signal.aborted)
        throw new HoldpointError("HP-RUN-INTERRUPTED", "interrupted while another run was gathering");
      if (terms.nowMs() >= giveUpAtMs) {
        throw new HoldpointError(
          "HP-RUN-BUSY",
          `another run has been gathering here for more than ${terms.waitMaxMs} ms`,
          { file },
        );
      }
      await sleep(POLL_MS);
    }
  } catch (thrown) {
    database.close();
    throw thrown;
  }
  return () => database.close();
}

function open(file: string): DatabaseSync {
  try {
    makeIgnoredFolder(dirname(file));
    return new DatabaseSync(file, { timeout: 0 });
  } catch (cause) {
    if (isHoldpointError(cause)) throw cause;
    throw new HoldpointError("HP-RUN-DIRECTORY", (cause as Error).message, { file }, cause);
  }
}

const SQLITE_BUSY = 5;

function take(database: DatabaseSync, file: string): boolean {
  try {
    database.exec("BEGIN EXCLUSIVE");
    return true;
  } catch (cause) {
    if ((cause as { errcode?: number }).errcode === SQLITE_BUSY) return false;
    throw new HoldpointError("HP-RUN-DIRECTORY", (cause as Error).message, { file }, cause);
  }
}
