import assert from "node:assert/strict";
import type { Http2Server, ServerHttp2Session, ServerHttp2Stream } from "node:http2";
import { constants, createSecureServer, createServer } from "node:http2";
import { after, before, describe, test } from "node:test";
import type { Exchange, Transport, WireFailure } from "../../load/wire.ts";
import type { Http2TransportTerms } from "./http2-transport.ts";
import { http2Transport } from "./http2-transport.ts";
import { ask, clockUs, NO_TLS, requestOf, until } from "./testing-asking.ts";
import { selfSigned } from "./testing-certificate.ts";
import type { Listening } from "./testing-servers.ts";
import { listening, rawServer } from "./testing-servers.ts";

const sessions = new Set<ServerHttp2Session>();
const seen: Record<string, unknown>[] = [];
let atATime = 0;
let atATimeMax = 0;

function answer(stream: ServerHttp2Stream, headers: Readonly<Record<string, unknown>>): void {
  stream.on("error", () => undefined);
  seen.push({ ...headers });
  atATime += 1;
  atATimeMax = Math.max(atATimeMax, atATime);
  stream.on("close", () => (atATime -= 1));
  const answers: Readonly<Record<string, () => unknown>> = {
    "/ok": () => stream.respond({ ":status": 200, "x-a": "b", "set-cookie": ["1", "2"] }),
    "/none": () => stream.respond({ ":status": 204 }, { endStream: true }),
    "/early": () => {
      stream.additionalHeaders({ ":status": 103 });
      stream.respond({ ":status": 201 });
    },
    "/slowly": () => setTimeout(() => stream.respond({ ":status": 200 }), 50).unref(),
    "/reset": () => stream.close(constants.NGHTTP2_INTERNAL_ERROR),
    "/half": () => {
      stream.respond({ ":status": 200 });
      stream.write("half");
      setTimeout(() => stream.destroy(new Error("planted")), 20);
    },
    "/destroy": () => stream.session?.destroy(),
    "/goaway": () => {
      stream.session?.goaway();
      stream.respond({ ":status": 200 });
    },
  };
  const path = String(headers[":path"]);
  answers[path]?.();
  if (path === "/slowly") setTimeout(() => stream.end("slow"), 60).unref();
  else if (path === "/ok" && headers[":method"] === "POST") stream.pipe(stream);
  else if (["/ok", "/early", "/goaway"].includes(path)) stream.end(headers[":method"] === "HEAD" ? "" : "body");
}

function answering<Each extends Http2Server>(server: Each): Each {
  server.on("stream", (stream: ServerHttp2Stream, headers) => answer(stream, headers));
  server.on("session", (session: ServerHttp2Session) => {
    sessions.add(session.on("error", () => undefined).on("close", () => sessions.delete(session)));
  });
  return server.on("sessionError", () => undefined);
}

let server: Listening;
before(async () => {
  server = await listening(answering(createServer()));
});
after(() => server.close());

async function over<Value>(
  terms: Partial<Http2TransportTerms> & { count?: number },
  act: (transport: Transport, failures: readonly WireFailure[]) => Promise<Value>,
): Promise<Value> {
  const { count = 1, ...rest } = terms;
  const url = `http://127.0.0.1:${server.port}`;
  const transport = http2Transport<Exchange>({ url, tls: NO_TLS, timeoutMs: 5000, clockUs, streamsMax: 8, ...rest });
  try {
    return await act(transport, await transport.connect(count));
  } finally {
    await transport.close();
  }
}

