/** A suite that can be written down. */
export interface SuiteDraft {
  readonly id: string;
  /** Said above it, one line each. */
  readonly comment: readonly string[];
  readonly run: readonly string[] | null;
  readonly timeout: string;
  readonly results: readonly string[];
  readonly writes: readonly string[];
}

export interface CoverageDraft {
  readonly id: string;
  readonly format: "lcov" | "istanbul";
  readonly files: readonly string[];
}

/** What one detector found. */
export interface Detected {
  /** For a person: `Python (pytest)`. */
  readonly language: string;
  /** Name that the manifest gives to the project, if any. */
  readonly service: string | null;
  readonly suites: readonly SuiteDraft[];
  readonly coverage: readonly CoverageDraft[];
  /** Endings of source files, without the dot. */
  readonly extensions: readonly string[];
  readonly versionFiles: readonly string[];
  /** Why something is not in the configuration, and what would bring it in; one or more lines each. */
  readonly notes: readonly string[];
}

/** What is true of a language before anything was found. */
export function nothing(language: string, extensions: readonly string[]): Detected {
  return { language, service: null, suites: [], coverage: [], extensions, versionFiles: [], notes: [] };
}

export const JUNIT_FOLDER = "reports/junit";
export const COVERAGE_FOLDER = "reports/coverage";

/** A suite whose command writes its own report. */
export function suiteDraft(
  id: string,
  run: readonly string[],
  results: string,
  more: Partial<SuiteDraft> = {},
): SuiteDraft {
  return { id, comment: [], run, timeout: "10m", results: [results], writes: [], ...more };
}
