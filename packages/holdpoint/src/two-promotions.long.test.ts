import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { commitAll, gitRepository, scratch, writeFiles } from "@holdpoint/testkit";

const BIN = fileURLToPath(new URL("../bin/holdpoint.js", import.meta.url));

const CONFIG = `version: 1
service: adder
suites:
  - id: unit
    run: [node, --test, --test-reporter=junit, --test-reporter-destination=reports/junit.xml, sum.test.js]
    timeout: 1m
    results: [reports/junit.xml]
repository: { versionFiles: [package.json], changelog: CHANGELOG.md }
profiles:
  release:
    gates: { candidate: {}, tests: {}, ledger: {} }
    requireGates: [candidate, tests, ledger]
    requireSections: [L, X, Y]
    firstRelease: allow
`;

const TESTS = `import assert from "node:assert";
import { test } from "node:test";
test("adds", () => assert.equal(1 + 2, 3));
test("adds nothing", () => assert.equal(0 + 0, 0));
`;

const filesOf = (version: string): Record<string, string> => ({
  "package.json": `{ "name": "adder", "version": "${version}", "type": "module" }\n`,
  "CHANGELOG.md": `# Changelog\n\n## [${version}] - 2026-01-01\n\n- It adds.\n`,
});

interface Document {
  readonly verdict: string;
  readonly gates: readonly { id: string; checks: readonly { id: string; outcome: string; code: string }[] }[];
  readonly holdReasons: readonly { gate: string; check: string; code: string; text: string }[];
}

function holdpoint(cwd: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
  // The tests' own runner must not be taken for the runner of the tests that it runs.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd,
    env,
    encoding: "utf8",
    timeout: 120_000,
  });
  return { status, stdout, stderr };
}

function promote(cwd: string): Document {
  const { stdout, stderr } = holdpoint(cwd, "promote", "--json");
  assert.notEqual(stdout, "", stderr);
  return JSON.parse(stdout) as Document;
}

const outcome = (document: Document, gate: string, check: string): string =>
  document.gates.find(({ id }) => id === gate)?.checks.find(({ id }) => id === check)?.outcome ?? "none";

test("a fresh clone with an empty ledger inherits the last promotion from governance/", (t) => {
  const first = gitRepository(t, {
    ...filesOf("1.0.0"),
    "sum.test.js": TESTS,
    "holdpoint.yaml": CONFIG,
    ".gitignore": "reports/\n",
    "reports/.keep": "",
  });
  writeFiles(first, { "reports/.gitignore": "*\n" });
  const one = promote(first);
  assert.equal(one.verdict, "PROMOTE", JSON.stringify(one.holdReasons));
  assert.equal(outcome(one, "tests", "inherited-tests-present"), "not-applicable");

  const published = holdpoint(first, "ledger", "publish");
  assert.equal(published.status, 0, published.stderr);
  assert.equal(readdirSync(join(first, "governance", "promotions")).length, 1);
  writeFiles(first, filesOf("1.1.0"));
  commitAll(first, "second version");

  const second = join(scratch(t), "clone");
  execFileSync("git", ["clone", "--quiet", first, second]);
  assert.equal(existsSync(join(second, ".holdpoint")), false);
  writeFiles(second, { "reports/.gitignore": "*\n" });
  const two = promote(second);
  assert.equal(two.verdict, "PROMOTE", JSON.stringify(two.holdReasons));
  assert.equal(outcome(two, "tests", "inherited-tests-present"), "pass");
  assert.equal(outcome(two, "candidate", "version-moved-on"), "pass");

  writeFiles(second, { "sum.test.js": TESTS.replace(/test\("adds nothing".*\n/, ""), ...filesOf("1.2.0") });
  commitAll(second, "a test is dropped");
  rmSync(join(second, ".holdpoint"), { recursive: true });
  const three = promote(second);
  assert.equal(three.verdict, "HOLD");
  assert.deepEqual(
    three.holdReasons.map(({ gate, check, code }) => [gate, check, code]),
    [
      ["tests", "inherited-tests-present", "now-gone"],
      ["tests", "inherited-suites-judged", "suite-shrunk"],
    ],
  );
  assert.match(three.holdReasons[0]?.text ?? "", /adds nothing/);
});
