import { createHash } from "node:crypto";
import { closeSync, lstatSync, openSync, readdirSync, readlinkSync, readSync } from "node:fs";
import { join } from "node:path";
import { HoldpointError, sha256Hex } from "@holdpoint/core";
import type { PlaceKind } from "./scan-places.ts";

export const FILES_MAX = 500_000;
const CHUNK_SIZE_BYTES = 4 * 1024 * 1024;
const EXECUTABLE_BITS = 0o111;

/** Digests places one after the other with one buffer; give the event loop a turn between two of them. */
export class PlaceDigester {
  readonly #root: string;
  readonly #buffer: Buffer = Buffer.allocUnsafe(CHUNK_SIZE_BYTES);
  #files = 0;

  constructor(root: string) {
    this.#root = root;
  }

  /**
   * `sha256:` over the sorted relative paths with what is there: the SHA-256 of a file and whether it is executable, or
   * the target of a link. The package's own `node_modules` is left out, its packages have places of their own.
   *
   * @throws HoldpointError `HP-READ-FAILED` where reading is refused, `HP-READ-TOO-LARGE` beyond 500,000 files
   */
  digest(place: string, kind: PlaceKind): string {
    try {
      const lines = kind === "folder" || kind === "bin" ? this.#folder(place) : [this.#line(place, "")];
      return `sha256:${sha256Hex(lines.sort().join("\n"))}`;
    } catch (thrown) {
      if (thrown instanceof HoldpointError) throw thrown;
      const { code } = thrown as NodeJS.ErrnoException;
      throw new HoldpointError("HP-READ-FAILED", `it cannot be read: ${code ?? "unknown"}`, { file: place }, thrown);
    }
  }

  #folder(place: string): string[] {
    const lines: string[] = [];
    const open = [""];
    for (let inner = open.pop(); inner !== undefined; inner = open.pop()) {
      for (const entry of readdirSync(join(this.#root, place, inner), { withFileTypes: true })) {
        if (inner === "" && entry.name === "node_modules") continue;
        const path = inner === "" ? entry.name : `${inner}/${entry.name}`;
        if (entry.isDirectory()) open.push(path);
        else lines.push(this.#line(`${place}/${path}`, path));
      }
    }
    return lines;
  }

  #line(file: string, path: string): string {
    this.#files += 1;
    if (this.#files > FILES_MAX)
      throw new HoldpointError("HP-READ-TOO-LARGE", `more than ${FILES_MAX} files`, { file });
    const absolute = join(this.#root, file);
    const status = lstatSync(absolute);
    const said = (type: string, value: string): string => JSON.stringify([path, type, value]);
    if (status.isSymbolicLink()) return said("link", readlinkSync(absolute));
    // A pipe or a device would block whoever reads it.
    if (!status.isFile()) return said("other", "");
    return said((status.mode & EXECUTABLE_BITS) === 0 ? "file" : "executable", this.#sha256(absolute));
  }

  #sha256(absolute: string): string {
    const hash = createHash("sha256");
    const handle = openSync(absolute, "r");
    try {
      for (let size = this.#read(handle); size > 0; size = this.#read(handle))
        hash.update(this.#buffer.subarray(0, size));
    } finally {
      closeSync(handle);
    }
    return hash.digest("hex");
  }

  #read(handle: number): number {
    return readSync(handle, this.#buffer, 0, CHUNK_SIZE_BYTES, null);
  }
}
