import assert from "node:assert/strict";
import { test } from "node:test";
import { ERRORS } from "@holdpoint/core";
import fc from "fast-check";
import { CLIENT_TYPES } from "./message-schema.ts";
import { readMessage } from "./read-message.ts";
import { openingOf } from "./handshake.ts";

const RUNS = 500;

/** Texts that are nearly messages. */
const nearly = fc.record(
  {
    type: fc.oneof(fc.constantFrom(...CLIENT_TYPES), fc.string()),
    id: fc.oneof(fc.string(), fc.integer()),
    correlation_id: fc.string(),
    session_id: fc.option(fc.string()),
    traceparent: fc.string(),
    payload: fc.oneof(
      fc.jsonValue(),
      fc.record(
        {
          text: fc.string(),
          adapter: fc.string(),
          operation: fc.string(),
          arguments: fc.dictionary(fc.string(), fc.jsonValue()),
          action_id: fc.string(),
          deadline_ms: fc.double(),
        },
        { requiredKeys: [] },
      ),
    ),
  },
  { requiredKeys: [] },
);

test("whatever comes in is a message or a registered refusal; nothing is thrown", () => {
  const seen = { message: 0, refused: 0 };
  const texts = fc.oneof(
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    fc.string({ maxLength: 200 }).map((text) => Buffer.from(text)),
    fc.json().map((text) => Buffer.from(text)),
    nearly.map((value) => Buffer.from(JSON.stringify(value))),
    fc.constantFrom(...CLIENT_TYPES).map((type) => Buffer.from(`{"type":"${type}","id":"a","payload":{}}`)),
  );
  fc.assert(
    fc.property(texts, (bytes) => {
      const answer = readMessage(bytes);
      if ("message" in answer) {
        seen.message += 1;
        assert.ok(CLIENT_TYPES.includes(answer.message.type));
        assert.equal(typeof answer.message.payload, "object");
      } else {
        seen.refused += 1;
        assert.equal(answer.refused.error.code, "HP-GATEWAY-STREAM-MESSAGE");
        assert.ok(Object.hasOwn(ERRORS, answer.refused.error.code));
      }
    }),
    { numRuns: RUNS },
  );
  assert.ok(seen.message > 0 && seen.refused > 0, JSON.stringify(seen));
});

test("whatever asks for an upgrade is let in with a token or refused with a registered error", () => {
  const tokens = {
    authenticate: () => null,
    holderOf: () => null,
  };
  const headers = fc.dictionary(
    fc.constantFrom("authorization", "origin", "host", "sec-websocket-protocol", "last-event-id"),
    fc.oneof(fc.string(), fc.webUrl()),
  );
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constant("/v1/stream"), fc.webPath()), headers, (url, given) => {
      assert.throws(
        () => openingOf({ url, headers: given }, tokens),
        (error: { readonly code?: string }) => Object.hasOwn(ERRORS, error.code ?? ""),
      );
    }),
    { numRuns: RUNS },
  );
});
