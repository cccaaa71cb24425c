import assert from "node:assert/strict";
import { test } from "node:test";
import { correlationOf } from "./correlate.ts";
import { handshakeRequest, isAccepted } from "./handshake.ts";

// The example of RFC 6455 section 1.3.
const KEY = "dGhlIHNhbXBsZSBub25jZQ==";
const ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

test("the opening request, with path, query and headers of one's own", () => {
  const text = handshakeRequest("ws://127.0.0.1:81/chat?a=b", KEY, [["Authorization", "Bearer x"]]);
  assert.deepEqual(text.split("\r\n"), [
    "GET /chat?a=b HTTP/1.1",
    "Host: 127.0.0.1:81",
    "Upgrade: websocket",
    "Connection: Upgrade",
    `Sec-WebSocket-Key: ${KEY}`,
    "Sec-WebSocket-Version: 13",
    "Authorization: Bearer x",
    "",
    "",
  ]);
});

test("only the answer to this very request opens it", () => {
  const good = { upgrade: "WebSocket", connection: "keep-alive, Upgrade", "sec-websocket-accept": ACCEPT };
  const accepted = (status: number, headers: Record<string, string>): boolean =>
    isAccepted(status, new Map(Object.entries(headers)), KEY);
  assert.equal(accepted(101, good), true);
  assert.equal(accepted(200, good), false);
  assert.equal(isAccepted(101, null, KEY), false);
  for (const harm of [
    { upgrade: "h2c" },
    { connection: "close" },
    { connection: "not-upgrade" },
    { "sec-websocket-accept": `${ACCEPT}x` },
    { "sec-websocket-extensions": "permessage-deflate" },
  ]) {
    assert.equal(accepted(101, { ...good, ...harm }), false, JSON.stringify(harm));
  }
});

test("a subprotocol is one of those that were offered", () => {
  const good = { upgrade: "websocket", connection: "Upgrade", "sec-websocket-accept": ACCEPT };
  const accepted = (chosen: string, ...offered: readonly string[]): boolean => {
    const asked = offered.map((value) => ["Sec-WebSocket-Protocol", value] as const);
    return isAccepted(101, new Map(Object.entries({ ...good, "sec-websocket-protocol": chosen })), KEY, asked);
  };
  assert.deepEqual([accepted("chat", "soap, chat"), accepted("chat", "soap", "chat")], [true, true]);
  assert.deepEqual(
    [accepted("chat"), accepted("chat", "chat2"), accepted("soap, chat", "soap, chat")],
    [false, false, false],
  );
});

test("question and answer know each other by a member of a JSON object", () => {
  const of = (text: string): string | undefined => correlationOf(Buffer.from(text), "id");
  assert.equal(of('{"id": 7, "x": 1}'), "7");
  assert.equal(of('{"id": "7"}'), '"7"');
  assert.equal(of('{"id": null}'), "null");
  for (const none of ["", "no JSON", "[7]", "7", "null", '{"ID": 7}', "{}"]) assert.equal(of(none), undefined, none);
});
