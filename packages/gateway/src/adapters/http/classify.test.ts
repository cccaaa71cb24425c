import assert from "node:assert/strict";
import { test } from "node:test";
import type { AdapterFailure, AdapterOutcome } from "../../contract/adapter.ts";
import { classify } from "./classify.ts";
import { DestinationRefused } from "./destination-guard.ts";
import type { HttpResponse } from "./exchange.ts";
import { retryAfterMs } from "./retry-after.ts";

const NOW_MS = Date.UTC(2026, 0, 1);

function answer(
  status: number,
  changes: Partial<HttpResponse> & { text?: string } = {},
  mayBeUnderWay = false,
): AdapterOutcome {
  const response = { status, headers: {}, isCut: false, body: Buffer.from(changes.text ?? ""), ...changes };
  return classify({ kind: "answered", response }, { asked: "POST http://shop/x", nowMs: NOW_MS, mayBeUnderWay });
}

function failed(outcome: AdapterOutcome): AdapterFailure {
  return outcome.ok ? assert.fail(JSON.stringify(outcome.result)) : outcome;
}

function broken(error: Error, sent: boolean, status: number | null = null): AdapterFailure {
  const asked = { asked: "POST http://shop/x", nowMs: NOW_MS, mayBeUnderWay: false };
  return failed(classify({ kind: "failed", sent, error, status }, asked));
}

function coded(code: string): Error {
  return Object.assign(new Error("it broke"), { code });
}

test("status codes are classes", () => {
  const classes: readonly (readonly [string, boolean, readonly number[]])[] = [
    ["backpressure", false, [425, 429, 503]],
    ["timeout", true, [408, 504]],
    ["validation_failed", false, [400, 404, 405, 409, 410, 412, 413, 415, 422, 451, 499]],
    ["execution_error", false, [401, 403, 407]],
    ["execution_error", true, [0, 300, 301, 302, 303, 304, 307, 308, 500, 501, 502, 505, 511, 599, 600]],
  ];
  for (const [failureClass, sent, codes] of classes) {
    for (const status of codes) {
      const outcome = failed(answer(status, { text: "why\n" }));
      assert.deepEqual([outcome.failureClass, outcome.sent], [failureClass, sent], String(status));
      assert.match(outcome.message, new RegExp(`^POST http://shop/x answered ${status}.*: why$`));
    }
  }
});

test("a redirect is named and not followed", () => {
  const { message } = failed(answer(302, { headers: { location: "http://169.254.169.254/" } }));
  assert.match(message, /a redirect to http:\/\/169\.254\.169\.254\/, which is not followed/);
});

test("409 to a repeated idempotent call may mean that the first is under way: wait, and do not call it refused", () => {
  assert.deepEqual([failed(answer(409)).failureClass, failed(answer(409)).sent], ["validation_failed", false]);
  const repeated = failed(answer(409, {}, true));
  assert.deepEqual([repeated.failureClass, repeated.sent], ["backpressure", true]);
  assert.equal(failed(answer(422, {}, true)).failureClass, "validation_failed");
});

test("Retry-After is read in seconds and as a date, and nothing else is", () => {
  const cases: readonly (readonly [string | undefined, number | null])[] = [
    ["0", 0],
    ["120", 120_000],
    ["Thu, 01 Jan 2026 00:00:05 GMT", 5000],
    ["Wed, 31 Dec 2025 23:59:59 GMT", 0],
    [undefined, null],
    ["", null],
    ["-1", null],
    ["1.5", null],
    ["1e3", null],
    ["9999999999", null],
    ["2026-01-01", null],
    ["Thu, 99 Jan 2026 00:00:05 GMT", null],
    ["120, 120", null],
  ];
  for (const [header, expected] of cases) assert.equal(retryAfterMs(header, NOW_MS), expected, String(header));
  assert.equal(failed(answer(429, { headers: { "retry-after": "2" } })).retryAfterMs, 2000);
  assert.equal(failed(answer(503, { headers: { "retry-after": "999999999" } })).retryAfterMs, 86_400_000);
});

