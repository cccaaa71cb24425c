import assert from "node:assert/strict";
import { test } from "node:test";
import { wantsColor } from "./color.ts";

const output = (isTerminal: boolean) => ({ write: () => undefined, isTerminal, columns: 80 });

test("colour is for terminals, and for whoever asks", () => {
  assert.equal(wantsColor(output(true), {}), true);
  assert.equal(wantsColor(output(false), {}), false);
  assert.equal(wantsColor(output(true), { NO_COLOR: "1" }), false);
  assert.equal(wantsColor(output(true), { NO_COLOR: "" }), true);
  assert.equal(wantsColor(output(true), { TERM: "dumb" }), false);
  assert.equal(wantsColor(output(false), { FORCE_COLOR: "1" }), true);
  assert.equal(wantsColor(output(true), { FORCE_COLOR: "0" }), false);
  assert.equal(wantsColor(output(true), { FORCE_COLOR: "1", NO_COLOR: "1" }), false);
});
