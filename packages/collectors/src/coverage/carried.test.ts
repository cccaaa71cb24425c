import assert from "node:assert/strict";
import { test } from "node:test";
import { carriedOf } from "./carried.ts";

const input = (name: string): { name: string; sha256: string } => ({ name, sha256: "a".repeat(64) });
const older = { commit: "1".repeat(40), measuredAt: "2026-01-01T00:00:00.000Z" };
const newer = { commit: "2".repeat(40), measuredAt: "2026-01-02T00:00:00.000Z" };

test("a report of this candidate's own files is not carried", () => {
  assert.equal(carriedOf([input("a.info"), input("toString")], { "b.info": older }), null);
  assert.equal(carriedOf([], {}), null);
});

test("a report of which any file is carried is, from the oldest of them", () => {
  const carried = { "a.info": newer, "b.info": older };
  assert.deepEqual(carriedOf([input("a.info"), input("own.info")], carried), newer);
  assert.deepEqual(carriedOf([input("a.info"), input("b.info")], carried), older);
  assert.deepEqual(carriedOf([input("b.info"), input("a.info")], carried), older);
});
