import assert from "node:assert/strict";
import { test } from "node:test";
import { HoldpointError } from "@holdpoint/core";
import { harm } from "./harm.ts";
import { seededRandom } from "./random.ts";
import { readOrRefuse } from "./read-or-refuse.ts";

test("a seed gives the same harm, seeds give different ones, and the sound file stays as it was", () => {
  const sound = Buffer.from("a sound file of some length, so that there is something to harm");
  const before = sound.toString();
  const made = new Set<string>();
  for (let seed = 0; seed < 200; seed += 1) {
    const bytes = harm(sound, seededRandom(seed));
    assert.deepEqual(harm(sound, seededRandom(seed)), bytes);
    made.add(bytes.toString("latin1"));
  }
  assert.equal(sound.toString(), before);
  assert.ok(made.size > 150, `${made.size} different`);
  assert.ok(harm(Buffer.alloc(0), seededRandom(1)).length >= 0);
});

test("only a registered error with a place is a refusal", () => {
  assert.equal(
    readOrRefuse(() => 7),
    7,
  );
  const refuse = (error: unknown) => (): never => {
    throw error;
  };
  assert.equal(readOrRefuse(refuse(new HoldpointError("HP-READ-SYNTAX", "x", { file: "f", line: 1 }))), null);
  for (const error of [
    new TypeError("x"),
    "text",
    new HoldpointError("HP-READ-SYNTAX", "x"),
    new HoldpointError("HP-READ-SYNTAX", "x", { file: "f", line: 0 }),
  ]) {
    assert.throws(() => readOrRefuse(refuse(error)), { name: "AssertionError" });
  }
});
