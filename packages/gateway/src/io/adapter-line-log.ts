import type { FileHandle } from "node:fs/promises";
import { open } from "node:fs/promises";
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, truncateSync } from "node:fs";
import { dirname } from "node:path";

/** Entries that a log may have; a trial's is not meant to grow for ever. */
export const LINE_LOG_ENTRIES_MAX = 1_000_000;

const LINE_FEED = 0x0a;

interface Waiting {
  readonly line: string;
  readonly done: (number: number) => void;
  readonly failed: (reason: unknown) => void;
}

/** Nothing more can be said to be on disk until the file was looked at again. */
export class LineLogBroken extends Error {}

/**
 * A file of JSON lines, each on disk before it is told. Lines that come while the disk is busy are written together. A
 * last line that a crash cut off was never told to anybody and is removed.
 */
export class LineLog {
  readonly #file: string;
  #lines: string[];
  #count: number;
  #sizeBytes = 0;
  #handle: FileHandle | null = null;
  #waiting: Waiting[] = [];
  #flushing: Promise<void> | null = null;
  #isBroken = false;

  /** Reads what is there; a folder or file that is not there is made. */
  constructor(file: string) {
    this.#file = file;
    mkdirSync(dirname(file), { recursive: true });
    const isNew = !existsSync(file);
    closeSync(openSync(file, "a"));
    if (isNew) syncFolder(dirname(file));
    const bytes = readFileSync(file);
    this.#sizeBytes = bytes.lastIndexOf(LINE_FEED) + 1;
    if (this.#sizeBytes < bytes.length) truncateSync(file, this.#sizeBytes);
    const text = bytes.subarray(0, this.#sizeBytes).toString("utf8");
    this.#lines = text === "" ? [] : text.slice(0, -1).split("\n");
    this.#count = this.#lines.length;
  }

  /** Lines on disk. */
  get count(): number {
    return this.#count;
  }

  /** The lines that were there at the start; once, so that they are not held twice. */
  takeLines(): readonly string[] {
    const lines = this.#lines;
    this.#lines = [];
    return lines;
  }

  /**
   * Resolves with the line's number, counted from 1, when it is on disk. Rejects with `LineLogBroken` when it is
   * not known whether it is, with anything else when it surely is not.
   */
  append(line: string): Promise<number> {
    return new Promise((done, failed) => {
      this.#waiting.push({ line: `${line}\n`, done, failed });
      this.#flushing ??= this.#flush();
    });
  }

  async close(): Promise<void> {
    await this.#flushing;
    await this.#handle?.close();
    this.#handle = null;
  }

  async #flush(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        await this.#write(Buffer.from(batch.map(({ line }) => line).join("")));
        for (const { done } of batch) {
          this.#count += 1;
          done(this.#count);
        }
      } catch (thrown) {
        for (const { failed } of batch) failed(thrown);
      }
    }
    this.#flushing = null;
  }

  async #write(bytes: Buffer): Promise<void> {
    if (this.#isBroken) throw new Error(`${this.#file} could not be repaired after a failed write`);
    this.#handle ??= await open(this.#file, "a");
    try {
      await this.#handle.appendFile(bytes);
      await this.#handle.datasync();
      this.#sizeBytes += bytes.length;
    } catch (thrown) {
      await this.#undo(this.#handle, thrown);
      throw thrown;
    }
  }

  /** Takes back what a failed write may have left. */
  async #undo(handle: FileHandle, cause: unknown): Promise<void> {
    try {
      await handle.truncate(this.#sizeBytes);
      await handle.datasync();
    } catch {
      this.#isBroken = true;
      throw new LineLogBroken(`${this.#file}: it is not known what is on disk`, { cause });
    }
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
