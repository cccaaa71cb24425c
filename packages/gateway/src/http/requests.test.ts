import assert from "node:assert/strict";
import { test } from "node:test";
import type { Asking } from "./testing-http.ts";
import { assertProblem, createTestingHttp, ECHO, field } from "./testing-http.ts";

const JSON_TYPE = { "content-type": "application/json" };

const BODIES: readonly (readonly [name: string, asking: Asking, code: string, detail: RegExp])[] = [
  ["no body", { raw: "", headers: JSON_TYPE }, "HP-GATEWAY-BODY", /must be object/],
  ["cut JSON", { raw: '{"adapter":"echo",' }, "HP-GATEWAY-BODY", /the body ends/],
  ["a stray comma", { raw: '{"adapter":"echo",}' }, "HP-GATEWAY-BODY", /./],
  ["a key twice", { raw: '{"adapter":"a","adapter":"b"}' }, "HP-GATEWAY-BODY", /twice|adapter/],
  ["a list", { body: [] }, "HP-GATEWAY-BODY", /the body must be object/],
  ["null", { body: null }, "HP-GATEWAY-BODY", /the body must be object/],
  ["a number as adapter", { body: { ...ECHO, adapter: 1 } }, "HP-GATEWAY-BODY", /'adapter' must be string/],
  ["an empty adapter", { body: { ...ECHO, adapter: "" } }, "HP-GATEWAY-BODY", /'adapter'/],
  ["no operation", { body: { adapter: "a", arguments: {} } }, "HP-GATEWAY-BODY", /field 'operation'/],
  ["arguments in a list", { body: { ...ECHO, arguments: [] } }, "HP-GATEWAY-BODY", /'arguments' must be object/],
  ["arguments as text", { body: { ...ECHO, arguments: "{}" } }, "HP-GATEWAY-BODY", /'arguments' must be object/],
  ["a fraction of a deadline", { body: { ...ECHO, deadline_ms: 1.5 } }, "HP-GATEWAY-BODY", /'deadline_ms'/],
  ["a deadline of 0", { body: { ...ECHO, deadline_ms: 0 } }, "HP-GATEWAY-BODY", /'deadline_ms' must be >= 1/],
  ["a text as dry_run", { body: { ...ECHO, dry_run: "true" } }, "HP-GATEWAY-BODY", /'dry_run' must be boolean/],
  ["an unknown risk", { body: { ...ECHO, risk: "tiny" } }, "HP-GATEWAY-BODY", /'risk' must be one of safe/],
  ["a session with a line break", { body: { ...ECHO, session_id: "a\nb" } }, "HP-GATEWAY-BODY", /'session_id'/],
  ["an unknown field", { body: { ...ECHO, idempotency_key: "k" } }, "HP-GATEWAY-BODY", /no field 'idempotency_key'/],
  ["invalid UTF-8", { raw: Buffer.from([0x7b, 0xff, 0x7d]) }, "HP-GATEWAY-BODY", /not valid UTF-8/],
  ["a lone surrogate", { raw: '{"adapter":"\\ud800"}' }, "HP-GATEWAY-BODY", /half a character/],
  ["65 levels", { raw: "[".repeat(65) + "]".repeat(65) }, "HP-GATEWAY-BODY", /64/],
  ["a million levels", { raw: "[".repeat(1_000_000) }, "HP-GATEWAY-BODY", /64/],
  [
    "__proto__",
    { raw: '{"adapter":"a","operation":"a","arguments":{"x":[{"__proto__":{}}]}}' },
    "HP-GATEWAY-BODY",
    /__proto__/,
  ],
  ["__proto__ escaped", { raw: '{"arguments":{"\\u005f_proto__":{}}}' }, "HP-GATEWAY-BODY", /__proto__/],
  ["text", { raw: "hello", headers: { "content-type": "text/plain" } }, "HP-GATEWAY-MEDIA-TYPE", /Content-Type/],
  ["no type", { raw: "{}", headers: { "content-type": "" } }, "HP-GATEWAY-MEDIA-TYPE", /Content-Type/],
  [
    "another charset",
    { body: ECHO, headers: { "content-type": "application/json; charset=latin1" } },
    "HP-GATEWAY-MEDIA-TYPE",
    /UTF-8/,
  ],
  [
    "a packed body",
    { body: ECHO, headers: { "content-encoding": "gzip" } },
    "HP-GATEWAY-MEDIA-TYPE",
    /Content-Encoding/,
  ],
  ["too much", { raw: `"${"x".repeat(1_048_576)}"` }, "HP-GATEWAY-BODY-TOO-LARGE", /more bytes/],
];

for (const [name, asking, code, detail] of BODIES) {
  test(`a body of ${name} is refused`, async () => {
    const { ask, engine } = createTestingHttp();
    const told = await ask("requester", "POST", "/v1/actions", asking);
    assertProblem(told, code);
    assert.match(field(told, "detail"), detail);
    assert.equal(engine.submissions.length, 0);
  });
}

