import { randomBytes } from "node:crypto";
import { closeSync, fchmodSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * Replaces a file as a whole: whoever reads it sees the old text or the new one, also after a power loss.
 *
 * @param beforeRename asked when all is on disk; false leaves the file as it is
 * @returns whether it was replaced
 */
export function writeAtomically(
  file: string,
  bytes: Uint8Array,
  { mode, beforeRename }: { readonly mode: number; readonly beforeRename: () => boolean },
): boolean {
  const folder = dirname(file);
  const temporary = join(folder, `.${basename(file)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    const descriptor = openSync(temporary, "wx", 0o600);
    try {
      // One write may take less than it is given.
      for (let at = 0; at < bytes.byteLength;) at += writeSync(descriptor, bytes, at);
      fchmodSync(descriptor, mode);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    if (!beforeRename()) return false;
    renameSync(temporary, file);
    syncFolder(folder);
    return true;
  } finally {
    rmSync(temporary, { force: true });
  }
}

function syncFolder(folder: string): void {
  const descriptor = openSync(folder, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
