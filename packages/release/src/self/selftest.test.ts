import assert from "node:assert/strict";
import { test } from "node:test";
import type { Check, Finding, Gate } from "@holdpoint/core";
import { selftestBody } from "./selftest.ts";

interface Body {
  readonly bad: boolean;
}

const honest: Check = {
  definition: {
    id: "honest",
    title: "t",
    question: "q",
    motivation: "m",
    remediation: "r",
    effort: "low",
    sections: ["L"],
    needs: ["thing"],
    baseline: "none",
    reasons: { bad: "it is bad" },
    params: {},
  },
  judge: (input): Finding => {
    const bad = input.of<Body>("thing").some((one) => one.evidence.body.bad);
    return {
      outcome: bad ? "fail" : "pass",
      code: bad ? "bad" : "pass",
      observed: bad,
      threshold: false,
      reason: "seen",
    };
  },
  sound: () => ({ bodies: { thing: [{ bad: false }] } }),
  plants: [
    {
      id: "made-bad",
      harm: "it is bad",
      expect: { outcome: "fail", code: "bad" },
      plant: (sound) => ({ ...sound, bodies: { thing: [{ bad: true }] } }),
    },
  ],
};
const blind: Check = {
  ...honest,
  definition: { ...honest.definition, id: "blind" },
  judge: (input): Finding => {
    input.of("thing");
    return { outcome: "pass", code: "pass", observed: null, threshold: null, reason: "always" };
  },
};
const gateOf = (...checks: Check[]): Gate => ({
  id: "g",
  title: "t",
  question: "q",
  sections: ["L"],
  phase: "candidate",
  checks,
});

test("every plant of an honest check is caught, those that all checks are given as well", () => {
  const body = selftestBody([gateOf(honest)], [], "sha256:x");
  assert.equal(body.planted, body.caught);
  assert.ok(body.planted >= 6);
  assert.deepEqual(body.checks, [{ gate: "g", check: "honest", plants: 1, missed: [] }]);
});

test("a check that cannot fail is named with what it let through", () => {
  const body = selftestBody([gateOf(honest, blind)], [], "sha256:x");
  assert.equal(body.caught, body.planted - 1);
  assert.deepEqual(body.checks[1]?.missed, ["made-bad: expected fail bad, got pass pass"]);
});

test("a sound scene that passes is not counted as a violation that was caught; one that fails is a miss", () => {
  const universal = selftestBody([gateOf(honest)], [], "x").planted - honest.plants.length;
  assert.equal(selftestBody([gateOf({ ...honest, plants: [] })], [], "x").planted, universal);
  const red: Check = { ...honest, sound: () => ({ bodies: { thing: [{ bad: true }] } }) };
  const body = selftestBody([gateOf(red)], [], "x");
  assert.deepEqual(body.checks[0]?.missed, ["sound: expected pass pass, got fail bad"]);
  assert.equal(body.planted - body.caught, 1);
});

test("live plants count, caught or not", () => {
  const live = { gate: "g", plant: "p", expected: "x", got: "y", caught: false };
  const body = selftestBody([], [live], "sha256:x");
  assert.deepEqual([body.planted, body.caught], [1, 0]);
});
