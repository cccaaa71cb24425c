import assert from "node:assert/strict";
import { once } from "node:events";
import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { createServer as createTcpServer } from "node:net";
import type { TestContext } from "node:test";
import { test } from "node:test";
import type { Adapter, AdapterCall, AdapterFailure, AdapterOutcome } from "../../contract/adapter.ts";
import type { HttpAdapterConfig, HttpOperation } from "../../contract/gateway-config.ts";
import type { OperationSpec } from "../../contract/adapter.ts";
import { adapterCall, operationOf } from "../../executor/testing-executor.ts";
import type { Resolve } from "../../io/adapter-lookup.ts";
import { httpAdapter } from "./http-adapter.ts";

const LOOPBACK: readonly string[] = ["127.0.0.0/8"];

interface Upstream {
  readonly port: number;
  readonly connections: () => number;
  readonly requests: IncomingMessage[];
}

/** An HTTP server that ends with the test. */
async function upstream(context: TestContext, answer: RequestListener): Promise<Upstream> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  return { requests, ...(await listening(context, server)) };
}

/** The same for bare sockets. */
async function bareUpstream(
  context: TestContext,
  answer: (socket: Socket) => void,
): Promise<Omit<Upstream, "requests">> {
  const server = createTcpServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", () => answer(socket));
  });
  return listening(context, server as Server);
}

