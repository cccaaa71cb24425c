import assert from "node:assert/strict";
import { test } from "node:test";
import { EXPOSITION_CODES } from "@holdpoint/core";
import { exposition, problemOf } from "../scenes/exposition.ts";
import { EXPOSITION_CLAIMS, isOfFormat } from "./exposition-claims.ts";
import { locationOf, problemsBesides, problemsBy, saidOf, toldProblems } from "./exposition-problems.ts";

const RULE = { code: "late", claims: ["timestamp-old"], text: "of time", flip: "would pass in time" } as const;

test("every problem that the validator tells is answered for by exactly one check", () => {
  const claimed = Object.values(EXPOSITION_CLAIMS).flat();
  assert.equal(new Set(claimed).size, claimed.length, "none twice");
  for (const code of EXPOSITION_CODES) assert.equal(isOfFormat(code), !claimed.includes(code), code);
  assert.ok(EXPOSITION_CODES.some(isOfFormat) && isOfFormat("of-tomorrow"));
});

test("a problem is told with its file and line; what was asked for over a network has no place", () => {
  const body = exposition();
  const told = { body, problem: problemOf("timestamp-old", { text: "late" }) };
  assert.equal(saidOf(told), "metrics/2.prom line 7: late");
  assert.deepEqual(locationOf(told), [{ file: "metrics/2.prom", line: 7, text: "late" }]);
  const scrapes = body.scrapes.map((scrape) => ({ ...scrape, file: null }));
  const live = { body: { ...body, scrapes }, problem: told.problem };
  assert.equal(saidOf(live), "api line 7: late");
  assert.deepEqual(locationOf(live), []);
});

test("only what a rule claims is told, of all pages", () => {
  const bodies = [
    exposition({ problems: [problemOf("timestamp-old"), problemOf("counter-fell")] }),
    exposition({ source: "worker", problems: [problemOf("timestamp-old")] }),
  ];
  const told = toldProblems(bodies, RULE.claims);
  assert.deepEqual([told.length, problemsBy(told, RULE)[0]?.observed], [2, 2]);
  assert.deepEqual(problemsBy(toldProblems(bodies, ["bad-name"]), RULE), []);
});

test("exceptions in a list that was cut are unknown, without exceptions the cut hides nothing", () => {
  const bodies = [exposition({ problems: [problemOf("timestamp-old")], problemsLeftOut: 7 })];
  const codes = (...except: readonly string[]): string[] =>
    problemsBesides(bodies, [RULE], except).map(({ code }) => code);
  assert.deepEqual(codes(), ["late"]);
  assert.deepEqual(codes("http_requests_total"), ["list-cut"]);
  assert.deepEqual(codes("other"), ["late", "entry-unused"]);
});
