import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import type { ReadTests } from "../read-report.ts";
import { readJunit } from "./read.ts";

const FOLDER = new URL("./fixtures/", import.meta.url);

function readFixture(name: string): ReadTests {
  const bytes = readFileSync(new URL(`${name}.xml`, FOLDER));
  return readJunit(bytes, { file: `reports/${name}.xml`, root: "/build/project" });
}

/** `dialect suites passed/failed/errored/skipped flaky mismatches`. */
function summary({ report, cases, mismatches }: ReadTests): string {
  const count = (status: string): number => cases.filter((one) => one.status === status).length;
  const statuses = ["passed", "failed", "errored", "skipped"].map(count).join("/");
  const flaky = cases.filter((one) => one.flaky).length;
  return `${report.dialect} ${report.suites} ${statuses} ${flaky} ${mismatches.length}`;
}

const EXPECTED: Readonly<Record<string, string>> = {
  "node-test": "node:test 3 5/4/0/2 0 0",
  pytest: "pytest 1 6/2/2/2 0 0",
  jest: "jest 1 2/2/0/1 0 2",
  vitest: "vitest 1 2/2/0/2 0 0",
  mocha: "mocha 3 1/2/0/0 0 0",
  googletest: "googletest 2 3/1/0/2 0 0",
  ctest: "ctest 1 1/1/0/3 0 0",
  catch2: "catch2 1 2/1/1/0 0 0",
  phpunit: "phpunit 4 2/3/2/2 0 0",
  rspec: "rspec 1 2/2/0/2 0 0",
  gotestsum: "gotestsum 1 2/3/0/1 0 1",
  surefire: "surefire 1 2/1/1/1 1 0",
  gradle: "gradle 1 1/1/0/1 0 0",
  nextest: "nextest 1 2/1/0/0 1 0",
  testlogger: "junitxml-testlogger 1 1/1/0/1 0 0",
};

test("every runner's report is recognised and counted as the runner meant it", () => {
  const names = readdirSync(FOLDER)
    .filter((name) => name.endsWith(".xml"))
    .map((name) => name.slice(0, -4));
  assert.deepEqual(names.sort(), Object.keys(EXPECTED).sort());
  const found = Object.fromEntries(names.map((name) => [name, summary(readFixture(name))]));
  assert.deepEqual(found, Object.fromEntries(names.map((name) => [name, EXPECTED[name]])));
});

test("names are stable: relative to the repository, and unique in each report", () => {
  for (const name of Object.keys(EXPECTED)) {
    const { cases } = readFixture(name);
    const ids = cases.map(({ id }) => id);
    assert.ok(ids.length > 0 && ids.every((id) => !id.includes("/build/project") && !id.includes("builder")), name);
    assert.equal(new Set(ids).size, name === "pytest" ? ids.length - 1 : ids.length, name);
    assert.ok(
      cases.every(({ file }) => file === null || !file.startsWith("/")),
      name,
    );
  }
});

test("a test is named by where it is written", () => {
  const ids = (name: string): readonly string[] => readFixture(name).cases.map(({ id }) => id);
  assert.ok(ids("node-test").includes("test/price.test.js › formatting › large › fails"));
  assert.ok(ids("pytest").includes("tests.test_price.TestClass › pytest › test_in_class"));
  assert.ok(ids("vitest").includes("test/price.spec.js › price > adds"));
  assert.ok(ids("mocha").includes("mt/price.cjs › price › price adds"));
  assert.ok(ids("surefire").includes("com.example.PriceTest › adds"));
  assert.ok(ids("phpunit").includes("tests/PriceTest.php › unit › PriceTest › testAdds"));
  assert.ok(ids("googletest").includes("g.cc › Some/P › Works/0"));
});

test("what a report hides in its totals is found", () => {
  const [unbuilt] = readFixture("gotestsum").mismatches;
  assert.deepEqual(unbuilt, {
    report: "reports/gotestsum.xml",
    line: 2,
    suite: "",
    what: "errors",
    declared: 1,
    counted: 0,
  });
});

test("durations, messages and lines come along", () => {
  const cases = readFixture("surefire").cases;
  assert.equal(cases[0]?.durationMs, 1_201_500);
  assert.equal(cases[1]?.message, "expected: <4> but was: <3>");
  assert.equal(cases[4]?.message, "first time");
  assert.deepEqual(
    cases.map(({ line }) => line),
    [6, 7, 13, 17, 20],
  );
});
