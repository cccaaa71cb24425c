import assert from "node:assert/strict";
import { test } from "node:test";
import type { LoadDraft } from "./draft.ts";
import { differing, draftBody } from "./draft.ts";
import { toldOf } from "./figures.ts";
import { codes } from "./testing.test.ts";

const SOUND: LoadDraft = {
  tool: { name: "tool", version: null },
  trust: "closed-service-only",
  sent: 10,
  completed: 9,
  failed: 1,
  durationMs: 1000,
  failures: [
    ["status 503", 1],
    ["reset", 0],
  ],
  told: toldOf({ mean: 5, max: 9 }),
};

test("nothing is filled in that was not told", () => {
  const body = draftBody(SOUND);
  assert.equal(body.validity, "valid");
  assert.deepEqual(body.failures, [{ kind: "status 503", count: 1 }]);
  assert.equal(body.terms.model, "closed");
  for (const key of ["url", "target", "achieved", "due", "response", "service", "lag", "queue"] as const)
    assert.equal(body[key], null, key);
  assert.deepEqual([body.windows, body.checks, body.slo], [[], [], []]);
  assert.deepEqual(body.series, [
    {
      of: "run",
      name: "",
      completed: 9,
      failed: 1,
      response: null,
      service: null,
      summary: null,
      told: { count: null, min: null, mean: 5, max: 9, percentiles: [] },
    },
  ]);
});

test("each way of saying nothing, or two things, is invalid for its reason", () => {
  const cases: readonly (readonly [Partial<LoadDraft>, string])[] = [
    [{ sent: 0, completed: 0, failed: 0, failures: [], told: null }, "no-samples"],
    [{ completed: 0, failed: 10 }, "all-failed"],
    [{ failed: null, failures: [] }, "failures-unsaid"],
    [{ completed: 10 }, "totals-disagree"],
    [{ failures: [["reset", 2]] }, "totals-disagree"],
    [{ durationMs: 0 }, "duration-unsaid"],
    [{ told: null }, "no-samples"],
    [{ told: toldOf({ mean: 5, max: 4 }) }, "totals-disagree"],
    [{ reasons: [{ code: "own", text: "x" }] }, "own"],
  ];
  for (const [patch, expected] of cases) {
    const body = draftBody({ ...SOUND, ...patch });
    assert.equal(body.validity, "invalid", expected);
    assert.deepEqual(codes(body), [expected], JSON.stringify(patch));
  }
});

test("credentials in an address go no further", () => {
  assert.equal(draftBody({ ...SOUND, url: "http://user:secret@host:1/a@b" }).url, "http://host:1/a@b");
  assert.equal(draftBody({ ...SOUND, url: "https://host/a@b" }).url, "https://host/a@b");
});

test("an absent total contradicts nothing", () => {
  assert.deepEqual(differing("requests", null, 3), []);
  assert.deepEqual(differing("requests", 3, 3), []);
  assert.deepEqual(differing("requests", 4, 3), [
    { code: "totals-disagree", text: "it says 4 requests, its parts make 3" },
  ]);
});

test("how many there were is no time of any", () => {
  for (const told of [toldOf({}), toldOf({ count: 9 })])
    assert.deepEqual(codes(draftBody({ ...SOUND, told })), ["no-samples"]);
  for (const told of [toldOf({ min: 0 }), toldOf({ mean: 0 }), toldOf({ max: 0 })])
    assert.deepEqual(codes(draftBody({ ...SOUND, told })), []);
  const percentiles = [{ name: "p50", q: 0.5, ms: 0 }];
  assert.deepEqual(codes(draftBody({ ...SOUND, told: toldOf({ percentiles }) })), []);
});

test("a time without an end and counts past what a number holds are no run", () => {
  const endless = draftBody({ ...SOUND, durationMs: Number.POSITIVE_INFINITY });
  assert.deepEqual([endless.durationMs, codes(endless)], [0, ["duration-unsaid"]]);
  assert.deepEqual(codes(draftBody({ ...SOUND, sent: 2 ** 53 })), ["totals-disagree"]);
  assert.deepEqual(codes(draftBody({ ...SOUND, sent: 2 ** 53 - 1 })), []);
});

test("one request is a run, its model that of the tool's trust", () => {
  const model = (trust: LoadDraft["trust"]): string => draftBody({ ...SOUND, trust }).terms.model;
  assert.deepEqual(
    [model("open-both-clocks"), model("open-service-only"), model("closed-service-only"), model("unknown")],
    ["open", "open", "closed", "unknown"],
  );
  assert.deepEqual(codes(draftBody({ ...SOUND, sent: 1, completed: 1, failed: 0, failures: [] })), []);
});
