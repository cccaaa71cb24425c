import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Config, Gate } from "@holdpoint/core";
import { readConfig } from "../config/read-config.ts";
import { FIXTURE_GATES } from "../config/fixture.ts";
import { detectAll } from "./detect/index.ts";
import { draftOf } from "./draft.ts";
import { GATE_IDS, repositoryOf } from "./fixture.ts";
import { renderConfig } from "./render-config.ts";
import type { Repository } from "./repository.ts";

const GATES: readonly Gate[] = GATE_IDS.map((id) => ({ ...(FIXTURE_GATES[0] as Gate), id }));

function written(repository: Repository): { readonly yaml: string; readonly config: Config } {
  const yaml = renderConfig(draftOf(repository, detectAll(repository), GATE_IDS));
  return { yaml, config: readConfig(new TextEncoder().encode(yaml), "holdpoint.yaml", GATES) };
}

test("a whole npm project", () => {
  const { yaml, config } = written(
    repositoryOf({
      "package.json": JSON.stringify({ name: "app", version: "1.0.0", scripts: { test: "node --test" } }),
      "package-lock.json": JSON.stringify({ lockfileVersion: 3 }),
      "CHANGELOG.md": "",
      "src/index.js": "",
      "src/index.test.js": "",
      "lib/a.ts": "",
      "test/x.js": "",
      "tool.config.js": "",
    }),
  );
  assert.equal(
    yaml,
    `# What holds a release of this repository. Written by \`holdpoint init\`, which found: Node.js (node --test).
# \`holdpoint plan\` says what would run, \`holdpoint explain\` what the gates ask.
version: 1
service: app

# Commands run without a shell; what they write must be fresh, and tells its format itself.
suites:
  - id: node
    run:
      - node
      - "--test"
      - "--experimental-test-coverage"
      - "--test-reporter=spec"
      - "--test-reporter-destination=stdout"
      - "--test-reporter=junit"
      - "--test-reporter-destination=reports/junit/node.xml"
      - "--test-reporter=lcov"
      - "--test-reporter-destination=reports/coverage/lcov.info"
    timeout: "10m"
    results: [reports/junit/node.xml]
    writes: [reports/coverage/lcov.info]

# Files that must agree about the version.
repository:
  versionFiles: [package.json]
  changelog: CHANGELOG.md

# A source file that no report measures counts as uncovered.
coverage:
  reports:
    - id: node
      format: lcov
      files: [reports/coverage/lcov.info]
  source: ["lib/**/*.ts", "src/**/*.js"]
  exclude: ["**/*.test.*"]

dependencies: { manager: npm }

profiles:
  release:
    gates:
      candidate: {}
      tests: {}
      coverage: {}
      dependencies: {}
      automation-coverage: {}
      ledger: {}
    # Without these gates there is no promotion, whoever takes them out above.
    requireGates: [candidate, tests, coverage, dependencies, automation-coverage, ledger]
    # Nothing was promoted yet, so there is nothing to compare with. Refuse after the first promotion.
    firstRelease: allow
`,
  );
  assert.deepEqual(config.profiles["release"]?.requireGates, GATE_IDS);
});

test("what cannot be gathered is left out and said", () => {
  const { yaml, config } = written(repositoryOf({ "go.mod": "module a.b/tool", "main.go": "", VERSION: "1" }));
  assert.match(yaml, /# coverage: no suite leaves an LCOV or Istanbul report/);
  assert.match(yaml, /# dependencies: there is no npm lockfile/);
  assert.match(yaml, /the gate `tests` holds until there is one/);
  assert.match(yaml, /# {3}- \{ id: go, run: \[gotestsum/);
  assert.deepEqual(config.suites, []);
  assert.deepEqual(
    config.profiles["release"]?.gates.map(({ id }) => id),
    ["candidate", "tests", "automation-coverage", "ledger"],
  );
  assert.deepEqual(config.repository.versionFiles, ["VERSION"]);
});

test("reports that lie there are imported where nothing can be run", () => {
  const junit = '<?xml version="1.0"?><testsuite name="a"/>';
  const { config } = written(
    repositoryOf(
      { "main.c": "", "data.xml": "<data/>" },
      { "out/junit/a.xml": junit, "out/junit/b.xml": junit, "cov/lcov.info": "TN:", "top.xml": junit },
    ),
  );
  assert.deepEqual(config.suites[0]?.results, ["out/junit/*.xml", "top.xml"]);
  assert.equal(config.suites[0]?.run, null);
  assert.equal(config.coverage, null, "no source of a known language, so nothing to measure against");
});

test("reports that the GitLab file names are imported", () => {
  const { config } = written(
    repositoryOf({
      ".gitlab-ci.yml":
        "stages: [test]\ntest:\n  script: [make]\n  artifacts:\n    reports:\n      junit: [./out/a.xml, 'b/*.xml']\n",
    }),
  );
  assert.deepEqual(config.suites[0]?.results, ["b/*.xml", "out/a.xml"]);
});

test("an old lockfile leaves the gate out", () => {
  const { config } = written(repositoryOf({ "package.json": "{}", "package-lock.json": '{"lockfileVersion":1}' }));
  assert.equal(config.dependencies, null);
});

test("a name that cannot be a service gives way to the folder's", () => {
  assert.equal(written(repositoryOf({ "package.json": '{"name":"so wrong"}' })).config.service, "folder");
});

test("whatever the manifests say, what is written can be read back", () => {
  const hostile = fc.constantFrom(
    "a: b",
    "- x",
    "#",
    "'",
    '"',
    "\\",
    "*",
    "&a",
    "yes",
    "1.0",
    "",
    " ",
    "\u2028",
    "é",
    "}{",
    "a\nb",
  );
  const word = fc.oneof(fc.string({ maxLength: 12 }), hostile);
  const files = fc.record({ name: word, script: word, path: word });
  fc.assert(
    fc.property(files, ({ name, script, path }) => {
      const manifest = {
        name,
        version: "1",
        scripts: { test: `node --test ${script}` },
        "jest-junit": { outputName: path },
      };
      const { config } = written(
        repositoryOf({ "package.json": JSON.stringify(manifest), "src/a.js": "", "go.mod": `module ${name}` }),
      );
      assert.equal(config.suites[0]?.run?.[0], "node");
    }),
    { numRuns: 200 },
  );
});
