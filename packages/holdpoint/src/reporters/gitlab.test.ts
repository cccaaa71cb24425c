import assert from "node:assert/strict";
import { test } from "node:test";
import { HOSTILE, hostileRun } from "./fixture/hostile.ts";
import { HELD, PROMOTED } from "./fixture/runs.ts";
import { renderGitlab } from "./gitlab.ts";

type Issue = Readonly<Record<"description" | "check_name" | "fingerprint" | "severity", string>> & {
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
};

function read(text: string): Issue[] {
  const issues = JSON.parse(text) as Issue[];
  for (const { check_name: name, fingerprint, severity, location } of issues) {
    assert.notEqual(name, undefined);
    assert.match(fingerprint, /^[0-9a-f]{64}$/);
    assert.match(severity, /^(?:info|minor|major|critical|blocker)$/);
    assert.doesNotMatch(location.path, /^\/|^\.\.|\/\.\.(?:\/|$)/);
    assert.ok(location.lines.begin >= 1);
  }
  assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, issues.length);
  return issues;
}

test("what holds is a blocker at its place", () => {
  const issue = read(renderGitlab(HELD)).find(({ location }) => location.lines.begin === 41);
  assert.deepEqual(
    { ...issue, fingerprint: "" },
    {
      description: "refuses a negative amount: 3 of 431 tests failed",
      check_name: "tests/no-failed-tests",
      fingerprint: "",
      severity: "blocker",
      location: { path: "test/transfer.test.ts", lines: { begin: 41 } },
    },
  );
});

test("severity tells blocking, advisory and warning apart", () => {
  const by = Object.fromEntries(read(renderGitlab(HELD)).map(({ check_name: name, severity }) => [name, severity]));
  assert.equal(by["load/required-gate-missing"], "blocker");
  assert.equal(by["coverage/lines-covered"], "blocker");
  assert.equal(by["style/files-short"], "critical");
  assert.equal(by["tests/skipped-within-limit"], "minor");
  assert.equal(by["dependencies/licences-allowed"], undefined);
  assert.deepEqual(
    read(renderGitlab(PROMOTED)).map(({ severity }) => severity),
    ["minor"],
  );
});

test("what has no place stands at the configuration", () => {
  const at = (configFile?: string): string | undefined =>
    read(renderGitlab(HELD, configFile === undefined ? {} : { configFile })).find(
      ({ check_name: name }) => name === "coverage/lines-covered",
    )?.location.path;
  assert.equal(at(), "holdpoint.yaml");
  assert.equal(at("ci/gates.yaml"), "ci/gates.yaml");
  assert.equal(at("/etc/gates.yaml"), "holdpoint.yaml");
});

test("hostile text keeps the shape, equal findings keep apart", () => {
  for (const text of [...HOSTILE, "/etc/passwd", "../x"]) assert.ok(read(renderGitlab(hostileRun(text))).length >= 6);
  const run = hostileRun("x");
  const [gate] = run.judgement.gates;
  const [check] = gate?.checks ?? [];
  assert.ok(gate !== undefined && check !== undefined);
  const gates = [{ ...gate, checks: [check, check] }];
  assert.equal(read(renderGitlab({ ...run, judgement: { ...run.judgement, gates, holdReasons: [] } })).length, 4);
});
