import assert from "node:assert/strict";
import { test } from "node:test";
import type { SaxesTagPlain } from "saxes";
import { SaxesParser } from "saxes";
import { HOSTILE, hostileRun } from "./fixture/hostile.ts";
import { HELD, PROMOTED } from "./fixture/runs.ts";
import { renderJunit } from "./junit.ts";

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

function parse(xml: string): Element {
  const stack: Element[] = [{ name: "", attributes: {}, children: [], text: "" }];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }: SaxesTagPlain) => {
    const element = { name, attributes: attributes as Record<string, string>, children: [], text: "" };
    stack.at(-1)?.children.push(element);
    stack.push(element);
  });
  parser.on("text", (text) => {
    const top = stack.at(-1);
    if (top !== undefined) top.text += text;
  });
  parser.on("closetag", () => stack.pop());
  parser.write(xml).close();
  const root = stack[0]?.children[0];
  assert.ok(root !== undefined);
  return root;
}

function cases(suite: Element): Element[] {
  return suite.children.filter(({ name }) => name === "testcase");
}

function kindOf(testcase: Element): string {
  return testcase.children[0]?.name ?? "passed";
}

test("a suite for each gate and a case for each check, ended as the check did", () => {
  const { judgement } = HELD;
  const suites = parse(renderJunit(HELD)).children;
  assert.deepEqual(
    suites.map(({ attributes }) => attributes["name"]),
    [...judgement.gates.map(({ id }) => id), "verdict"],
  );
  const expected = {
    pass: "passed",
    warn: "system-out",
    fail: "failure",
    error: "error",
    missing: "error",
    stale: "error",
    waived: "skipped",
    "not-applicable": "skipped",
  };
  let looked = 0;
  for (const [index, gate] of judgement.gates.entries()) {
    const suite = suites[index];
    assert.ok(suite !== undefined);
    for (const [at, check] of gate.checks.entries()) {
      const testcase: Element | undefined = cases(suite)[at];
      assert.ok(testcase !== undefined);
      assert.equal(testcase.attributes["name"], check.id);
      assert.equal(testcase.attributes["classname"], `holdpoint.${gate.id}`);
      assert.equal(kindOf(testcase), expected[check.outcome]);
      looked += 1;
    }
  }
  assert.equal(looked, judgement.score.asked);
});

test("counts are exact, in each suite and in all", () => {
  for (const run of [HELD, PROMOTED]) {
    const root = parse(renderJunit(run));
    const tally = (all: readonly Element[]): string[] => [
      String(all.length),
      ...["failure", "error", "skipped"].map((kind) => String(all.filter((one) => kindOf(one) === kind).length)),
    ];
    const declared = ({ attributes: a }: Element): unknown[] => [a["tests"], a["failures"], a["errors"], a["skipped"]];
    for (const suite of root.children) assert.deepEqual(declared(suite), tally(cases(suite)));
    assert.deepEqual(declared(root), tally(root.children.flatMap(cases)));
  }
});

test("what holds without a check is a failed case, so that no held run looks green", () => {
  const held = parse(renderJunit(HELD)).children.at(-1);
  assert.deepEqual(held === undefined ? [] : cases(held).map(({ attributes }) => attributes["name"]), [
    "load: required-gate-missing",
    "verdict: required-section-uncovered",
  ]);
  const promoted = parse(renderJunit(PROMOTED));
  assert.ok(promoted.children.every(({ attributes }) => attributes["name"] !== "verdict"));
  assert.deepEqual([promoted.attributes["failures"], promoted.attributes["errors"]], ["0", "0"]);
});

test("a failure says what was seen, wanted and to be done, and where", () => {
  const suite = parse(renderJunit(HELD)).children[1];
  assert.ok(suite !== undefined);
  const failure = cases(suite)[1]?.children[0];
  assert.equal(failure?.attributes["message"], "3 of 431 tests failed");
  assert.equal(failure?.attributes["type"], "tests-failed");
  assert.match(
    failure?.text ?? "",
    /^fail: .*\nseen: 3\nwanted: 0\nflip: .*\ndo: .*\nat test\/transfer\.test\.ts:41:3 /,
  );
});

test("run, commit and policy stand in the properties, times in seconds, the instant without a zone", () => {
  const suite = parse(renderJunit(HELD)).children[0];
  const properties = Object.fromEntries(
    suite?.children[0]?.children.map(({ attributes }) => [attributes["name"], attributes["value"]]) ?? [],
  );
  const { run, candidate, policyDigest } = HELD.judgement;
  assert.equal(properties["run"], run);
  assert.equal(properties["commit"], candidate.commit);
  assert.equal(properties["policy"], policyDigest);
  assert.equal(properties["verdict"], "FAIL");
  assert.equal(suite?.attributes["time"], "0.012");
  assert.equal(suite?.attributes["timestamp"], "2026-03-14T09:26:53");
});

test("hostile text is well formed", () => {
  for (const text of HOSTILE)
    assert.equal(parse(renderJunit(hostileRun(text))).children.length, 2, JSON.stringify(text));
});
