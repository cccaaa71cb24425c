import assert from "node:assert/strict";
import { test } from "node:test";
import type { DialectSigns } from "./dialect.ts";
import { recogniseDialect } from "./dialect.ts";

const NOTHING: DialectSigns = {
  root: "testsuites",
  rootName: null,
  rootAttributes: ["name"],
  suiteName: null,
  suitePackage: null,
  suiteAttributes: [],
  caseAttributes: [],
  caseClass: null,
  properties: new Set(),
};
const dialect = (signs: Partial<DialectSigns>): string => recogniseDialect({ ...NOTHING, ...signs });

test("a runner is recognised by what it alone writes", () => {
  const cases: readonly (readonly [Partial<DialectSigns>, string])[] = [
    [{ rootName: "vitest tests" }, "vitest"],
    [{ rootName: "jest tests" }, "jest"],
    [{ rootName: "Mocha Tests" }, "mocha"],
    [{ suiteName: "Root Suite" }, "mocha"],
    [{ rootName: "AllTests", rootAttributes: ["tests", "disabled"] }, "googletest"],
    [{ rootName: "nextest-run" }, "nextest"],
    [{ properties: new Set(["surefire.test.class.path"]) }, "surefire"],
    [{ suiteAttributes: ["name", "tests", "assertions"] }, "phpunit"],
    [{ properties: new Set(["go.version"]) }, "gotestsum"],
    [{ suiteName: "pytest", suiteAttributes: ["name", "hostname"] }, "pytest"],
    [{ suiteName: "rspec1", properties: new Set(["seed"]) }, "rspec"],
    [{ suiteName: "a.dll", suitePackage: "a.dll" }, "junitxml-testlogger"],
    [{ rootAttributes: [], caseAttributes: ["name", "time", "classname", "file"] }, "node:test"],
  ];
  for (const [signs, expected] of cases) assert.equal(dialect(signs), expected);
});

test("half of the signs are none", () => {
  const cases: readonly Partial<DialectSigns>[] = [
    {},
    { rootName: "AllTests" },
    { suiteName: "pytest" },
    { suiteName: "rspec" },
    { properties: new Set(["seed"]) },
    { suitePackage: "a.dll" },
    { root: "testsuite", suiteAttributes: ["name", "tests", "failures", "disabled"] },
    { caseAttributes: ["name", "time", "classname"] },
    { rootAttributes: [], caseAttributes: ["classname", "name", "time"] },
    { root: "testsuite", suiteAttributes: ["name", "tests", "skipped", "failures", "errors"] },
  ];
  for (const signs of cases) assert.equal(dialect(signs), "unknown", JSON.stringify(signs));
});
