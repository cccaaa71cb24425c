import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { Repository } from "../init/repository.ts";

const FILES_MAX = 50_000;
const READ_BYTES_MAX = 4_194_304;
const GIT_TIMEOUT_MS = 30_000;
const OUTPUT_BYTES_MAX = 67_108_864;
const DEPTH_MAX = 8;
const NEVER = new Set([
  ".git",
  "node_modules",
  ".holdpoint",
  ".venv",
  "venv",
  "vendor",
  ".tox",
  "__pycache__",
  ".gradle",
  ".idea",
]);

/** The repository around a root, read lazily and within bounds. */
export function readRepository(root: string): Repository {
  const present = walk(root);
  const tracked = gitFiles(root) ?? present;
  const known = new Set(tracked);
  return {
    name: basename(root),
    files: tracked,
    ignored: present.filter((file) => !known.has(file)),
    read: (path) => readSmallText(join(root, path)),
  };
}

function gitFiles(root: string): string[] | null {
  const { status, stdout } = spawnSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    timeout: GIT_TIMEOUT_MS,
    maxBuffer: OUTPUT_BYTES_MAX,
    stdio: ["ignore", "pipe", "ignore"],
  });
  return status === 0
    ? stdout
        .split("\0")
        .filter((file) => file !== "")
        .slice(0, FILES_MAX)
        .sort()
    : null;
}

function walk(root: string): string[] {
  const files: string[] = [];
  const visit = (folder: string, depth: number): void => {
    for (const entry of entries(join(root, folder))) {
      if (files.length >= FILES_MAX) return;
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isFile()) files.push(path);
      else if (entry.isDirectory() && depth < DEPTH_MAX && !NEVER.has(entry.name)) visit(path, depth + 1);
    }
  };
  visit("", 0);
  return files.sort();
}

function entries(folder: string): ReturnType<typeof readEntries> {
  try {
    return readEntries(folder);
  } catch {
    return [];
  }
}

const readEntries = (folder: string) => readdirSync(folder, { withFileTypes: true });

function readSmallText(path: string): string | null {
  try {
    if (statSync(path).size > READ_BYTES_MAX) return null;
    const text = readFileSync(path, "utf8");
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}
