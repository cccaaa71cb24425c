import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { SoakManifest } from "@holdpoint/core";
import { HoldpointError, sha256Hex } from "@holdpoint/core";
import { writeAtomically } from "../tuning/write-atomically.ts";

const FILE_MODE = 0o644;
const RUN_TRIES_MAX = 1000;
export const MANIFEST_FILE = "manifest.json";
const LATEST = "latest";

/**
 * The folder that one run owns: `RUN_<epoch_ms>` below the folder of its soak. Every file in it appears whole, and
 * `latest` points to it only when all of them are there.
 */
export class SoakFolder {
  readonly path: string;
  readonly run: string;
  readonly #parent: string;

  /** @throws HoldpointError `HP-SOAK-FOLDER` */
  constructor(parent: string, epochMs: number) {
    this.#parent = parent;
    this.run = guard(parent, () => {
      mkdirSync(parent, { recursive: true });
      return ownName(parent, epochMs);
    });
    this.path = join(parent, this.run);
  }

  write(name: string, text: string): void {
    const file = join(this.path, name);
    guard(file, () => writeAtomically(file, Buffer.from(text), { mode: FILE_MODE, beforeRename: () => true }));
  }

  writeJson(name: string, value: unknown): void {
    this.write(name, `${JSON.stringify(value, null, 2)}\n`);
  }

  /** Writes what the files of the run are, as its last file; its SHA-256. */
  seal(): string {
    const files = guard(this.path, () => filesIn(this.path))
      .filter((path) => path !== MANIFEST_FILE)
      .map((path) => {
        const bytes = readFileSync(join(this.path, path));
        return { path, sha256: sha256Hex(bytes), sizeBytes: bytes.length };
      });
    const manifest: SoakManifest = { schema: "holdpoint/soak-manifest/v1", run: this.run, files };
    const text = `${JSON.stringify(manifest, null, 2)}\n`;
    this.write(MANIFEST_FILE, text);
    return sha256Hex(text);
  }

  /** Points `latest` to this run, in one step. */
  publish(): void {
    const link = join(this.#parent, LATEST);
    guard(link, () => {
      const part = `${link}.${process.pid}.part`;
      rmSync(part, { force: true });
      symlinkSync(this.run, part, "junction");
      renameSync(part, link);
    });
  }
}

/** Two runs that begin in one millisecond are two runs. */
function ownName(parent: string, epochMs: number): string {
  for (let tried = 0; tried < RUN_TRIES_MAX; tried += 1) {
    const name = `RUN_${epochMs + tried}`;
    if (existsSync(join(parent, name))) continue;
    mkdirSync(join(parent, name));
    return name;
  }
  throw new Error(`there is a run for each of ${RUN_TRIES_MAX} milliseconds`);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .toSorted();
}

function guard<T>(file: string, act: () => T): T {
  try {
    return act();
  } catch (thrown) {
    throw new HoldpointError("HP-SOAK-FOLDER", (thrown as Error).message, { file }, thrown);
  }
}
