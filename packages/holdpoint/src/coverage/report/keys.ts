import { PathResolver, resolveReported } from "@holdpoint/collectors";
import type { UnmatchedPath } from "@holdpoint/core";
import type { Finding } from "./finding.ts";
import type { ReadInput } from "./read-input.ts";

/** Where reported paths are looked up. */
export interface Lookup {
  /** Absolute path of the work tree, or of the folder that stands for one. */
  readonly root: string;
  /** Null outside of a work tree: then every path stands as reported. */
  readonly tracked: readonly string[] | null;
}

/** What each path of a report is counted under, the same for the same source of every report. */
export interface Keyed {
  readonly input: ReadInput;
  /** By reported path. */
  readonly keys: ReadonlyMap<string, string>;
}

const CANDIDATES_SHOWN = 3;

/**
 * A tracked file is counted under its path in the work tree, everything else as it was reported. Reports of different
 * formats often name the same source from elsewhere; where a path of one is the only one that ends with a path of
 * another, they are one.
 */
export function keyAll(inputs: readonly ReadInput[], lookup: Lookup): { keyed: readonly Keyed[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const resolver = new PathResolver(lookup.tracked ?? [], lookup.root);
  const hasTracked = lookup.tracked !== null && lookup.tracked.length > 0;
  const found = inputs.map((input) => {
    const { resolved, unresolved } = resolveReported(input.read, resolver);
    if (hasTracked) for (const path of unresolved) findings.push(unresolvedFinding(input, path));
    else if (input.read.files.size > 0) findings.push(nothingTracked(input));
    return { input, resolved, loose: unresolved.map(({ reported }) => reported) };
  });
  const keyed = found.map(({ input, resolved, loose }) => {
    const relatives = found
      .filter((other) => other.input.format !== input.format)
      .flatMap((other) => other.loose.filter((path) => isRelative(path)));
    const joined = joinEndings(input, loose, relatives, lookup.root);
    return { input, keys: new Map([...resolved, ...joined]) };
  });
  return { keyed, findings };
}

/** Keys of the paths that are not tracked: an absolute path, or a shorter one, may be meant by one of `relatives`. */
function joinEndings(
  { read }: ReadInput,
  loose: readonly string[],
  relatives: readonly string[],
  root: string,
): Map<string, string> {
  const keys = new Map(loose.map((path) => [path, path]));
  if (relatives.length === 0) return keys;
  const files = new Map([...read.files].filter(([path]) => keys.has(path)));
  const { folders = [] } = read;
  const { resolved } = resolveReported({ files, folders }, new PathResolver(relatives, root));
  for (const [reported, key] of resolved) {
    if (!isRelative(reported) || key.length > reported.length) keys.set(reported, key);
  }
  return keys;
}

function isRelative(path: string): boolean {
  return !/^(?:[\\/]|[A-Za-z][A-Za-z0-9+.-]*:)/.test(path);
}

function unresolvedFinding({ name }: ReadInput, { reported, why, candidates }: UnmatchedPath): Finding {
  const shown = candidates.slice(0, CANDIDATES_SHOWN).join(", ");
  const more = candidates.length > CANDIDATES_SHOWN ? " and others" : "";
  const reasons: Readonly<Record<UnmatchedPath["why"], string>> = {
    unknown: "fits no tracked file",
    outside: "lies outside of the work tree",
    ambiguous: `could be ${shown}${more}, or is meant by another path of the report too`,
  };
  const text = `${JSON.stringify(reported)} ${reasons[why]}; it counts as reported`;
  return { code: "HP-COVERAGE-UNRESOLVED", severity: "warning", file: name, position: null, text };
}

function nothingTracked({ name, read }: ReadInput): Finding {
  const { size } = read.files;
  const what = size === 1 ? "its path, which counts" : `its ${size} paths, which count`;
  const text = `there are no tracked files here to look up ${what} as reported`;
  return { code: "HP-COVERAGE-UNRESOLVED", severity: "warning", file: name, position: null, text };
}
