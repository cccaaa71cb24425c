import type { ChangedFile, ChangedHunk } from "@holdpoint/core";

/**
 * Sorted by path. A file that became a link, or a link that became a file, git tells twice: as removed and as added.
 * It is one file all of whose lines changed.
 */
export function withoutRepeats(files: readonly ChangedFile[]): ChangedFile[] {
  const byPath = new Map<string, ChangedFile>();
  for (const file of files) {
    const other = byPath.get(file.path);
    byPath.set(file.path, other === undefined ? file : turned(other, file));
  }
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
}

function turned(a: ChangedFile, b: ChangedFile): ChangedFile {
  const [from, to] = a.status === "added" ? [b, a] : [a, b];
  const baseLines = linesOf(from.hunks, "baseLines");
  const lines = linesOf(to.hunks, "lines");
  const hunk: ChangedHunk = { baseStart: Math.min(1, baseLines), baseLines, start: Math.min(1, lines), lines };
  const binary = a.binary || b.binary;
  return {
    path: to.path,
    basePath: from.basePath,
    status: from.status === "removed" ? "modified" : from.status,
    binary,
    hunks: binary || baseLines + lines === 0 ? [] : [hunk],
  };
}

function linesOf(hunks: readonly ChangedHunk[], side: "baseLines" | "lines"): number {
  return hunks.reduce((sum, hunk) => sum + hunk[side], 0);
}
