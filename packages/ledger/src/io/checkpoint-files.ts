import { join } from "node:path";
import { HoldpointError } from "@holdpoint/core";
import { NOTE_SIZE_BYTES_MAX } from "../note/signed-note.ts";
import type { CheckpointSink } from "../store/append.ts";
import { namesIn, readBounded, removeFile, writeDurably } from "./files.ts";

const SIZE_DIGITS = 16;
const SUFFIX = ".txt";

/** A checkpoint that was kept outside the store. */
export interface CheckpointFile {
  readonly file: string;
  readonly bytes: Buffer;
}

/** One file for each checkpoint: its name is the size, padded, so that names sort as sizes do. */
export class CheckpointFiles implements CheckpointSink {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  write(size: number, text: string): void {
    const file = join(this.folder, `${String(size).padStart(SIZE_DIGITS, "0")}${SUFFIX}`);
    try {
      writeDurably(file, text);
    } catch (thrown) {
      const { code, message } = thrown as NodeJS.ErrnoException;
      const full = code === "ENOSPC" || code === "EDQUOT";
      const text = `the records are in the ledger, but their checkpoint could not be kept outside it: ${message}`;
      throw new HoldpointError(full ? "HP-LEDGER-FULL" : "HP-LEDGER-OPEN", text, { file }, thrown);
    }
  }

  /** Removes all but the newest `keep` (at least 1): a newer one vouches for whatever an older one did. */
  prune(keep: number): void {
    for (const name of namesIn(this.folder, SUFFIX).slice(0, -Math.max(1, keep))) removeFile(join(this.folder, name));
  }

  /** The one with the largest size, or null. */
  newest(): CheckpointFile | null {
    const name = namesIn(this.folder, SUFFIX).at(-1);
    return name === undefined ? null : this.#read(name);
  }

  *all(): Generator<CheckpointFile> {
    for (const name of namesIn(this.folder, SUFFIX)) yield this.#read(name);
  }

  #read(name: string): CheckpointFile {
    const file = join(this.folder, name);
    const bytes = readBounded(file, NOTE_SIZE_BYTES_MAX);
    if (bytes === null)
      throw new HoldpointError("HP-READ-ABSENT", "the checkpoint went away while it was read", { file });
    return { file, bytes };
  }
}
