import assert from "node:assert/strict";
import { test } from "node:test";
import { answerLie } from "../mutants/lie.ts";
import { deafUrl } from "./listen.ts";
import { startProxy } from "./proxy.ts";
import { startUpstream } from "./upstream.ts";

const teapot = answerLie("teapot", "everything posted is a teapot", (answer, { method }) =>
  method === "POST" ? { ...answer, status: 418, body: "short and stout" } : null,
);

test("what is not lied about is handed on whole, both ways", async () => {
  const upstream = await startUpstream(Date.now);
  const proxy = await startProxy(() => upstream.url, teapot);
  try {
    const put = { method: "PUT", headers: { "idempotency-key": "k", "x-own": "é" }, body: '{"a":"ä"}' };
    const answer = await fetch(`${proxy.url}/path?q=1`, put);
    assert.deepEqual([answer.status, await answer.json()], [200, { done: 1 }]);
    assert.equal(answer.headers.get("content-type"), "application/json");
    const [call] = upstream.calls;
    assert.deepEqual([call?.path, call?.headers["idempotency-key"], call?.body], ["/path?q=1", "k", '{"a":"ä"}']);
    assert.equal(proxy.lies, 0);
    const lied = await fetch(`${proxy.url}/path`, { method: "POST", body: "{}" });
    assert.deepEqual([lied.status, await lied.text(), proxy.lies], [418, "short and stout", 1]);
  } finally {
    await proxy.close();
    await upstream.close();
  }
});

test("where nobody answers behind it, nobody answers", async () => {
  const deaf = await deafUrl();
  const proxy = await startProxy(() => deaf, teapot);
  try {
    await assert.rejects(fetch(`${proxy.url}/`));
  } finally {
    await proxy.close();
  }
});
