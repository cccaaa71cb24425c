import type { UnmatchedPath } from "@holdpoint/core";
import type { PathResolver } from "../paths/resolve.ts";
import type { ReadCoverage } from "./read-report.ts";

/** Tracked files by the paths of one report, and the paths that fit none or several. */
export interface ReportedPaths {
  /** By reported path. */
  readonly resolved: ReadonlyMap<string, string>;
  readonly unresolved: readonly UnmatchedPath[];
}

/**
 * Finds the tracked file of every path of one report, each judged once. Two paths of one report cannot be the same
 * source: where one was named exactly it stands, and whatever only ends alike is ambiguous.
 */
export function resolveReported(
  { files, folders = [] }: Pick<ReadCoverage, "files" | "folders">,
  resolver: PathResolver,
): ReportedPaths {
  const resolved = new Map<string, string>();
  const exact = new Set<string>();
  const guessed = new Map<string, string[]>();
  const unresolved: UnmatchedPath[] = [];
  for (const reported of files.keys()) {
    const found = resolveOne(reported, folders, resolver);
    if (!("path" in found)) unresolved.push({ reported, ...found });
    else if (found.isExact) {
      resolved.set(reported, found.path);
      exact.add(found.path);
    } else guessed.set(found.path, [...(guessed.get(found.path) ?? []), reported]);
  }
  for (const [path, paths] of guessed) {
    const [only] = paths;
    if (paths.length === 1 && only !== undefined && !exact.has(path)) resolved.set(only, path);
    else for (const reported of paths) unresolved.push({ reported, why: "ambiguous", candidates: [path] });
  }
  return { resolved, unresolved };
}

type Found = ReturnType<PathResolver["resolve"]>;

/** As reported when that is exact, else below one of the folders that the report names, else as reported after all. */
function resolveOne(reported: string, folders: readonly string[], resolver: PathResolver): Found {
  const bare = resolver.resolve(reported);
  if (folders.length === 0 || ("path" in bare && bare.isExact)) return bare;
  const below = folders.map((folder) => resolver.resolve(`${folder.replace(/[\\/]+$/, "")}/${reported}`));
  const fits = new Map<string, Found>();
  for (const found of below) {
    if ("path" in found && (found.isExact || !fits.has(found.path))) fits.set(found.path, found);
  }
  const [first, ...others] = fits.values();
  return first !== undefined && others.length === 0 ? first : bare;
}
