import type { UnmatchedPath } from "@holdpoint/core";
import { relativePath } from "./relative.ts";

export type Resolution =
  /** `isExact`: the report named it so; else its ending was the best and only fit. */
  { readonly path: string; readonly isExact: boolean } | Pick<UnmatchedPath, "why" | "candidates">;

/** Shares of a path's end that must fit when neither path is wholly the end of the other. */
const OVERLAP_SEGMENTS_MIN = 2;
const CANDIDATES_MAX = 20;

/**
 * Finds the tracked files that a report means: as reported, below the root, else the longest common ending, for
 * containers (`/app/src/x.ts`), monorepos and packages. Two equally good fits are `ambiguous`, and nothing is guessed
 * for files that a report places below the root and git does not track.
 *
 * @example
 * const resolver = new PathResolver(["src/a.ts"], "/w");
 * resolver.resolve("/app/src/a.ts"); // { path: "src/a.ts", isExact: false }
 * resolver.resolve("../a.ts"); // { why: "outside", candidates: [] }
 */
export class PathResolver {
  readonly #root: string;
  readonly #tracked: ReadonlySet<string>;
  readonly #byName = new Map<string, (readonly string[])[]>();
  readonly #topFolders = new Set<string>();

  constructor(tracked: readonly string[], root: string) {
    this.#root = root;
    this.#tracked = new Set(tracked);
    for (const path of this.#tracked) {
      const segments = path.split("/");
      const name = segments.at(-1) ?? "";
      const same = this.#byName.get(name);
      if (same === undefined) this.#byName.set(name, [segments]);
      else same.push(segments);
      if (segments.length > 1) this.#topFolders.add(segments[0] ?? "");
    }
  }

  resolve(reported: string): Resolution {
    const slashes = reported.replaceAll("\\", "/");
    const local = relativePath(slashes, this.#root);
    const foreign = withoutOrigin(local);
    const segments = normalSegments(foreign.path);
    if (segments === null) return { why: "outside", candidates: [] };
    const path = segments.join("/");
    const isAbsolute = foreign.isAbsolute;
    if (!isAbsolute && this.#tracked.has(path)) return { path, isExact: true };
    const isBelowRoot = !isAbsolute && local !== relativePath(slashes, "");
    if (isBelowRoot || segments.includes("node_modules")) return { why: "unknown", candidates: [] };
    const fits = this.#bestFits(segments, isAbsolute);
    const [only] = fits;
    if (only !== undefined && fits.length === 1) return { path: only, isExact: false };
    if (fits.length > 1) return { why: "ambiguous", candidates: fits.sort().slice(0, CANDIDATES_MAX) };
    return { why: isAbsolute ? "outside" : "unknown", candidates: [] };
  }

  #bestFits(reported: readonly string[], isAbsolute: boolean): string[] {
    let best = 0;
    let fits: string[] = [];
    for (const tracked of this.#byName.get(reported.at(-1) ?? "") ?? []) {
      const common = commonEnding(reported, tracked);
      if (common < best || !this.#isFit(reported, tracked, common, isAbsolute)) continue;
      if (common > best) fits = [];
      best = common;
      fits.push(tracked.join("/"));
    }
    return fits;
  }

  #isFit(reported: readonly string[], tracked: readonly string[], common: number, isAbsolute: boolean): boolean {
    if (common === reported.length) return true;
    // A relative path that begins with a folder of the repository is meant from its root.
    if (!isAbsolute && this.#topFolders.has(reported[0] ?? "")) return false;
    return common === tracked.length || (isAbsolute && common >= OVERLAP_SEGMENTS_MIN);
  }
}

/** Takes off `/`, a drive letter, or the scheme and host of a URL such as `webpack://app/./src/x.ts`. */
function withoutOrigin(path: string): { readonly path: string; readonly isAbsolute: boolean } {
  const rest = path.replace(/^(?:[A-Za-z][A-Za-z0-9+.-]+:\/\/[^/]*\/+|[A-Za-z]:\/+|\/+)/, "");
  return { path: rest, isAbsolute: rest.length !== path.length };
}

/** The parts without `.` and `..`; null when `..` leads above the beginning. */
function normalSegments(path: string): readonly string[] | null {
  const segments: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.pop() === undefined) return null;
  }
  return segments;
}

function commonEnding(a: readonly string[], b: readonly string[]): number {
  let count = 0;
  while (count < a.length && count < b.length && a[a.length - 1 - count] === b[b.length - 1 - count]) count += 1;
  return count;
}
