import assert from "node:assert/strict";
import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { fileGround } from "./load-ground.ts";

test("text relative to the folder, named as the plan does in errors", (t) => {
  const folder = scratch(t, { "data/a.csv": "ä\n", "large.csv": "" });
  const ground = fileGround(folder);
  assert.equal(ground.text("data/a.csv"), "ä\n");
  writeFileSync(join(folder, "latin.csv"), Uint8Array.of(0xe4));
  truncateSync(join(folder, "large.csv"), 64 * 1024 * 1024 + 1);
  for (const [file, code] of [
    ["gone.csv", "HP-READ-ABSENT"],
    ["data", "HP-READ-ABSENT"],
    ["latin.csv", "HP-READ-ENCODING"],
    ["large.csv", "HP-READ-TOO-LARGE"],
  ] as const) {
    assert.throws(() => ground.text(file), { code, place: { file } });
  }
});
