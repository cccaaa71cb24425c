import assert from "node:assert/strict";
import { test } from "node:test";
import type { Baseline } from "@holdpoint/core";
import { CANDIDATE } from "../testing.ts";
import { baseOf } from "./base.ts";

const baseline = { candidate: CANDIDATE } as unknown as Baseline;
const promoted = { commit: CANDIDATE.commit, from: "last-promoted" };
const named = { commit: "main", from: "option" };

test("a release is compared with what was promoted last, whatever is named", () => {
  assert.deepEqual(baseOf(undefined, baseline, false), promoted);
  assert.deepEqual(baseOf("main", baseline, false), promoted);
  assert.deepEqual(baseOf("main", null, false), named);
  assert.equal(baseOf(undefined, null, false), null);
});

test("who only asks may name any base", () => {
  assert.deepEqual(baseOf("main", baseline, true), named);
  assert.deepEqual(baseOf(undefined, baseline, true), promoted);
  assert.equal(baseOf(undefined, null, true), null);
});
