import type { Suite } from "./table.ts";

const CONCURRENCY = 2;

export interface SuiteOutputs {
  readonly junit: string;
  readonly watch: string;
  /** Null without coverage. */
  readonly lcov: string | null;
}

/** Command line of Node for one suite. */
export function nodeArguments(suite: Suite, files: readonly string[], outputs: SuiteOutputs): string[] {
  return [
    "--conditions=holdpoint-source",
    "--disable-warning=MaxListenersExceededWarning",
    `--import=${new URL("./name-open-handles.ts", import.meta.url).href}`,
    ...(suite.seeded ? [`--import=${new URL("./fuzz-seed.ts", import.meta.url).href}`] : []),
    "--test",
    `--test-isolation=${suite.isolation}`,
    ...(suite.isolation === "process" ? [`--test-concurrency=${CONCURRENCY}`] : []),
    ...reporter("dot", "stdout"),
    ...reporter("junit", outputs.junit),
    ...reporter(new URL("./watch-reporter.ts", import.meta.url).href, outputs.watch),
    ...(outputs.lcov === null ? [] : coverage(outputs.lcov)),
    ...files,
  ];
}

function reporter(name: string, destination: string): string[] {
  return [`--test-reporter=${name}`, `--test-reporter-destination=${destination}`];
}

function coverage(lcov: string): string[] {
  return [
    "--experimental-test-coverage",
    "--test-coverage-include=packages/*/src/**/*.ts",
    "--test-coverage-exclude=**/*.test.ts",
    ...reporter("lcov", lcov),
  ];
}
