import assert from "node:assert/strict";
import { test } from "node:test";
import { KIND } from "@holdpoint/core";
import { DRILLS } from "./drills.ts";

test("drills are registered once each, by a kind that there is", () => {
  const kinds = DRILLS.map(({ kind }) => kind);
  assert.ok(kinds.length >= 5);
  assert.equal(new Set(kinds).size, kinds.length);
  for (const { kind, version, title } of DRILLS) {
    assert.ok((Object.values(KIND) as string[]).includes(kind), kind);
    assert.match(version, /^\d/);
    assert.ok(title.length >= 12, title);
  }
});
