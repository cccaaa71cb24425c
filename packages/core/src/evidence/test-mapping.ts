/** Body of `test-mapping` evidence: which source module has which tests. */
export interface TestMappingBody {
  /** Tracked files that the configuration calls source and that are no tests, sorted by path. */
  readonly modules: readonly MappedModule[];
  /** Files taken as tests, sorted. */
  readonly tests: readonly string[];
  /** Tests that no module is mapped to, sorted: misspelled, outlived, or of something that is not source. */
  readonly looseTests: readonly string[];
  /** Modules, tests and what lies between them whose imports could not be read, with the reason. */
  readonly unreadable: readonly { readonly path: string; readonly text: string }[];
  /** Imports by relative path that lead to no tracked file, at most `UNRESOLVED_IMPORTS_MAX` of them. */
  readonly unresolved: readonly UnresolvedImport[];
  /** Globs of the configuration that fit no tracked file. */
  readonly deadGlobs: readonly string[];
}

export interface MappedModule {
  readonly path: string;
  /** The nearest ones, sorted, at most `MAPPED_TESTS_MAX`; empty: no test. A module that nothing mentions is listed. */
  readonly tests: readonly string[];
  /**
   * How the tests were found: `context`: coverage contexts name who ran it; `import`: a test imports it, itself or
   * over other modules; `name`: its language's imports are not read and the naming rule fits; `none`: it has no test;
   * `no-code`: it holds types, comments or nothing, so that there is nothing to test.
   */
  readonly by: "context" | "import" | "name" | "none" | "no-code";
  /** Imports between the nearest test and the module; 1: imported by a test itself. Null unless `by` is `import`. */
  readonly distance: number | null;
}

export interface UnresolvedImport {
  readonly path: string;
  readonly line: number;
  readonly specifier: string;
}

/** Most tests that are named of one module. */
export const MAPPED_TESTS_MAX = 20;

/** Most imports that lead nowhere that are kept. */
export const UNRESOLVED_IMPORTS_MAX = 1_000;
