import type { ImportRef } from "./import-ref.ts";

/** Finds the tracked files that an import means; of a Go package all of them. */
export interface ImportResolver {
  /**
   * @param from path of the importing file
   * @returns paths of tracked files; null when it should lead to one and does not; none for what is not of the
   * repository
   */
  resolve(ref: ImportRef, from: string): readonly string[] | null;
}

export const ELSEWHERE: readonly string[] = [];

/** The folder of a path, `""` at the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** A path below a folder, `.` and `..` taken out; null when it leads out of the repository. */
export function below(folder: string, path: string): string | null {
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join("/");
}

/** The folder of a path and all folders around it, innermost first; the last is the root, `""`. */
export function foldersAround(path: string): string[] {
  const folders: string[] = [];
  for (let folder = folderOf(path); folder !== ""; folder = folderOf(folder)) folders.push(folder);
  return [...folders, ""];
}
