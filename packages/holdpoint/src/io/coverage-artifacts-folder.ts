import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { HoldpointError } from "@holdpoint/core";
import type { ManifestFile } from "../coverage/artifacts/manifest.ts";
import { madeAtMs, MANIFEST_FILE, manifestFile, readManifest } from "../coverage/artifacts/manifest.ts";

const PART = ".part";
const MANIFEST_SIZE_BYTES_MAX = 64 * 1024 * 1024;

/** Writes the files of one set of artifacts beside its place, and moves them there when all are complete. */
export class ArtifactFolder {
  readonly #place: string;
  readonly #part: string;
  readonly #files: ManifestFile[] = [];
  readonly #made = new Set<string>();

  /** @param parent absolute path of the folder of all artifacts */
  constructor(parent: string, name: string) {
    this.#place = join(parent, name);
    this.#part = `${this.#place}.${process.pid}${PART}`;
    guard(this.#place, () => mkdirSync(this.#part, { recursive: true }));
  }

  get files(): readonly ManifestFile[] {
    return this.#files;
  }

  /** @param path relative to the folder, each once */
  write(path: string, content: string): void {
    const file = join(this.#part, path);
    const folder = dirname(file);
    guard(file, () => {
      if (!this.#made.has(folder)) mkdirSync(folder, { recursive: true });
      writeFileSync(file, content, { flag: "wx" });
    });
    this.#made.add(folder);
    this.#files.push(manifestFile(path, content));
  }

  /** Everything is there now, the manifest too. */
  publish(manifest: string): void {
    guard(this.#place, () => {
      writeFileSync(join(this.#part, MANIFEST_FILE), manifest, { flag: "wx" });
      renameSync(this.#part, this.#place);
    });
  }

  /** Takes back what was written; nothing when it was published. */
  discard(): void {
    rmSync(this.#part, { recursive: true, force: true });
  }
}

/** A set of artifacts that lies there. */
export interface StoredArtifact {
  readonly name: string;
  readonly madeAtMs: number;
  readonly commit: string;
  /** False: only its manifest is left. */
  readonly isWhole: boolean;
  readonly manifest: string;
}

export interface StoredArtifacts {
  /** Newest first. */
  readonly artifacts: readonly StoredArtifact[];
  /** Names of what lies beside them and is none, which is never touched. */
  readonly others: readonly string[];
}

/**
 * The sets of artifacts in a folder. Links, files and folders without a manifest of their own are others.
 *
 * @throws HoldpointError `HP-READ-FAILED` when the folder itself is none, for instance a link elsewhere
 */
export function listArtifacts(parent: string): StoredArtifacts {
  const status = lstatSync(parent, { throwIfNoEntry: false });
  if (status === undefined) return { artifacts: [], others: [] };
  if (!status.isDirectory()) throw new HoldpointError("HP-READ-FAILED", "it is not a folder", { file: parent });
  const artifacts: StoredArtifact[] = [];
  const others: string[] = [];
  for (const name of readdirSync(parent).sort()) {
    const stored = storedArtifact(parent, name);
    if (stored === null) others.push(name);
    else artifacts.push(stored);
  }
  return { artifacts: artifacts.sort((a, b) => b.madeAtMs - a.madeAtMs || (a.name < b.name ? 1 : -1)), others };
}

function storedArtifact(parent: string, name: string): StoredArtifact | null {
  const at = madeAtMs(name);
  const folder = join(parent, name);
  if (at === null || !lstatSync(folder).isDirectory()) return null;
  const file = join(folder, MANIFEST_FILE);
  const status = lstatSync(file, { throwIfNoEntry: false });
  if (status?.isFile() !== true || status.size > MANIFEST_SIZE_BYTES_MAX) return null;
  const text = readFileSync(file, "utf8");
  const manifest = readManifest(text, name);
  if (manifest === null) return null;
  const isWhole = readdirSync(folder).some((entry) => entry !== MANIFEST_FILE);
  return { name, madeAtMs: at, commit: manifest.candidate.commit, isWhole, manifest: text };
}

/** Removes everything of a set but its manifest; links in it are removed, never followed. */
export function emptyArtifact(parent: string, name: string): void {
  const folder = join(parent, name);
  const isInside = madeAtMs(name) !== null && realpathSync(folder) === join(realpathSync(parent), name);
  if (!isInside) throw new HoldpointError("HP-READ-FAILED", "it is no folder of artifacts", { file: folder });
  guard(folder, () => {
    for (const entry of readdirSync(folder)) {
      if (entry !== MANIFEST_FILE) rmSync(join(folder, entry), { recursive: true, force: true });
    }
  });
}

function guard(file: string, work: () => void): void {
  try {
    work();
  } catch (cause) {
    throw new HoldpointError("HP-RUN-DIRECTORY", (cause as Error).message, { file }, cause);
  }
}
