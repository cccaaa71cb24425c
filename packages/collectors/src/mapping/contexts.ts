import type { CoverageFormat } from "@holdpoint/core";
import { linesOf } from "../coverage/counts/line-hits.ts";
import type { ReadCoverage } from "../coverage/read-report.ts";
import { PathResolver } from "../paths/resolve.ts";

/** Formats whose reports may tell which test covered a line. */
export const FORMATS_WITH_CONTEXTS: readonly CoverageFormat[] = ["coverage-py"];

/** What reports with contexts tell of the files that they measure. */
export interface ContextRuns {
  /** Tests that ran at least one line, by module. */
  readonly testsOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Modules with a line that nothing ran, so that loading them is not all there is to test. */
  readonly partlyRun: ReadonlySet<string>;
}

export const NO_CONTEXTS: ContextRuns = { testsOf: new Map(), partlyRun: new Set() };

/**
 * Reads out of contexts who ran what. A context names its test by path (`tests/test_a.py::test_x|run`) or by dotted
 * name (`tests.test_a.TestA.test_x`); one that names none tells nothing.
 *
 * @param root absolute path of the repository's root
 */
export function contextRuns(
  reports: readonly ReadCoverage[],
  tracked: readonly string[],
  tests: readonly string[],
  root: string,
): ContextRuns {
  const files = new PathResolver(tracked, root);
  const testFiles = new PathResolver(tests, root);
  const testsOf = new Map<string, Set<string>>();
  const partlyRun = new Set<string>();
  for (const { contexts, files: counted } of reports) {
    if (contexts.size === 0) continue;
    for (const [reported, { lines }] of counted) {
      const path = resolved(files, reported);
      if (path !== null && lines !== null && linesOf(lines, false).length > 0) partlyRun.add(path);
    }
    for (const [name, byFile] of contexts) {
      const test = testOf(name, testFiles);
      if (test === null) continue;
      for (const [reported, lines] of byFile) {
        const path = resolved(files, reported);
        if (path === null || linesOf(lines, true).length === 0) continue;
        testsOf.set(path, (testsOf.get(path) ?? new Set()).add(test));
      }
    }
  }
  return { testsOf, partlyRun };
}

/** The file of the test that a context names; null: it names none. */
function testOf(context: string, tests: PathResolver): string | null {
  const name = context.split("|")[0] ?? "";
  if (name.includes("::")) return resolved(tests, name.split("::")[0] ?? "");
  const parts = name.split(".");
  for (let length = parts.length; length > 0; length -= 1) {
    const found = resolved(tests, `${parts.slice(0, length).join("/")}.py`);
    if (found !== null) return found;
  }
  return null;
}

function resolved(resolver: PathResolver, reported: string): string | null {
  const found = resolver.resolve(reported);
  return "path" in found ? found.path : null;
}
