import assert from "node:assert/strict";
import { test } from "node:test";
import type { ExceptionGround, ExceptionWish } from "./exception-of.ts";
import { exceptionOf, instantOf } from "./exception-of.ts";
import { componentOf, fileOf } from "./testing-register.ts";

const NOW_MS = Date.UTC(2026, 0, 2);

const WISH: ExceptionWish = {
  path: "src/a.ts",
  metric: "lines",
  type: "platform",
  owner: " Ada ",
  approver: "Bo",
  rationale: "runs on another system",
  mitigation: "tried by hand",
  expires: "90d",
  nextReview: "2026-02-01",
};

const GROUND: ExceptionGround = {
  tracked: ["src/a.ts", "src/b.ts", "src/[id].ts", "lib/c.ts"],
  files: [fileOf("src/a.ts", 4, 10), fileOf("src/b.ts", 10, 10), fileOf("src/[id].ts", 1, 2), fileOf("lib/c.ts", 0, 1)],
  components: [componentOf("src", { floors: { lines: 90 } })],
  nowMs: NOW_MS,
};

test("a whole exception, with the numbers of now", () => {
  const { id, ...exception } = exceptionOf(WISH, GROUND);
  assert.match(id, /^cov-20260102-[0-9a-f]{8}$/);
  assert.deepEqual(exception, {
    schema: "holdpoint/exception/v1",
    path: "src/a.ts",
    metric: "lines",
    type: "platform",
    rationale: "runs on another system",
    mitigation: "tried by hand",
    atDecision: { covered: 4, total: 10 },
    nextReviewAt: "2026-02-01T00:00:00.000Z",
    owner: "Ada",
    approver: "Bo",
    createdAt: "2026-01-02T00:00:00.000Z",
    expiresAt: "2026-04-02T00:00:00.000Z",
  });
});

test("a glob is the sum of its files, and a name with brackets is a file", () => {
  assert.deepEqual(exceptionOf({ ...WISH, path: "src/*.ts" }, GROUND).atDecision, { covered: 15, total: 22 });
  assert.deepEqual(exceptionOf({ ...WISH, path: "src/[id].ts" }, GROUND).atDecision, { covered: 1, total: 2 });
});

test("without a date it is reviewed in thirty days, at the latest when it ends", () => {
  const next = (expires: string): string => exceptionOf({ ...WISH, expires, nextReview: "" }, GROUND).nextReviewAt;
  assert.deepEqual([next("90d"), next("10d")], ["2026-02-01T00:00:00.000Z", "2026-01-12T00:00:00.000Z"]);
});

test("two exceptions of one day are two", () => {
  const later = exceptionOf(WISH, { ...GROUND, nowMs: NOW_MS + 1 });
  assert.notEqual(later.id, exceptionOf(WISH, GROUND).id);
});

const REFUSED: readonly (readonly [string, Partial<ExceptionWish>, RegExp])[] = [
  ["no owner", { owner: " " }, /needs its owner/],
  ["no mitigation", { mitigation: "" }, /needs its mitigation/],
  ["several lines", { rationale: "a\nb" }, /one line/],
  ["an owner who approves", { approver: "ADA" }, /somebody else/],
  ["a type of two words", { type: "old code" }, /one word/],
  ["a metric that is none", { metric: "line" }, /did you mean "lines"/],
  ["a file that is not there", { path: "src/aa.ts" }, /fits no tracked file; did you mean "src\/a.ts"/],
  ["a bad glob", { path: "src/{a" }, /src/],
  ["nothing measured", { metric: "regions" }, /no report measures regions/],
  ["no floor", { path: "lib/c.ts" }, /no component asks for lines of lib\/c.ts/],
  ["a file that is good enough", { path: "src/b.ts" }, /reaches its floor of 90% already: 10 of 10 lines/],
  ["no end", { expires: "never" }, /no time at which an exception ends/],
  ["an end that has passed", { expires: "2025-12-31" }, /too late/],
  ["an end too far away", { expires: "366d" }, /365 days/],
  ["a review after the end", { nextReview: "91d" }, /not be later than the end/],
  ["a review in the past", { nextReview: "2026-01-01" }, /is reviewed at .* too late/],
];

for (const [what, change, says] of REFUSED) {
  test(`${what} is refused`, () => {
    assert.throws(() => exceptionOf({ ...WISH, ...change }, GROUND), {
      code: /^HP-(?:USAGE|CONFIG-VALUE)/,
      message: says,
    });
  });
}

test("times are read like those of waivers", () => {
  assert.equal(instantOf("2026-03-01T12:00:00Z", "ends", NOW_MS), "2026-03-01T12:00:00.000Z");
  for (const text of ["2026-02-30", "2026-03-01T12:00:00", "tomorrow"]) {
    assert.throws(() => instantOf(text, "ends", NOW_MS), { code: "HP-USAGE" }, text);
  }
});
