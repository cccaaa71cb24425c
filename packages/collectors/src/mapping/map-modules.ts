import type { MappedModule, TestMappingBody, UnresolvedImport } from "@holdpoint/core";
import { compileGlob, MAPPED_TESTS_MAX, UNRESOLVED_IMPORTS_MAX } from "@holdpoint/core";
import { testsByName } from "./by-name.ts";
import type { ContextRuns } from "./contexts.ts";
import type { ScannedFile } from "./import-ref.ts";
import { languageOf } from "./language.ts";
import type { Edges, Reached } from "./reach.ts";
import { leadingTo, reachFrom } from "./reach.ts";
import { scannerOf } from "./scan-file.ts";
import { isUsualTest } from "./test-names.ts";

export interface MappingGlobs {
  readonly source: readonly string[];
  readonly exclude: readonly string[];
  /** Empty: the usual names. */
  readonly tests: readonly string[];
}

/** Modules and tests of the tracked files, both sorted; a file that is a test is no module. */
export function modulesAndTests(
  tracked: readonly string[],
  globs: MappingGlobs,
): { readonly modules: readonly string[]; readonly tests: readonly string[] } {
  const isTest = globs.tests.length === 0 ? isUsualTest : anyOf(globs.tests);
  const [isSource, isExcluded] = [anyOf(globs.source), anyOf(globs.exclude)];
  const sorted = [...tracked].sort(compare);
  const tests = sorted.filter(isTest);
  return { tests, modules: sorted.filter((path) => isSource(path) && !isExcluded(path) && !isTest(path)) };
}

export interface MappingInput {
  readonly tracked: readonly string[];
  readonly globs: MappingGlobs;
  /** Files whose imports were read, by path. */
  readonly scanned: ReadonlyMap<string, ScannedFile>;
  readonly edges: Edges;
  readonly unresolved: readonly UnresolvedImport[];
  /** Why the imports of a file could not be read, by path. */
  readonly unreadable: ReadonlyMap<string, string>;
  readonly runs: ContextRuns;
}

/**
 * Puts to each module its tests: those that coverage contexts name; else those from which imports lead to it; else,
 * where its language's imports are not read, those named after it.
 */
export function mapModules({
  tracked,
  globs,
  scanned,
  edges,
  unresolved,
  unreadable,
  runs,
}: MappingInput): TestMappingBody {
  const { modules, tests } = modulesAndTests(tracked, globs);
  const reached = reachFrom(tests, edges);
  const byName = testsByName(
    modules.filter((path) => !scanned.has(path)),
    tests,
  );
  const mapped = modules.map((path) => mapOne(path, { reached, byName, scanned, runs }));
  const leading = leadingTo(new Set(modules), edges);
  const named = new Set([...byName.values(), ...[...runs.testsOf.values()].map((one) => [...one])].flat());
  const matters = (path: string): boolean => reached.has(path) || moduleSet.has(path);
  const moduleSet = new Set(modules);
  return {
    modules: mapped,
    tests,
    looseTests: tests.filter((test) => !leading.has(test) && !named.has(test)),
    unreadable: [...unreadable]
      .filter(([path]) => scannerOf(path) === null || matters(path))
      .map(([path, text]) => ({ path, text }))
      .sort((a, b) => compare(a.path, b.path)),
    unresolved: unresolved
      .filter(({ path }) => matters(path))
      .sort((a, b) => compare(a.path, b.path) || a.line - b.line || compare(a.specifier, b.specifier))
      .slice(0, UNRESOLVED_IMPORTS_MAX),
    deadGlobs: [...new Set([...globs.source, ...globs.exclude, ...globs.tests])].filter(
      (glob) => !tracked.some(compileGlob(glob)),
    ),
  };
}

interface Found {
  readonly reached: ReadonlyMap<string, Reached>;
  readonly byName: ReadonlyMap<string, readonly string[]>;
  readonly scanned: ReadonlyMap<string, ScannedFile>;
  readonly runs: ContextRuns;
}

function mapOne(path: string, { reached, byName, scanned, runs }: Found): MappedModule {
  const none = { path, tests: [], distance: null };
  if (languageOf(path) === null || scanned.get(path)?.hasCode === false) return { ...none, by: "no-code" };
  const ran = runs.testsOf.get(path);
  if (ran !== undefined) return { ...none, by: "context", tests: [...ran].sort(compare).slice(0, MAPPED_TESTS_MAX) };
  // It was measured who runs what, nobody runs this, and there would be more to run than its loading.
  if (runs.partlyRun.has(path)) return { ...none, by: "none" };
  const imported = reached.get(path);
  if (imported !== undefined) return { path, by: "import", ...imported };
  const named = byName.get(path);
  if (named === undefined) return { ...none, by: "none" };
  return { ...none, by: "name", tests: named.slice(0, MAPPED_TESTS_MAX) };
}

function anyOf(globs: readonly string[]): (path: string) => boolean {
  const fits = globs.map((glob) => compileGlob(glob));
  return (path) => fits.some((one) => one(path));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