test("what broke before anything was sent surely had no effect", () => {
  for (const code of [
    "ECONNREFUSED",
    "ENOTFOUND",
    "UND_ERR_CONNECT_TIMEOUT",
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    "ECONNRESET",
  ]) {
    const outcome = broken(coded(code), false);
    assert.deepEqual([outcome.failureClass, outcome.sent], ["connection_bootstrap", false], code);
    assert.match(outcome.message, new RegExp(`it broke \\(${code}\\)$`));
  }
});

test("what broke afterwards is unknown, or a timeout", () => {
  for (const code of ["ECONNRESET", "UND_ERR_SOCKET", "EPIPE", "HPE_INVALID_CONSTANT"]) {
    assert.deepEqual([broken(coded(code), true).failureClass, broken(coded(code), true).sent], ["unknown", true], code);
  }
  assert.equal(broken(coded("ECONNRESET"), true, 200).failureClass, "unknown");
  for (const error of [
    coded("UND_ERR_HEADERS_TIMEOUT"),
    coded("UND_ERR_BODY_TIMEOUT"),
    new DOMException("", "TimeoutError"),
  ]) {
    assert.deepEqual([broken(error, true).failureClass, broken(error, true).sent], ["timeout", true]);
    assert.deepEqual([broken(error, false).failureClass, broken(error, false).sent], ["timeout", false]);
  }
});

test("an answer that refused before it broke off is a refusal", () => {
  assert.deepEqual(
    [broken(coded("ECONNRESET"), true, 422).failureClass, broken(coded("ECONNRESET"), true, 422).sent],
    ["validation_failed", false],
  );
});

test("a destination that is refused is a denial", () => {
  const { failureClass, sent, code, message } = broken(new DestinationRefused("10.0.0.1 is not public"), false);
  assert.deepEqual([failureClass, sent, code], ["policy_denied", false, "HP-ACTION-DESTINATION"]);
  assert.match(message, /10\.0\.0\.1/);
});

test("successes: JSON, text, nothing", () => {
  const ok = (text: string, type?: string): unknown => {
    const outcome = answer(200, { text, headers: type === undefined ? {} : { "content-type": type } });
    return outcome.ok ? outcome.result : assert.fail(outcome.message);
  };
  assert.deepEqual(ok('{"a":1}', "application/json; charset=utf-8"), { a: 1 });
  assert.deepEqual(ok('{"a":1}', "Application/Vnd.Shop+JSON"), { a: 1 });
  assert.equal(ok("5"), 5);
  assert.equal(ok("plain", "text/plain"), "plain");
  assert.equal(ok("", "image/png"), null);
  assert.deepEqual(answer(204), { ok: true, result: null });
});

test("a success that cannot be read is connector_contract_drift, and its effect has happened", () => {
  const cases: readonly (readonly [string | Buffer, Record<string, string>])[] = [
    ['{"a":1', { "content-type": "application/json" }],
    ['{"a":1,"a":2}', { "content-type": "application/json" }],
    ["<html>", {}],
    ["png", { "content-type": "image/png" }],
    ["x", { "content-type": "" }],
    [Buffer.of(0xff), { "content-type": "text/plain" }],
    [Buffer.of(0x1f, 0x8b), { "content-type": "application/json", "content-encoding": "gzip" }],
  ];
  for (const [body, headers] of cases) {
    const outcome = failed(answer(200, { headers, body: Buffer.from(body) }));
    assert.deepEqual(
      [outcome.failureClass, outcome.sent, outcome.code],
      ["execution_error", true, "HP-ACTION-CONTRACT-DRIFT"],
    );
    assert.match(outcome.message, /^connector_contract_drift: /);
  }
  assert.equal(failed(answer(200, { text: "{}", isCut: true })).code, "HP-ACTION-RESULT-TOO-LARGE");
});
