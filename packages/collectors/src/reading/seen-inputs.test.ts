import assert from "node:assert/strict";
import { test } from "node:test";
import { SeenInputs } from "./seen-inputs.ts";

test("evidence is as old as its oldest file, and names all in order", () => {
  const seen = new SeenInputs();
  seen.add({ path: "b", sha256: "22", modifiedAtMs: 30 });
  seen.add({ path: "a", sha256: "11", modifiedAtMs: 50 });
  seen.add({ path: "c", sha256: "33", modifiedAtMs: 40 });
  assert.deepEqual(seen.finish(), {
    inputs: [
      { name: "a", sha256: "11" },
      { name: "b", sha256: "22" },
      { name: "c", sha256: "33" },
    ],
    startedAtMs: 30,
    finishedAtMs: 30,
  });
});

test("evidence of no file is a mistake of the caller", () => {
  assert.throws(() => new SeenInputs().finish(), RangeError);
});
