/** What the beginning of a report shows of the runner that wrote it. */
export interface DialectSigns {
  readonly root: string;
  readonly rootName: string | null;
  readonly rootAttributes: readonly string[];
  /** The first `<testsuite>`, which may be the root itself; empty when there is none. */
  readonly suiteName: string | null;
  readonly suitePackage: string | null;
  readonly suiteAttributes: readonly string[];
  readonly caseAttributes: readonly string[];
  readonly caseClass: string | null;
  readonly properties: ReadonlySet<string>;
}

/** Runner whose way of writing is recognised, else `unknown`. It only names the producer and how totals are counted. */
export function recogniseDialect(signs: DialectSigns): string {
  return DIALECTS.find(([, shows]) => shows(signs))?.[0] ?? "unknown";
}

const has = (names: readonly string[], ...wanted: readonly string[]): boolean =>
  wanted.every((name) => names.includes(name));

const startsWith = (names: readonly string[], ...wanted: readonly string[]): boolean =>
  wanted.every((name, index) => names[index] === name);

const DIALECTS: readonly (readonly [string, (signs: DialectSigns) => boolean])[] = [
  ["vitest", ({ rootName }) => rootName === "vitest tests"],
  ["jest", ({ rootName }) => rootName === "jest tests"],
  ["mocha", ({ rootName, suiteName }) => rootName === "Mocha Tests" || suiteName === "Root Suite"],
  ["googletest", (signs) => signs.rootName === "AllTests" && has(signs.rootAttributes, "disabled")],
  ["nextest", ({ rootName, rootAttributes }) => rootName === "nextest-run" || has(rootAttributes, "uuid", "errors")],
  [
    "surefire",
    ({ suiteAttributes, properties }) =>
      has(suiteAttributes, "xsi:noNamespaceSchemaLocation") || properties.has("surefire.test.class.path"),
  ],
  ["phpunit", ({ suiteAttributes }) => has(suiteAttributes, "assertions")],
  ["gotestsum", ({ properties }) => properties.has("go.version")],
  ["pytest", ({ suiteName, suiteAttributes }) => suiteName === "pytest" && has(suiteAttributes, "hostname")],
  ["rspec", ({ suiteName, properties }) => suiteName?.startsWith("rspec") === true && properties.has("seed")],
  ["junitxml-testlogger", ({ suiteName, suitePackage }) => suiteName !== null && suiteName === suitePackage],
  [
    "ctest",
    ({ root, suiteAttributes, caseAttributes }) =>
      root === "testsuite" &&
      startsWith(suiteAttributes, "name", "tests", "failures", "disabled") &&
      has(caseAttributes, "status"),
  ],
  [
    "catch2",
    ({ suiteAttributes, caseAttributes, caseClass }) =>
      startsWith(suiteAttributes, "name", "errors", "failures") &&
      has(caseAttributes, "status") &&
      caseClass?.includes(".") === true,
  ],
  [
    "gradle",
    ({ root, suiteAttributes }) =>
      root === "testsuite" &&
      startsWith(suiteAttributes, "name", "tests", "skipped", "failures", "errors", "timestamp", "hostname", "time"),
  ],
  [
    "node:test",
    (signs) =>
      signs.root === "testsuites" &&
      signs.rootAttributes.length === 0 &&
      startsWith(signs.caseAttributes, "name", "time", "classname") &&
      (signs.suiteName === null || startsWith(signs.suiteAttributes, "name", "time", "disabled", "errors")),
  ],
];
