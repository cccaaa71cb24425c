import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";
import type { ServerLimits } from "./server-limits.ts";
import { createTestingHttp, ECHO } from "./testing-http.ts";
import type { RawAnswer } from "../io/testing-socket.ts";
import { answersIn, exchange, listening, opened, wireRequest } from "../io/testing-socket.ts";

const BODY = JSON.stringify(ECHO);
const IMPATIENT: Partial<ServerLimits> = { headersTimeoutMs: 1500, requestTimeoutMs: 2000, checkIntervalMs: 50 };

function problemIn(text: string): RawAnswer & { readonly code: string } {
  const answers = answersIn(text);
  assert.equal(answers.length, 1, text);
  const [answer] = answers as [RawAnswer];
  assert.equal(answer.headers.get("content-type"), "application/problem+json; charset=utf-8", text);
  assert.match(answer.headers.get("x-correlation-id") ?? "", /^[A-Za-z0-9._:-]{1,128}$/);
  const problem = JSON.parse(answer.body) as { code: string; status: number };
  assert.equal(problem.status, answer.status);
  return { ...answer, code: problem.code };
}

const BROKEN: readonly (readonly [name: string, sent: string, code: string])[] = [
  ["words", "hello there\r\n\r\n", "HP-GATEWAY-HTTP"],
  ["TLS", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc", "HP-GATEWAY-HTTP"],
  ["another protocol", "GET / SPDY/1\r\n\r\n", "HP-GATEWAY-HTTP"],
  ["a header without a name", "GET /livez HTTP/1.1\r\n: x\r\n\r\n", "HP-GATEWAY-HTTP"],
  [
    "a line break in a header",
    "GET /livez HTTP/1.1\r\nHost: a\r\nX-Correlation-ID: a\nSet-Cookie: b\r\n\r\n",
    "HP-GATEWAY-HTTP",
  ],
  ["a NUL in a header", "GET /livez HTTP/1.1\r\nHost: a\r\nX-Correlation-ID: a\u0000b\r\n\r\n", "HP-GATEWAY-HTTP"],
  [
    "two ways to tell the length",
    "POST /v1/actions HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "HP-GATEWAY-HTTP",
  ],
  [
    "two lengths",
    "POST /v1/actions HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\n{}",
    "HP-GATEWAY-HTTP",
  ],
  ["a length that is none", "POST /v1/actions HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", "HP-GATEWAY-HTTP"],
  ["too many headers", `GET /livez HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(20_000)}\r\n\r\n`, "HP-GATEWAY-HEADER"],
  ["no Host", "GET /livez HTTP/1.1\r\nConnection: close\r\n\r\n", "HP-GATEWAY-HEADER"],
];

for (const [name, sent, code] of BROKEN) {
  test(`${name} is answered with a problem and nothing else`, async (t) => {
    const http = createTestingHttp();
    const answer = problemIn(await exchange(await listening(t, http), Buffer.from(sent, "latin1")));
    assert.equal(answer.code, code);
    assert.equal(answer.headers.get("connection"), "close");
    assert.equal(answer.headers.get("set-cookie"), undefined);
    assert.equal(http.engine.submissions.length, 0);
  });
}

test("a whole submission over a socket", async (t) => {
  const http = createTestingHttp();
  const [answer] = answersIn(await exchange(await listening(t, http), wireRequest(BODY)));
  assert.equal(answer?.status, 200);
  assert.equal((JSON.parse(answer.body) as { state: string }).state, "SUCCEEDED");
});

test("headers that do not arrive, and bodies that do not, end in 408", async (t) => {
  const http = createTestingHttp({ limits: IMPATIENT });
  const port = await listening(t, http);
  const slow = [
    "POST /v1/actions HTTP/1.1\r\nHost: a\r\n",
    "POST /v1/actions HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer requester\r\nContent-Type: application/json\r\n" +
      'Content-Length: 100\r\n\r\n{"adapter":',
  ];
  const answers = await Promise.all(slow.map((part) => exchange(port, part)));
  for (const answer of answers) assert.equal(problemIn(answer).code, "HP-GATEWAY-TIMEOUT");
  assert.equal(http.engine.submissions.length, 0);
});

test("a body that comes byte by byte is cut off too", async (t) => {
  const http = createTestingHttp({ limits: IMPATIENT });
  const port = await listening(t, http);
  const socket = await opened(port);
  socket.write(wireRequest(BODY).subarray(0, -BODY.length));
  let sent = 0;
  const drip = setInterval(() => socket.write(BODY.charAt(sent++) || " "), 100);
  // A drop that comes after the other side's end cannot be written any more.
  socket.on("error", () => undefined);
  t.after(() => clearInterval(drip));
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => chunks.push(chunk));
  await once(socket, "close");
  assert.equal(problemIn(Buffer.concat(chunks).toString("latin1")).code, "HP-GATEWAY-TIMEOUT");
  assert.ok(sent > 2 && sent < BODY.length);
});

test("a slow client does not slow the others", async (t) => {
  const http = createTestingHttp({ limits: IMPATIENT });
  const port = await listening(t, http);
  const slow = Array.from({ length: 50 }, () => exchange(port, "POST /v1/actions HTTP/1.1\r\nHost: a\r\n"));
  const [answer] = answersIn(await exchange(port, wireRequest(BODY)));
  assert.equal(answer?.status, 200);
  for (const text of await Promise.all(slow)) assert.equal(problemIn(text).status, 408);
});

