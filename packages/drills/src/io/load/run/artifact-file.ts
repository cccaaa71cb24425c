import { HoldpointError } from "@holdpoint/core";
import { closeSync, fsyncSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** A file that is written once, line by line, and is on disk when it is closed. */
export class ArtifactFile {
  readonly path: string;
  readonly #descriptor: number;

  /** @throws HoldpointError `HP-LOAD-FOLDER` when it cannot be made, or is there already */
  constructor(path: string) {
    this.path = path;
    this.#descriptor = guarded(path, () => {
      mkdirSync(dirname(path), { recursive: true });
      return openSync(path, "wx");
    });
  }

  /** @throws HoldpointError `HP-LOAD-FOLDER` */
  write(text: string): void {
    const bytes = Buffer.from(text, "utf8");
    guarded(this.path, () => {
      for (let from = 0; from < bytes.length;) from += writeSync(this.#descriptor, bytes, from);
    });
  }

  /** @throws HoldpointError `HP-LOAD-FOLDER` */
  close(): void {
    guarded(this.path, () => {
      fsyncSync(this.#descriptor);
      closeSync(this.#descriptor);
    });
  }
}

/** @throws HoldpointError `HP-LOAD-FOLDER` */
export function writeDocument(path: string, document: object): void {
  guarded(path, () => writeFileSync(path, `${JSON.stringify(document, null, 2)}\n`, { flag: "wx" }));
}

function guarded<Result>(file: string, work: () => Result): Result {
  try {
    return work();
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw new HoldpointError("HP-LOAD-FOLDER", reason, { file }, thrown);
  }
}
