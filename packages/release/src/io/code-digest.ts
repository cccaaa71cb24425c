import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** Rooms whose code decides what a check says, or gathers what it says it about. */
const ROOMS = [
  "@holdpoint/core",
  "@holdpoint/collectors",
  "@holdpoint/gates",
  "@holdpoint/ledger",
  "@holdpoint/release",
] as const;

/**
 * Digest of the code that judges: every module of the folders, by default of the rooms above, or of the bundle where
 * that is what runs. A selftest speaks only of the code that it was run with.
 */
export function codeDigest(folders: readonly string[] = codeFolders()): string {
  const digest = createHash("sha256");
  let modules = 0;
  for (const [index, folder] of folders.entries()) {
    for (const file of modulesOf(folder)) {
      digest.update(`${index}/${relative(folder, file).split(sep).join("/")}\0`);
      digest.update(createHash("sha256").update(readFileSync(file)).digest());
      modules += 1;
    }
  }
  if (modules === 0) throw new Error("no module of the judging code was found");
  return `sha256:${digest.digest("hex")}`;
}

function codeFolders(): string[] {
  const here = dirname(fileURLToPath(import.meta.url));
  const folders: string[] = [];
  for (const room of ROOMS) {
    try {
      folders.push(dirname(fileURLToPath(import.meta.resolve(room))));
    } catch {
      // In the bundle there are no packages: its own folder holds all of the code.
      return [here];
    }
  }
  return folders;
}

function modulesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|js)$/.test(entry.name) && !/\.test\.[tj]s$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
