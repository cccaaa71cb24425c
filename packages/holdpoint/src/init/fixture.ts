import type { Repository } from "./repository.ts";

/** A repository that exists only in memory. */
export function repositoryOf(
  files: Readonly<Record<string, string>>,
  ignored: Readonly<Record<string, string>> = {},
): Repository {
  const all = { ...files, ...ignored };
  return {
    name: "folder",
    files: Object.keys(files).sort(),
    ignored: Object.keys(ignored).sort(),
    read: (path) => (Object.hasOwn(all, path) ? (all[path] ?? null) : null),
  };
}

/** Ids of the gates that ship. */
export const GATE_IDS: readonly string[] = [
  "candidate",
  "tests",
  "coverage",
  "dependencies",
  "automation-coverage",
  "ledger",
];