async function listening(context: TestContext, server: Server): Promise<Omit<Upstream, "requests">> {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on("connection", (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  context.after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, connections: () => connections };
}

interface Changes {
  readonly config?: Partial<HttpAdapterConfig>;
  readonly operation?: Partial<HttpOperation & OperationSpec>;
  readonly resultSizeBytesMax?: number;
  readonly resolve?: Resolve;
}

function adapterOf(context: TestContext, port: number, changes: Changes = {}): Adapter {
  const operation = {
    ...operationOf("run"),
    method: "POST" as const,
    path: "/run",
    statusPath: null,
    ...changes.operation,
  };
  const adapter = httpAdapter({
    config: {
      kind: "http",
      name: "shop",
      baseUrl: `http://127.0.0.1:${port}`,
      allowNetworks: LOOPBACK,
      headers: {},
      connections: 2,
      operations: [operation],
      ...changes.config,
    },
    nowMs: () => 0,
    resultSizeBytesMax: () => changes.resultSizeBytesMax ?? 100_000,
    ...(changes.resolve === undefined ? {} : { resolve: changes.resolve }),
  });
  context.after(() => adapter.close());
  return adapter;
}

function run(adapter: Adapter, changes: Partial<AdapterCall> = {}): Promise<AdapterOutcome> {
  return adapter.execute(adapterCall({ operation: "run", ...changes }));
}

async function failed(outcome: Promise<AdapterOutcome>): Promise<AdapterFailure> {
  const ended = await outcome;
  return ended.ok ? assert.fail(JSON.stringify(ended.result)) : ended;
}

/** A call's time, which is over so long after the test says so: a slow machine must not end it before it was sent. */
function ending(ms = 100): { readonly signal: AbortSignal; readonly end: () => void } {
  const over = new AbortController();
  const end = (): void => void setTimeout(() => over.abort(new DOMException("over", "TimeoutError")), ms);
  return { signal: over.signal, end };
}

function json(response: ServerResponse, value: unknown): void {
  response.setHeader("content-type", "application/json").end(JSON.stringify(value));
}

test("a call goes out with its headers and body, and the answer comes back", async (context) => {
  const server = await upstream(context, (request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => json(response, { got: Buffer.concat(chunks).toString() }));
  });
  const adapter = adapterOf(context, server.port, {
    config: { headers: { "X-Shop": "main" }, baseUrl: `http://127.0.0.1:${server.port}/v1/` },
    operation: { path: "/orders/{id}" },
  });
  assert.deepEqual(await run(adapter, { arguments: { id: 7, text: "ä" } }), {
    ok: true,
    result: { got: '{"text":"ä"}' },
  });
  const [request] = server.requests;
  assert.deepEqual([request?.method, request?.url], ["POST", "/v1/orders/7"]);
  const { headers } = request ?? assert.fail("no request");
  assert.deepEqual(
    [headers["x-shop"], headers["idempotency-key"], headers["x-correlation-id"], headers["x-request-timeout-ms"]],
    ["main", "key-1", "req_1", "1000"],
  );
  assert.equal(headers.traceparent, "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
  assert.equal(headers.host, `127.0.0.1:${server.port}`);
});

test("connections are kept and bounded", async (context) => {
  const server = await upstream(context, (request, response) => {
    request.resume().on("end", () => json(response, 1));
  });
  const adapter = adapterOf(context, server.port);
  const outcomes = await Promise.all(Array.from({ length: 40 }, () => run(adapter)));
  assert.equal(outcomes.filter(({ ok }) => ok).length, 40);
  assert.ok(server.connections() <= 2, `${server.connections()} connections`);
});

test("connection refused: nothing was sent", async (context) => {
  const server = await upstream(context, () => undefined);
  const gone = createTcpServer().listen(0, "127.0.0.1");
  await once(gone, "listening");
  const { port } = gone.address() as AddressInfo;
  gone.close();
  await once(gone, "close");
  assert.notEqual(port, server.port);
  const { failureClass, sent, code, message } = await failed(run(adapterOf(context, port)));
  assert.deepEqual([failureClass, sent, code], ["connection_bootstrap", false, "HP-ACTION-CONNECTION"]);
  assert.match(message, /ECONNREFUSED/);
});

test("TLS to one that speaks none: nothing was sent", async (context) => {
  const server = await bareUpstream(context, (socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
  const adapter = adapterOf(context, server.port, { config: { baseUrl: `https://127.0.0.1:${server.port}` } });
  const { failureClass, sent } = await failed(run(adapter));
  assert.deepEqual([failureClass, sent], ["connection_bootstrap", false]);
});

test("a name that does not resolve: nothing was sent", async (context) => {
  const resolve: Resolve = (hostname, done) =>
    done(Object.assign(new Error(`no ${hostname}`), { code: "ENOTFOUND" }), []);
  const adapter = adapterOf(context, 0, { config: { baseUrl: "http://shop.example" }, resolve });
  const { failureClass, sent, message } = await failed(run(adapter));
  assert.deepEqual([failureClass, sent], ["connection_bootstrap", false]);
  assert.match(message, /ENOTFOUND/);
});

test("no connection is made to where the guard does not let it, however it is written", async (context) => {
  const server = await upstream(context, (_request, response) => json(response, 1));
  const hosts = [
    "127.0.0.1",
    "127.1",
    "0x7f.1",
    "0177.0.0.1",
    "2130706433",
    "0x7f000001",
    "[::ffff:127.0.0.1]",
    "localhost",
  ];
  for (const host of [...hosts, "0.0.0.0", "[::1]", "[::]", "169.254.169.254", "LOCALHOST", "127.0.0.1."]) {
    const config = { baseUrl: `http://${host}:${server.port}`, allowNetworks: [] };
    const { failureClass, sent, code } = await failed(run(adapterOf(context, server.port, { config })));
    assert.deepEqual([failureClass, sent, code], ["policy_denied", false, "HP-ACTION-DESTINATION"], host);
  }
  assert.equal(server.connections(), 0);
  const odd = adapterOf(context, server.port, { config: { baseUrl: `http://0x7f.1:${server.port}` } });
  assert.equal((await run(odd)).ok, true);
});

test("DNS rebinding: a name is resolved once a connection, and what was judged is connected to", async (context) => {
  const server = await upstream(context, (_request, response) => json(response, 1));
  let asked = 0;
  const resolve: Resolve = (_hostname, done) => {
    asked += 1;
    // A resolver that would answer a second question with an address that is not allowed.
    done(null, [{ address: asked === 1 ? "127.0.0.1" : "10.0.0.1", family: 4 }]);
  };
  const config = { baseUrl: `http://shop.example:${server.port}`, connections: 1 };
  const adapter = adapterOf(context, server.port, { config, resolve });
  assert.equal((await run(adapter)).ok, true);
  assert.equal((await run(adapter)).ok, true);
  assert.deepEqual([asked, server.connections()], [1, 1]);
  const both: Resolve = (_hostname, done) =>
    done(null, [
      { address: "127.0.0.1", family: 4 },
      { address: "10.0.0.1", family: 4 },
    ]);
  const mixed = adapterOf(context, server.port, { config, resolve: both });
  assert.equal((await failed(run(mixed))).code, "HP-ACTION-DESTINATION");
  assert.equal(server.connections(), 1);
});

test("redirects are not followed", async (context) => {
  const target = await upstream(context, (_request, response) => json(response, "secret"));
  const server = await upstream(context, (request, response) => {
    request.resume();
    response.writeHead(302, { location: `http://127.0.0.1:${target.port}/secret` }).end();
  });
  const { failureClass, sent, message } = await failed(run(adapterOf(context, server.port)));
  assert.deepEqual([failureClass, sent], ["execution_error", true]);
  assert.match(message, /redirect to http:\/\/127\.0\.0\.1:\d+\/secret/);
  assert.equal(target.connections(), 0);
});

test("slow headers: a timeout after sending, and the connection is let go", async (context) => {
  const closed: Promise<unknown>[] = [];
  const { signal, end } = ending();
  const server = await upstream(context, (request) => {
    closed.push(once(request.socket, "close"));
    end();
  });
  const { failureClass, sent } = await failed(run(adapterOf(context, server.port), { signal }));
  assert.deepEqual([failureClass, sent, closed.length], ["timeout", true, 1]);
  await Promise.all(closed);
});

test("slow body: the same", async (context) => {
  const { signal, end } = ending();
  const server = await upstream(context, (_request, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.write('{"a":', end);
  });
  const { failureClass, sent } = await failed(run(adapterOf(context, server.port), { signal }));
  assert.deepEqual([failureClass, sent], ["timeout", true]);
});

test("a call that waited for a connection until its time was over was not sent, nor is it later", async (context) => {
  const server = await upstream(context, (request, response) => {
    request.resume();
    if (server.requests.length > 1) json(response, server.requests.length);
  });
  const adapter = adapterOf(context, server.port, { config: { connections: 1 } });
  const { signal, end } = ending(0);
  const first = failed(run(adapter, { signal }));
  while (server.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
  const second = await failed(run(adapter, { signal: AbortSignal.timeout(100) }));
  assert.deepEqual([second.failureClass, second.sent], ["timeout", false]);
  const third = run(adapter, { idempotencyKey: "third" });
  end();
  assert.equal((await first).sent, true);
  assert.deepEqual(await third, { ok: true, result: 2 });
  assert.deepEqual(
    server.requests.map(({ headers }) => headers["idempotency-key"]),
    ["key-1", "third"],
  );
  const aborted = await failed(run(adapter, { signal: AbortSignal.abort(new DOMException("over", "TimeoutError")) }));
  assert.deepEqual([aborted.failureClass, aborted.sent], ["timeout", false]);
});

test("reset after the request, and in the middle of the body: unknown", async (context) => {
  const early = await bareUpstream(context, (socket) => socket.resetAndDestroy());
  const middle = await bareUpstream(context, (socket) => {
    socket.write("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{", () =>
      socket.destroy(),
    );
  });
  for (const { port } of [early, middle]) {
    const { failureClass, sent, code } = await failed(run(adapterOf(context, port)));
    assert.deepEqual([failureClass, sent, code], ["unknown", true, "HP-ACTION-UNKNOWN"]);
  }
});

test("an answer that is not HTTP: unknown", async (context) => {
  const server = await bareUpstream(context, (socket) => socket.end("SSH-2.0-OpenSSH_9.2\r\n"));
  const { failureClass, sent } = await failed(run(adapterOf(context, server.port)));
  assert.deepEqual([failureClass, sent], ["unknown", true]);
});

test("a huge body is cut off at its bound, and the next call is well", async (context) => {
  let written = 0;
  const server = await upstream(context, (request, response) => {
    request.resume();
    if (written > 0) return json(response, "well");
    const more = (): void => {
      while (!response.destroyed && response.write("x".repeat(10_000))) written += 10_000;
    };
    response.setHeader("content-type", "text/plain");
    response.on("drain", more);
    more();
  });
  const adapter = adapterOf(context, server.port, { config: { connections: 1 }, resultSizeBytesMax: 50_000 });
  const { code, sent } = await failed(run(adapter));
  assert.deepEqual([code, sent], ["HP-ACTION-RESULT-TOO-LARGE", true]);
  assert.ok(written > 0 && written < 50_000_000, `${written} bytes`);
  assert.deepEqual(await run(adapter), { ok: true, result: "well" });
});

test("a huge error answer is cut, and keeps its class", async (context) => {
  const server = await upstream(context, (request, response) => {
    request.resume();
    response.writeHead(422).end("y".repeat(1_000_000));
  });
  const { failureClass, sent, message } = await failed(run(adapterOf(context, server.port)));
  assert.deepEqual([failureClass, sent], ["validation_failed", false]);
  assert.ok(message.length < 1000, `${message.length}`);
});

test("bad JSON is connector_contract_drift", async (context) => {
  const server = await upstream(context, (request, response) => {
    request.resume();
    response.setHeader("content-type", "application/json").end('{"a":');
  });
  const { code, message } = await failed(run(adapterOf(context, server.port)));
  assert.equal(code, "HP-ACTION-CONTRACT-DRIFT");
  assert.match(message, /^connector_contract_drift: POST http/);
});

test("backpressure waits as long as it is asked to", async (context) => {
  const server = await upstream(context, (request, response) => {
    request.resume();
    response.writeHead(429, { "retry-after": "7" }).end();
  });
  const { failureClass, sent, retryAfterMs } = await failed(run(adapterOf(context, server.port)));
  assert.deepEqual([failureClass, sent, retryAfterMs], ["backpressure", false, 7000]);
});

test("what cannot be asked for is refused before anything is sent", async (context) => {
  const server = await upstream(context, () => undefined);
  const adapter = adapterOf(context, server.port, { operation: { path: "/x/{id}" } });
  for (const changes of [{ arguments: {} }, { arguments: { id: "a" }, correlationId: "a\r\nb: c" }]) {
    const { failureClass, sent } = await failed(run(adapter, changes));
    assert.deepEqual([failureClass, sent], ["validation_failed", false]);
  }
  assert.equal(server.connections(), 0);
});

test("409 to a repeated idempotent call is not taken for a refusal", async (context) => {
  const server = await upstream(context, (request, response) => {
    request.resume();
    response.writeHead(409).end();
  });
  const idempotent = adapterOf(context, server.port, { operation: { idempotent: true } });
  assert.equal((await failed(run(idempotent))).failureClass, "validation_failed");
  assert.equal((await failed(run(idempotent, { attempt: 2 }))).failureClass, "backpressure");
  const once = adapterOf(context, server.port);
  assert.equal((await failed(run(once, { attempt: 2 }))).failureClass, "validation_failed");
});

test("status: 200 it happened, 404 it did not, anything else is not known", async (context) => {
  const server = await upstream(context, (request, response) => {
    response.statusCode = Number(new URL(request.url ?? "", "http://x").pathname.split("/")[2]);
    json(response, { of: request.url });
  });
  const asked = (status: unknown, changes: Changes = {}): Promise<unknown> => {
    const adapter = adapterOf(context, server.port, {
      operation: { statusPath: "/effects/{code}/{idempotency_key}" },
      ...changes,
    });
    const call = adapterCall({ operation: "run", arguments: { code: status as string } });
    return adapter.status?.(call) ?? assert.fail("it cannot be asked");
  };
  assert.deepEqual(await asked(200), { known: true, succeeded: true, result: { of: "/effects/200/key-1" } });
  assert.deepEqual(await asked(404), {
    known: true,
    succeeded: false,
    message: `GET http://127.0.0.1:${server.port}/effects/404/key-1 answered 404`,
  });
  for (const status of [202, 204, 302, 400, 401, 410, 500, 503]) {
    assert.equal(((await asked(status)) as { known: boolean }).known, false, String(status));
  }
  assert.deepEqual(await asked(200, { operation: {} }), { known: false, message: "run has no status_path" });
  assert.equal(((await asked(null)) as { known: boolean }).known, false);
  assert.equal(
    ((await asked(200, { config: { allowNetworks: [] }, operation: { statusPath: "/x" } })) as { known: boolean })
      .known,
    false,
  );
});

test("closing lets go of everything at once", async (context) => {
  const server = await upstream(context, () => undefined);
  const adapter = adapterOf(context, server.port);
  const running = failed(run(adapter));
  while (server.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
  await adapter.close();
  assert.deepEqual([(await running).failureClass, (await running).sent], ["unknown", true]);
  assert.equal((await failed(run(adapter))).sent, false);
});