test("the place of a fault is told", async () => {
  const { ask } = createTestingHttp();
  const { body } = await ask("requester", "POST", "/v1/actions", { raw: '{\n  "adapter": echo\n}' });
  assert.deepEqual([body["line"], body["column"]], [2, 14]);
});

test("arguments reach the engine as they were sent", async () => {
  const { ask, engine } = createTestingHttp();
  const sent = { "a b": [1, -0.5, 1e21, true, null, "\u2028\u{1f600}"], constructor: { prototype: 1 }, "": {} };
  await ask("requester", "POST", "/v1/actions", { body: { ...ECHO, arguments: sent } });
  assert.deepEqual(engine.submissions[0]?.submission.arguments, sent);
});

test("charset=utf-8 and the largest body are taken", async () => {
  const { ask } = createTestingHttp();
  const headers = { "content-type": "application/json;Charset=UTF-8" };
  assert.equal((await ask("requester", "POST", "/v1/actions", { body: ECHO, headers })).status, 200);
  const frame = JSON.stringify({ ...ECHO, arguments: { text: "" } }).length;
  const body = { ...ECHO, arguments: { text: "x".repeat(1_048_576 - frame) } };
  assert.equal((await ask("requester", "POST", "/v1/actions", { body })).status, 200);
});

test("paths and methods that are none", async () => {
  const { ask } = createTestingHttp();
  for (const path of [
    "/",
    "/v1",
    "/v1/actions/",
    "/V1/actions",
    "//v1/actions",
    "/%zz",
    `/v1/actions/${"x".repeat(129)}`,
  ]) {
    assertProblem(await ask("operator", "GET", path), "HP-GATEWAY-NOT-FOUND");
  }
  const unread = { raw: "x", headers: { "content-type": "text/plain" } };
  assertProblem(await ask(null, "POST", "/nowhere", unread), "HP-GATEWAY-NOT-FOUND");
  for (const method of ["DELETE", "PUT", "PATCH", "OPTIONS", "TRACE"]) {
    const told = await ask(null, method, "/v1/actions");
    assertProblem(told, "HP-GATEWAY-METHOD");
    assert.equal(told.headers["allow"], "GET, HEAD, POST");
  }
});

test("HEAD answers as GET does, without the body", async () => {
  const { ask } = createTestingHttp();
  const told = await ask("observer", "HEAD", "/v1/config");
  assert.equal(told.status, 200);
  assert.equal(told.text, "");
  assert.match(String(told.headers["etag"]), /^"g0-/);
  assert.equal((await ask("requester", "HEAD", "/v1/config")).status, 403);
});

test("no answer lets another origin in or tells what the server is made of", async () => {
  const { ask } = createTestingHttp();
  const headers = { origin: "https://elsewhere.example", "access-control-request-method": "POST" };
  const answers = [
    await ask("requester", "POST", "/v1/actions", { body: ECHO, headers }),
    await ask(null, "OPTIONS", "/v1/actions", { headers }),
    await ask(null, "GET", "/livez", { headers }),
  ];
  for (const told of answers) {
    const names = Object.keys(told.headers);
    assert.ok(names.includes("x-correlation-id") && names.includes("traceparent"));
    assert.deepEqual(
      names.filter((name) => /^access-control|^server$|^x-powered-by$|^via$/.test(name)),
      [],
    );
  }
});

test("a correlation id is taken, or another one is made", async () => {
  const { ask } = createTestingHttp();
  const given = async (id: string): Promise<string> =>
    String((await ask(null, "GET", "/livez", { headers: { "x-correlation-id": id } })).headers["x-correlation-id"]);
  assert.equal(await given("order:17"), "order:17");
  const made = /^req_[0-9A-HJKMNP-TV-Z]{26}$/;
  assert.match(String((await ask(null, "GET", "/livez")).headers["x-correlation-id"]), made);
  for (const bad of ["two words", "x".repeat(129), "a,b", "a%0d%0ab"]) assert.match(await given(bad), made);
  const refused = await ask(null, "GET", "/nowhere", { headers: { "x-correlation-id": "mine" } });
  assert.equal(refused.headers["x-correlation-id"], "mine");
});

test("a trace is continued or begun, never trusted blindly", async () => {
  const { ask } = createTestingHttp();
  const parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  const given = async (traceparent: string): Promise<string> =>
    String((await ask(null, "GET", "/livez", { headers: { traceparent } })).headers["traceparent"]);
  assert.match(await given(parent), /^00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-01$/);
  for (const bad of [parent.toUpperCase(), `${parent}-x`, `${parent}, ${parent}`, "ff".padEnd(55, "0")]) {
    assert.doesNotMatch(await given(bad), /4bf92f3577b34da6a3ce929d0e0e4736/i);
  }
});
