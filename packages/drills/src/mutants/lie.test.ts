import assert from "node:assert/strict";
import { test } from "node:test";
import type { ProxyAnswer, ProxyRequest } from "./lie.ts";
import { answerLie } from "./lie.ts";

const REQUEST: ProxyRequest = { method: "GET", path: "/a?b=1", headers: { h: "1" }, body: "" };
const TRUTH: ProxyAnswer = { status: 200, headers: { etag: "1" }, body: "true" };

test("a lie asks once, and sees the request beside the answer", async () => {
  const seen: unknown[] = [];
  const lie = answerLie("one", "everything is otherwise", (answer, request) => {
    seen.push([answer, request]);
    return { ...answer, body: "false" };
  });
  let asked = 0;
  const told = await lie.tell(REQUEST, async (request) => {
    asked += 1;
    assert.equal(request, REQUEST, "the gateway is asked what the drill asked");
    return TRUTH;
  });
  assert.deepEqual([told.lied, told.answer.body, asked], [true, "false", 1]);
  assert.deepEqual(seen, [[TRUTH, REQUEST]]);
  assert.deepEqual([lie.id, lie.harms], ["one", "everything is otherwise"]);
});

test("null is the truth, and does not count as a lie", async () => {
  const told = await answerLie("none", "nothing is wrong", () => null).tell(REQUEST, async () => TRUTH);
  assert.equal(told.lied, false);
  assert.equal(told.answer, TRUTH);
});

test("a gateway that does not answer is not lied about", async () => {
  let changed = 0;
  const lie = answerLie("none", "nothing is wrong", () => {
    changed += 1;
    return TRUTH;
  });
  await assert.rejects(
    lie.tell(REQUEST, () => Promise.reject(new Error("gone"))),
    /gone/,
  );
  assert.equal(changed, 0);
});
