import assert from "node:assert/strict";
import { test } from "node:test";
import { isSendable, requireHeaderName, requireHeaderValue, requireMethod } from "./header-rules.ts";
import type { PlannedText } from "./place.ts";
import { planPlace } from "./place.ts";

const text = (text: string): PlannedText => ({ text, pointer: "headers[0]", placeOf: planPlace });

test("methods are tokens, and none opens a tunnel", () => {
  for (const method of ["GET", "PROPFIND", "M-SEARCH"]) requireMethod(text(method));
  for (const method of ["", "GE T", "GET\r\n", "CONNECT", "é", "X".repeat(33)]) {
    assert.throws(() => requireMethod(text(method)), { code: "HP-LOAD-REQUEST" }, method);
  }
});

test("header names are tokens; the framing is the generator's own", () => {
  for (const name of ["X-Id", "content-type", "Connection", "host"]) requireHeaderName(text(name));
  for (const name of ["", "a:b", "a b", "x\r\ny", "Content-Length", "TRANSFER-ENCODING"]) {
    assert.throws(() => requireHeaderName(text(name)), { code: "HP-LOAD-REQUEST" }, name);
  }
});

test("no value makes a header of its own", () => {
  for (const value of ["", "a\tb", "Bearer abc==", "käse"]) requireHeaderValue(text(value));
  assert.throws(() => requireHeaderValue(text("a\r\nX-Admin: 1")), { code: "HP-LOAD-REQUEST", place: { column: 2 } });
  for (const value of ["\n", "a\u0000", "\u007F"]) {
    assert.throws(() => requireHeaderValue(text(value)), { code: "HP-LOAD-REQUEST" }, JSON.stringify(value));
  }
  assert.throws(() => requireHeaderValue(text("${data.x}"), "a\nb"), /a control character in "a\\nb"/);
});

test("what came from an answer is sent on only without control characters", () => {
  assert.ok(isSendable("abc 1"));
  for (const value of ["a\r\n", "a\tb", "\u0000"]) assert.ok(!isSendable(value));
});
