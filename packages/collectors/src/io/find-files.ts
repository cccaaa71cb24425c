import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { compileGlob, HoldpointError } from "@holdpoint/core";

export interface FindLimits {
  /** Most entries that are looked at for one glob. */
  readonly entriesMax?: number;
  readonly depthMax?: number;
}

const ENTRIES_MAX = 500_000;
const DEPTH_MAX = 64;

/**
 * Files of the work tree that fit a glob, tracked or not, sorted. Symbolic links to folders are not followed, and
 * `.git` and `node_modules` only when the glob begins with them.
 *
 * @param root absolute path
 * @throws HoldpointError `HP-READ-ABSENT` when nothing fits, `HP-READ-TOO-LARGE` when there is too much to look at,
 * `HP-READ-FAILED` for a folder that may not be read
 */
export async function findFiles(root: string, glob: string, limits: FindLimits = {}): Promise<string[]> {
  const { entriesMax = ENTRIES_MAX, depthMax = DEPTH_MAX } = limits;
  const fits = compileGlob(glob);
  const begin = literalFolder(glob);
  const levels = glob.includes("**") ? depthMax : Math.min(depthMax, glob.split("/").length - begin.length);
  const found: string[] = [];
  let looked = 0;
  let folders: (readonly string[])[] = [begin];
  for (let level = 0; level < levels && folders.length > 0; level += 1) {
    const deeper: (readonly string[])[] = [];
    for (const folder of folders) {
      for (const entry of await entries(root, folder)) {
        looked += 1;
        if (looked > entriesMax) {
          throw new HoldpointError("HP-READ-TOO-LARGE", `more than ${entriesMax} files to look at for ${glob}`, {
            file: glob,
          });
        }
        const path = [...folder, entry.name];
        if (entry.isDirectory()) {
          if (!SKIPPED.has(entry.name)) deeper.push(path);
        } else if (fits(path.join("/"))) {
          found.push(path.join("/"));
        }
      }
    }
    folders = deeper;
  }
  if (found.length === 0) throw new HoldpointError("HP-READ-ABSENT", `no file fits ${glob}`, { file: glob });
  return found.sort();
}

const SKIPPED: ReadonlySet<string> = new Set([".git", "node_modules"]);

/** The folders at the beginning of a glob that are plain names. */
function literalFolder(glob: string): readonly string[] {
  const segments = glob.split("/").slice(0, -1);
  const special = segments.findIndex((segment) => /[*?[\]{}\\]/.test(segment));
  return special === -1 ? segments : segments.slice(0, special);
}

async function entries(root: string, folder: readonly string[]): Promise<readonly Dirent[]> {
  try {
    return await readdir(join(root, ...folder), { withFileTypes: true });
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return [];
    throw new HoldpointError(
      "HP-READ-FAILED",
      `the folder cannot be read (${code ?? "unknown"})`,
      { file: folder.join("/") },
      thrown,
    );
  }
}