describe("HTTP/2 with prior knowledge", () => {
  test("answers with status, headers, body; HEAD, 204, 103, a body that is sent", async () => {
    await over({}, async (transport, failures) => {
      assert.deepEqual([failures, transport.open, transport.idle], [[], 1, 8]);
      const { answer } = await ask(transport, { path: "/ok", keep: "all" });
      assert.deepEqual([answer?.status, answer?.bodyBytes, answer?.body?.toString()], [200, 4, "body"]);
      assert.deepEqual([answer?.headers?.get("x-a"), answer?.headers?.get("set-cookie")], ["b", "1, 2"]);
      const statuses: unknown[] = [];
      for (const terms of [{ method: "HEAD", path: "/ok" }, { path: "/none" }, { path: "/early" }]) {
        const each = await ask(transport, terms);
        statuses.push(each.answer?.status, each.answer?.bodyBytes, each.answer?.headers);
      }
      assert.deepEqual(statuses, [200, 0, null, 204, 0, null, 201, 4, null]);
      const sent = await ask(transport, { method: "POST", path: "/ok", body: "x".repeat(100_000), keep: "all" });
      assert.equal(sent.answer?.body?.toString(), "x".repeat(100_000));
    });
  });

  test("headers of a connection stay behind, the host is the authority", async () => {
    const headers = [
      ["Host", "elsewhere:8"],
      ["Connection", "keep-alive"],
      ["X-Many", "1"],
      ["x-many", "2"],
      ["X-Many", "3"],
    ] as const;
    await over({}, async (transport) => {
      seen.length = 0;
      await ask(transport, { path: "/ok", headers });
      const [{ ":authority": authority, "x-many": many, connection } = {}] = seen;
      assert.deepEqual([authority, many, connection], ["elsewhere:8", "1, 2, 3", undefined]);
    });
  });

  test("many at a time on one connection, and more connections for more", async () => {
    const before = server.connections();
    await over({ count: 2 }, async (transport) => {
      assert.deepEqual([transport.open, transport.idle], [2, 16]);
      atATimeMax = 0;
      let done = 0;
      for (let sent = 0; sent < 16; sent += 1) {
        const took = transport.send({
          request: requestOf({ path: "/slowly" }),
          keep: "nothing",
          sent: () => undefined,
          answered: () => (done += 1),
          failed: (_, failure) => assert.fail(failure),
        });
        assert.equal(took, true);
      }
      assert.equal(transport.idle, 0);
      await until(() => done === 16);
      assert.ok(atATimeMax >= 8, `${atATimeMax} at a time`);
      transport.grow();
      assert.equal(transport.open, 3);
      await until(() => transport.idle === 24);
    });
    assert.equal(server.connections() - before, 3);
  });
});

describe("failures", () => {
  for (const [path, failure] of [
    ["/reset", "reset"],
    ["/half", "reset"],
    ["/silence", "timeout"],
    ["/destroy", "closed-early"],
  ] as const) {
    test(`${path} is ${failure}, and the next one goes well`, async () => {
      await over({ timeoutMs: 1500 }, async (transport) => {
        assert.equal((await ask(transport, { path })).failure, failure);
        assert.equal((await ask(transport, { path: "/ok" })).answer?.status, 200);
      });
    });
  }

  test("a server that takes no more lets what it has come to its end, on a new connection goes the rest", async () => {
    const before = server.connections();
    await over({}, async (transport) => {
      const slow = ask(transport, { path: "/slowly" });
      await until(() => transport.idle === 7);
      assert.equal((await ask(transport, { path: "/goaway" })).answer?.status, 200);
      assert.equal((await slow).answer?.status, 200);
      assert.equal((await ask(transport, { path: "/ok" })).answer?.status, 200);
      await until(() => transport.idle === 8);
    });
    assert.equal(server.connections() - before, 2);
  });

  test("nobody there; a server of HTTP/1.1; cut off at the end", async () => {
    const lost = await rawServer((_, socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    const url = `http://127.0.0.1:${lost.port}`;
    try {
      await over({ url }, (transport, failures) => {
        assert.deepEqual([failures.length, transport.idle], [1, 0]);
        assert.ok(failures[0] === "malformed-answer" || failures[0] === "closed-early", failures[0]);
        return Promise.resolve();
      });
    } finally {
      await lost.close();
    }
    await over({ url }, (_, failures) => {
      assert.deepEqual(failures, ["refused"]);
      return Promise.resolve();
    });
    await over({ url, count: 2 }, (transport) => {
      assert.deepEqual([...transport.connectFailures], [["refused", 2]], "connections, not streams");
      return Promise.resolve();
    });
    await over({}, async (transport) => {
      const slow = ask(transport, { path: "/silence" });
      await until(() => transport.idle === 7);
      transport.cut();
      assert.equal((await slow).failure, "unfinished");
    });
  });
});

describe("HTTP/2 over TLS", () => {
  test("by ALPN; a server without it is not spoken to", async () => {
    const certificate = selfSigned();
    const secret = await listening(answering(createSecureServer(certificate)));
    try {
      const url = `https://localhost:${secret.port}`;
      const tls = { ...NO_TLS, ca: certificate.cert };
      await over({ url, tls }, async (transport) => {
        assert.equal((await ask(transport, { path: "/ok" })).answer?.status, 200);
      });
      await over({ url }, (_, failures) => {
        assert.deepEqual(failures, ["tls-untrusted"]);
        return Promise.resolve();
      });
    } finally {
      await secret.close();
    }
  });
});
