import type { Json, UnresolvedImport } from "@holdpoint/core";
import { GoResolver } from "./go/go-resolver.ts";
import type { ScannedFile } from "./import-ref.ts";
import { languageOf } from "./language.ts";
import { conftestsOf, PythonResolver } from "./python/python-resolver.ts";
import type { ImportResolver } from "./resolver.ts";
import { folderOf } from "./resolver.ts";
import { ScriptResolver } from "./script/resolve/script-resolver.ts";

/** What else than the imports says what leads where. */
export interface Manifests {
  /** Every package.json, by its folder. */
  readonly packages: ReadonlyMap<string, Json>;
  /** Every tsconfig and jsconfig, by its path. */
  readonly configs: ReadonlyMap<string, Json>;
  /** Text of every go.mod, by its folder. */
  readonly goModules: ReadonlyMap<string, string>;
}

/** Joins files by their imports. Imports of types lead nowhere, because nothing of the other file runs. */
export function importEdges(
  scanned: ReadonlyMap<string, ScannedFile>,
  tracked: ReadonlySet<string>,
  tests: readonly string[],
  manifests: Manifests,
): { readonly edges: Map<string, readonly (readonly string[])[]>; readonly unresolved: UnresolvedImport[] } {
  const go = new GoResolver(tracked, manifests.goModules);
  const resolvers: Readonly<Record<string, ImportResolver>> = {
    script: new ScriptResolver(tracked, manifests),
    python: new PythonResolver(tracked),
    go,
  };
  const edges = new Map<string, readonly (readonly string[])[]>();
  const unresolved: UnresolvedImport[] = [];
  for (const [path, { imports }] of scanned) {
    const resolver = resolvers[languageOf(path) ?? ""];
    const groups: (readonly string[])[] = [];
    for (const ref of imports) {
      if (ref.isTypeOnly || resolver === undefined) continue;
      const found = resolver.resolve(ref, path);
      if (found === null) unresolved.push({ path, line: ref.line, specifier: ref.specifier.slice(0, 200) || "." });
      else if (found.length > 0) groups.push(found);
    }
    edges.set(path, groups);
  }
  for (const test of tests) {
    const loaded = loadedWith(test, tracked, go);
    if (loaded.length > 0) edges.set(test, [...(edges.get(test) ?? []), loaded]);
  }
  return { edges, unresolved };
}

/** What a runner loads with a test though nothing imports it: its Go package, pytest's `conftest.py`. */
function loadedWith(test: string, tracked: ReadonlySet<string>, go: GoResolver): readonly string[] {
  if (test.endsWith("_test.go")) return go.packageAt(folderOf(test));
  return test.endsWith(".py") ? conftestsOf(tracked, test) : [];
}