test("a body over the bound is refused by its announced length, and while it arrives", async (t) => {
  const http = createTestingHttp();
  const port = await listening(t, http);
  const head =
    "POST /v1/actions HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer requester\r\nContent-Type: application/json\r\n";
  const announced = await exchange(port, `${head}Content-Length: 10000000000\r\n\r\n{`);
  assert.equal(problemIn(announced).code, "HP-GATEWAY-BODY-TOO-LARGE");
  const chunk = `10000\r\n${"x".repeat(65_536)}\r\n`;
  const streamed = await exchange(
    port,
    `${head}Transfer-Encoding: chunked\r\n\r\n`,
    ...Array.from({ length: 40 }, () => chunk),
  );
  assert.equal(problemIn(streamed).code, "HP-GATEWAY-BODY-TOO-LARGE");
  assert.equal(http.engine.submissions.length, 0);
});

test("invalid UTF-8 is refused, a character cut in two by the network is not", async (t) => {
  const http = createTestingHttp();
  const port = await listening(t, http);
  const invalid = Buffer.concat([Buffer.from(BODY.slice(0, -3)), Buffer.from([0xc3, 0x28]), Buffer.from('"}}')]);
  assert.equal(problemIn(await exchange(port, wireRequest(invalid))).code, "HP-GATEWAY-BODY");
  const whole = wireRequest(JSON.stringify({ ...ECHO, arguments: { text: "é" } }));
  const cut = whole.indexOf(0xc3) + 1;
  const [answer] = answersIn(await exchange(port, whole.subarray(0, cut), whole.subarray(cut)));
  assert.equal(answer?.status, 200);
  assert.deepEqual(http.engine.submissions[0]?.submission.arguments, { text: "é" });
});

test("nothing that a client sends gets into the answer's headers", async (t) => {
  const http = createTestingHttp();
  const port = await listening(t, http);
  for (const value of ["a%0d%0aSet-Cookie:%20x=1", "a Set-Cookie: x=1", "\u00e5\u00ff", '"><script>']) {
    const more = [`X-Correlation-ID: ${value}`, `Prefer: wait=1;${value}`];
    const [answer] = answersIn(await exchange(port, wireRequest(BODY, more)));
    assert.equal(answer?.status, 200);
    assert.match(answer.headers.get("x-correlation-id") ?? "", /^req_/);
    assert.equal(answer.headers.get("preference-applied"), "wait=1");
    assert.ok(!answer.headers.has("set-cookie"));
  }
});

test("two idempotency keys are none", async (t) => {
  const http = createTestingHttp();
  const more = ["Idempotency-Key: a", "Idempotency-Key: b"];
  const answer = problemIn(await exchange(await listening(t, http), wireRequest(BODY, more)));
  assert.equal(answer.code, "HP-GATEWAY-HEADER");
});

test("100-continue is answered, another expectation does not stop the request", async (t) => {
  const http = createTestingHttp();
  const port = await listening(t, http);
  const asked = answersIn(await exchange(port, wireRequest(BODY, ["Expect: 100-continue"])));
  assert.deepEqual(
    asked.map(({ status }) => status),
    [100, 200],
  );
  const other = answersIn(await exchange(port, wireRequest(BODY, ["Expect: the-unexpected"])));
  assert.deepEqual(
    other.map(({ status }) => status),
    [200],
  );
});

test("requests that come in one packet are answered in order", async (t) => {
  const http = createTestingHttp();
  const port = await listening(t, http);
  const first = wireRequest(BODY).toString("latin1").replace("Connection: close\r\n", "X-Correlation-ID: first\r\n");
  const second = wireRequest("{", ["X-Correlation-ID: second"]).toString("latin1");
  const answers = answersIn(await exchange(port, first + second));
  assert.deepEqual(
    answers.map(({ status, headers }) => [status, headers.get("x-correlation-id")]),
    [
      [200, "first"],
      [400, "second"],
    ],
  );
});

test("a client that goes away in the middle leaves nothing behind", async (t) => {
  const http = createTestingHttp();
  const port = await listening(t, http);
  for (let count = 0; count < 20; count += 1) {
    const socket = await opened(port);
    socket.write(wireRequest(BODY).subarray(0, -5));
    socket.destroy();
  }
  const [answer] = answersIn(await exchange(port, wireRequest(BODY)));
  assert.equal(answer?.status, 200);
  assert.equal(http.engine.submissions.length, 1);
});

test("connections are bounded; those that are there are served", async (t) => {
  const http = createTestingHttp({ limits: { connectionsMax: 100 } });
  const port = await listening(t, http);
  const sockets = await Promise.all(Array.from({ length: 160 }, () => opened(port)));
  const closed = new Set<number>();
  for (const [index, socket] of sockets.entries()) socket.on("close", () => closed.add(index));
  while (closed.size < 60) await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal(closed.size, 60);
  const left = sockets.find((_, index) => !closed.has(index));
  assert.ok(left !== undefined);
  left.write(wireRequest(BODY));
  const [data] = (await once(left, "data")) as [Buffer];
  assert.match(data.toString("latin1"), /^HTTP\/1\.1 200 /);
  for (const socket of sockets) socket.destroy();
});

test("closing lets a request that waits come to its end", async (t) => {
  const http = createTestingHttp();
  const port = await listening(t, http);
  const asked = exchange(port, wireRequest(JSON.stringify({ ...ECHO, adapter: "sleep" })));
  while (http.engine.submissions.length === 0) await new Promise((resolve) => setTimeout(resolve, 2));
  const closing = http.app.close();
  http.engine.finish("act_00000000000000000000000001");
  const [answer] = answersIn(await asked);
  assert.equal(answer?.status, 200);
  await closing;
  await assert.rejects(opened(port));
});
