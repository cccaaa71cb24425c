import assert from "node:assert/strict";
import { test } from "node:test";
import { KIND } from "@holdpoint/core";
import { fixtureEvidence } from "../reporters/fixture/evidence.ts";
import { givenGate, passed } from "../reporters/fixture/check.ts";
import { fixtureRun, HELD, PROMOTED } from "../reporters/fixture/runs.ts";
import { emlOf } from "./eml.ts";
import { regressionMessage } from "./regression-message.ts";

const fell = {
  outcome: "fail",
  code: "fallen",
  observed: 90,
  threshold: 95,
  flip: "would pass at 95%",
  reason: "lines fell from 95% to 90%\r\nBcc: x@y.example",
  locations: [],
} as const;

const run = (id: string, advisory: boolean, finding: typeof fell | ReturnType<typeof passed>) =>
  fixtureRun({
    gates: [
      givenGate(id, "Regression", ["L"], [{ id: "total-not-fallen", needs: KIND.coverage, finding }]),
      givenGate("tests", "Tests", ["L"], [{ id: "none-failed", needs: KIND.testResults, finding: fell }]),
    ],
    evidence: [
      fixtureEvidence({ kind: KIND.coverage, samples: 3 }),
      fixtureEvidence({ kind: KIND.testResults, samples: 3 }),
    ],
    advisory: advisory ? [id] : [],
  });

test("a release that coverage-regression holds is told, with each check and why", () => {
  const message = regressionMessage(run("coverage-regression", false, fell));
  assert.ok(message !== null);
  assert.equal(message.event, "coverage-regression");
  assert.match(message.document.title, /^HOLD of .*: coverage-regression is FAIL$/);
  const { checks, verdict, gateVerdict } = message.data as unknown as Record<string, readonly object[]>;
  assert.deepEqual([verdict, gateVerdict, checks?.length], ["HOLD", "FAIL", 1], "of this gate alone");
  assert.match(JSON.stringify(checks), /"code":"fallen"/);
  const [head = ""] = emlOf(message, { from: "a@b.example", to: [] }).split("\r\n\r\n");
  assert.doesNotMatch(head, /^Bcc/m);
});

test("nobody is woken for a PROMOTE, for another gate, for a gate that passed, or for an advisory one", () => {
  assert.equal(regressionMessage(PROMOTED), null);
  assert.equal(regressionMessage(HELD), null);
  assert.equal(regressionMessage(run("coverage-regression", false, passed("nothing fell", 95, "95"))), null);
  assert.equal(regressionMessage(run("coverage-regression", true, fell)), null);
});
