import { mkdirSync, readlinkSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Json, StoredEvidence } from "@holdpoint/core";
import { canonicalize, HoldpointError } from "@holdpoint/core";
import { listFiles, makeIgnoredFolder, pointLink, readText, writeWhole } from "./files.ts";

export const RUNS_FOLDER: string = join(".holdpoint", "runs");
const LATEST = "latest";

/** The folder that one run owns; nothing else ever writes there. */
export class RunDirectory {
  readonly path: string;
  readonly #root: string;
  readonly #id: string;
  readonly #written: string[] = [];

  constructor(root: string, id: string) {
    this.#root = root;
    this.#id = id;
    this.path = join(root, RUNS_FOLDER, id);
    makeIgnoredFolder(join(root, ".holdpoint"));
    try {
      mkdirSync(join(root, RUNS_FOLDER), { recursive: true });
      mkdirSync(this.path);
    } catch (cause) {
      throw new HoldpointError("HP-RUN-DIRECTORY", (cause as Error).message, { file: this.path }, cause);
    }
  }

  /** Paths of everything written so far, relative to the repository's root. */
  get written(): readonly string[] {
    return this.#written;
  }

  write(name: string, content: string): string {
    return this.writeAt(join(this.path, name), content);
  }

  /** For what comes from outside: only within the run's folder, and over nothing that was written before. */
  writeNew(name: string, content: string): string {
    const file = join(this.path, name);
    const inside = file.startsWith(`${this.path}${sep}`);
    if (inside && !this.#written.includes(relative(this.#root, file))) return this.writeAt(file, content);
    throw new HoldpointError("HP-RUN-DIRECTORY", `a renderer may not write ${name}`, { file });
  }

  /** The same for a file outside the run's folder, such as `reports/audit/`. */
  writeAt(file: string, content: string): string {
    writeWhole(file, content);
    const path = relative(this.#root, file);
    if (!this.#written.includes(path)) this.#written.push(path);
    return path;
  }

  writeJson(name: string, value: unknown): string {
    return this.write(name, canonicalize(value as Json));
  }

  writeEvidence(stored: StoredEvidence): string {
    return this.writeJson(join("evidence", evidenceFile(stored)), stored.evidence);
  }

  /** Makes this run the latest one; the last thing a run does. */
  publish(): void {
    pointLink(join(this.#root, RUNS_FOLDER, LATEST), this.#id);
  }
}

/** `<kind>-<first 16 hexadecimal digits of its digest>.json` */
export function evidenceFile(stored: Pick<StoredEvidence, "digest" | "evidence">): string {
  return `${stored.evidence.kind}-${stored.digest.slice("sha256:".length).slice(0, 16)}.json`;
}

/** Absolute path of the last published run, or null. */
export function latestRun(root: string): string | null {
  const runs = join(root, RUNS_FOLDER);
  try {
    return join(runs, readlinkSync(join(runs, LATEST)));
  } catch {
    return null;
  }
}

/** Reads back what a run stored; the bytes are what was judged. */
export function readRunFile(runDirectory: string, name: string): string {
  const text = readText(join(runDirectory, name));
  if (text === null)
    throw new HoldpointError("HP-READ-ABSENT", `the run has no ${name}`, { file: join(runDirectory, name) });
  return text;
}

export function evidenceFiles(runDirectory: string): string[] {
  return listFiles(join(runDirectory, "evidence"), ".json").map((name) => join("evidence", name));
}
