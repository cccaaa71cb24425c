import assert from "node:assert/strict";
import { test } from "node:test";
import type { Exchange } from "../http-probe.ts";
import { answered, programOf } from "./room.ts";

test("the program is the command without the verb that starts a gateway", () => {
  assert.deepEqual(programOf(["holdpoint", "gateway", "start"]), ["holdpoint"]);
  assert.deepEqual(programOf(["node", "bin/a.js", "gateway", "start"]), ["node", "bin/a.js"]);
});

test("a command that does not end with the verb has no program that other verbs could be given to", () => {
  for (const command of [[], ["holdpoint"], ["holdpoint", "start"], ["gateway", "start", "--port", "1"]]) {
    assert.throws(() => programOf(command), /does not end with "gateway start"/, command.join(" "));
  }
  assert.throws(() => programOf(["holdpoint", "gateway start"]), TypeError, "one word is not two");
});

test("no answer is null, and an answer is handed on, whatever its status", async () => {
  assert.equal(await answered(Promise.reject(new Error("refused"))), null);
  const exchange = { status: 500 } as Exchange;
  assert.equal(await answered(Promise.resolve(exchange)), exchange);
});
