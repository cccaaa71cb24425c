import assert from "node:assert/strict";
import { test } from "node:test";
import { coveragePart } from "./config-part.ts";
import { standingOf } from "./standing.ts";
import { coverageExceptionOf } from "./testing-register.ts";

const standing = (changes: Parameters<typeof coverageExceptionOf>[0], at = "2026-03-01"): string =>
  standingOf(coverageExceptionOf(changes), Date.parse(at));

test("one word says how an exception stands", () => {
  assert.equal(standing({}), "counts");
  assert.equal(standing({}, "2026-06-01"), "review due");
  assert.equal(standing({}, "2027-01-01"), "expired");
  assert.equal(standing({}, "2026-01-01"), "does not count");
  assert.equal(standing({ approver: "BEN" }), "does not count");
  assert.equal(standing({ introducedIn: null }), "not committed");
  assert.equal(standing({ matches: [] }), "no file");
  const resolved = { at: "2026-02-01T00:00:00Z", by: "Ben", why: "reached", final: null } as const;
  assert.equal(standing({ resolved }, "2030-01-01"), "resolved");
});

test("what is worst is said first", () => {
  assert.equal(standing({ matches: [], introducedIn: null }, "2027-01-01"), "expired");
  assert.equal(standing({ matches: [], introducedIn: null }), "no file");
});

test("without floors there is nothing to except from", () => {
  const config = { coverage: null } as Parameters<typeof coveragePart>[0];
  assert.throws(() => coveragePart(config, "holdpoint.yaml"), { code: "HP-CONFIG-REFERENCE" });
});
