import { MAPPED_TESTS_MAX } from "@holdpoint/core";

/** For each file the files that its imports load. */
export type Edges = ReadonlyMap<string, readonly (readonly string[])[]>;

export interface Reached {
  /** Imports between the nearest test and the file; 0 for a test. */
  readonly distance: number;
  /** The nearest tests, sorted, at most `MAPPED_TESTS_MAX`. */
  readonly tests: readonly string[];
}

/**
 * Every file that loading the tests loads, with how far away the nearest tests are and which they are. Each import is
 * followed once.
 */
export function reachFrom(tests: readonly string[], edges: Edges): Map<string, Reached> {
  const reached = new Map<string, Reached>(tests.map((test) => [test, { distance: 0, tests: [test] }]));
  let level: readonly string[] = tests;
  for (let distance = 1; level.length > 0; distance += 1) {
    const next = new Map<string, string[]>();
    for (const from of level) {
      const near = reached.get(from)?.tests ?? [];
      for (const group of edges.get(from) ?? []) {
        for (const path of group) if (!reached.has(path)) next.set(path, smallest(next.get(path) ?? [], near));
      }
    }
    for (const [path, near] of next) reached.set(path, { distance, tests: near });
    level = [...next.keys()];
  }
  return reached;
}

/** Files from which any of the targets is loaded, targets left out unless another leads there. */
export function leadingTo(targets: ReadonlySet<string>, edges: Edges): Set<string> {
  const importers = new Map<string, string[]>();
  for (const [from, groups] of edges) {
    for (const path of groups.flat()) {
      const known = importers.get(path);
      if (known === undefined) importers.set(path, [from]);
      else known.push(from);
    }
  }
  const leading = new Set<string>();
  let level: readonly string[] = [...targets];
  while (level.length > 0) {
    const next = level.flatMap((path) => importers.get(path) ?? []).filter((from) => !leading.has(from));
    for (const from of next) leading.add(from);
    level = [...new Set(next)];
  }
  return leading;
}

/** The first of both lists, sorted, each once. */
function smallest(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set([...a, ...b])].sort(compare).slice(0, MAPPED_TESTS_MAX);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
