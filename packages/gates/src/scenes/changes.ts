import type { ChangedFile, ChangesBody } from "@holdpoint/core";

/** Two lines of `src/cart.ts` changed, both covered, since the last promotion of a scene. */
export function changes(patch: Partial<ChangesBody> = {}): ChangesBody {
  return { base: { commit: "5".repeat(40), from: "last-promoted" }, files: [changedFile()], ...patch };
}

/** `src/cart.ts`, of which lines 2 and 3 took the place of one line. */
export function changedFile(patch: Partial<ChangedFile> = {}): ChangedFile {
  const path = patch.path ?? "src/cart.ts";
  const hunks = [{ baseStart: 2, baseLines: 1, start: 2, lines: 2 }];
  return { path, basePath: path, status: "modified", binary: false, hunks, ...patch };
}

/** A file that came new, with so many lines. */
export function addedFile(path: string, lines: number): ChangedFile {
  return changedFile({
    path,
    basePath: null,
    status: "added",
    hunks: [{ baseStart: 0, baseLines: 0, start: 1, lines }],
  });
}
