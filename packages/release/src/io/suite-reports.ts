import { createHash } from "node:crypto";
import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { SuiteReport } from "@holdpoint/core";

/** What is known of a report before the suite runs: it must have changed afterwards. */
export type ReportSnapshot = ReadonlyMap<string, string>;

export function snapshotReports(root: string, globs: readonly string[]): ReportSnapshot {
  return new Map(matches(root, globs).map((path) => [path, identity(root, path)]));
}

/** The reports after a suite has run. A glob that fits nothing is reported as an absent file of that name. */
export function reportStates(root: string, globs: readonly string[], before: ReportSnapshot): SuiteReport[] {
  const states: SuiteReport[] = [];
  for (const glob of globs) {
    const paths = matches(root, [glob]);
    if (paths.length === 0) states.push({ path: glob, sha256: null, sizeBytes: null, fresh: false });
    for (const path of paths) {
      const bytes = readFileSync(join(root, path));
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const fresh = before.get(path) !== identity(root, path);
      states.push({ path, sha256, sizeBytes: bytes.length, fresh });
    }
  }
  return states;
}

/** Changes whenever the file is written again, even with the same content. */
function identity(root: string, path: string): string {
  const { mtimeNs, ctimeNs, ino, size } = statSync(join(root, path), { bigint: true });
  return `${mtimeNs} ${ctimeNs} ${ino} ${size}`;
}

function matches(root: string, globs: readonly string[]): string[] {
  const found = new Set(globs.flatMap((glob) => globSync(glob, { cwd: root })));
  // Folders, and links that lead nowhere, are no reports.
  return [...found].filter((path) => statSync(join(root, path), { throwIfNoEntry: false })?.isFile() === true).sort();
}
