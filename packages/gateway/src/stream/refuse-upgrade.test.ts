import assert from "node:assert/strict";
import { test } from "node:test";
import { HoldpointError } from "@holdpoint/core";
import { RetryAfterError } from "../errors/retry-after.ts";
import { refusalText, refuseUpgrade } from "./refuse-upgrade.ts";

const HEAD_END = "\r\n\r\n";

function parts(error: unknown): { readonly head: string; readonly body: { readonly [key: string]: unknown } } {
  const text = refusalText(error, "req_1");
  const at = text.indexOf(HEAD_END);
  const body = text.slice(at + HEAD_END.length);
  assert.match(text, new RegExp(`^Content-Length: ${Buffer.byteLength(body)}\r$`, "m"));
  return { head: text.slice(0, at), body: JSON.parse(body) as { readonly [key: string]: unknown } };
}

test("status, type and a problem document whose length is right, also where it is not ASCII", () => {
  const { head, body } = parts(new HoldpointError("HP-GATEWAY-QUERY", "'größe' is not known"));
  assert.match(head, /^HTTP\/1\.1 400 /);
  assert.match(head, /^Content-Type: application\/problem\+json\r?$/m);
  assert.match(head, /^X-Correlation-ID: req_1\r?$/m);
  assert.deepEqual([body["code"], body["status"], body["detail"]], ["HP-GATEWAY-QUERY", 400, "'größe' is not known"]);
});

test("how to authenticate, and when to come back", () => {
  assert.match(parts(new HoldpointError("HP-GATEWAY-UNAUTHENTICATED", "x")).head, /^WWW-Authenticate: Bearer /m);
  const busy = parts(new RetryAfterError("HP-GATEWAY-BUSY", "x", 1500)).head;
  assert.match(busy, /^Retry-After: 2\r?$/m);
  assert.ok(!busy.includes("WWW-Authenticate"));
});

test("nothing of what was not foreseen", () => {
  const { head, body } = parts(new TypeError("secret"));
  assert.match(head, /^HTTP\/1\.1 500 /);
  assert.ok(!JSON.stringify(body).includes("secret"));
});

test("no line of an error becomes a header", () => {
  const { head } = parts(new HoldpointError("HP-GATEWAY-QUERY", "x\r\nSet-Cookie: a=b"));
  assert.ok(!head.includes("Set-Cookie"));
});

test("the connection is ended with it", () => {
  const ended: string[] = [];
  const error = new HoldpointError("HP-GATEWAY-QUERY", "x");
  refuseUpgrade({ end: (text: string) => void ended.push(text) } as never, error, "req_1");
  assert.deepEqual(ended, [refusalText(error, "req_1")]);
});
