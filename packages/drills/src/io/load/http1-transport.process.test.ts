import assert from "node:assert/strict";
import { createServer as createHttp } from "node:http";
import { createServer as createHttps } from "node:https";
import type { Socket } from "node:net";
import { createServer } from "node:net";
import { after, before, describe, test } from "node:test";
import type { Exchange, Transport, WireFailure } from "../../load/wire.ts";
import { http1Transport } from "./http1-transport.ts";
import { ask, clockUs, NO_TLS, requestOf, until } from "./testing-asking.ts";
import { selfSigned } from "./testing-certificate.ts";
import type { Listening } from "./testing-servers.ts";
import { listening, rawServer } from "./testing-servers.ts";

const OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
const TIMEOUT_MS = 5000;

const ANSWERS: Readonly<Record<string, (socket: Socket) => void>> = {
  "/ok": (socket) => socket.write(OK),
  "/slowly": (socket) => {
    socket.write(OK.slice(0, 20));
    setTimeout(() => socket.write(OK.slice(20)), 30);
  },
  "/close": (socket) => socket.end("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok"),
  "/until-close": (socket) => socket.end("HTTP/1.1 200 OK\r\n\r\nall of it"),
  "/silence": () => undefined,
  "/drip": (socket) => void socket.write(OK.slice(0, -1)),
  "/reset": (socket) => socket.resetAndDestroy(),
  "/gone": (socket) => socket.end(),
  "/half": (socket) => socket.end(OK.slice(0, -1)),
  "/nonsense": (socket) => socket.write("SSH-2.0\r\n"),
  "/both": (socket) => socket.write(`${OK}${OK}`),
  "/large": (socket) => socket.write(`HTTP/1.1 200 OK\r\nA: ${"a".repeat(70_000)}\r\n\r\n`),
  "/stray": (socket) => {
    socket.write(OK);
    setTimeout(() => socket.write(OK), 20);
  },
};

let server: Listening;
before(async () => {
  server = await rawServer((path, socket) => ANSWERS[path]?.(socket));
});
after(() => server.close());

async function over<Value>(
  terms: { url?: string; timeoutMs?: number; count?: number; verify?: boolean; ca?: string },
  act: (transport: Transport, failures: readonly WireFailure[]) => Promise<Value>,
): Promise<Value> {
  const {
    url = `http://127.0.0.1:${server.port}`,
    timeoutMs = TIMEOUT_MS,
    count = 1,
    verify = true,
    ca = null,
  } = terms;
  const transport = http1Transport<Exchange>({ url, tls: { ...NO_TLS, verify, ca }, timeoutMs, clockUs });
  try {
    return await act(transport, await transport.connect(count));
  } finally {
    await transport.close();
  }
}

describe("answers", () => {
  test("one after the other on one connection, whole or in pieces", async () => {
    const before = server.connections();
    await over({}, async (transport) => {
      for (const path of ["/ok", "/ok", "/slowly", "/ok"]) {
        const { answer, failure, tookMs } = await ask(transport, { path });
        assert.deepEqual([answer?.status, answer?.bodyBytes, failure], [200, 2, null]);
        assert.ok(tookMs >= (path === "/slowly" ? 25 : 0) && tookMs < TIMEOUT_MS, `${tookMs} ms`);
      }
      assert.equal(transport.open, 1);
    });
    assert.equal(server.connections() - before, 1);
  });

  test("a connection that is closed, as it said, is opened again by itself", async () => {
    const before = server.connections();
    await over({}, async (transport) => {
      for (const path of ["/close", "/until-close", "/ok"]) {
        assert.equal((await ask(transport, { path, keep: "all" })).answer?.status, 200, path);
      }
    });
    assert.equal(server.connections() - before, 3);
  });

  test("headers and body are there where they were asked for", async () => {
    await over({}, async (transport) => {
      const kept = await ask(transport, { path: "/ok", keep: "all" });
      assert.deepEqual([kept.answer?.body?.toString(), kept.answer?.headers?.get("content-length")], ["ok", "2"]);
      const without = await ask(transport, { path: "/ok", keep: "headers" });
      assert.deepEqual([without.answer?.body, without.answer?.headers?.size], [null, 1]);
    });
  });

  test("connections take turns", async () => {
    await over({ count: 3 }, async (transport) => {
      for (let sent = 0; sent < 3; sent += 1) {
        transport.send({
          request: requestOf({ path: "/silence" }),
          keep: "nothing",
          sent: () => undefined,
          answered: () => assert.fail(),
          failed: () => undefined,
        });
      }
      assert.deepEqual([transport.idle, transport.open], [0, 3]);
      transport.grow();
      assert.equal(transport.open, 4);
      await until(() => transport.idle === 1);
      assert.equal((await ask(transport, { path: "/ok" })).answer?.status, 200);
    });
  });

  test("a real HTTP server: HEAD, 204, chunks, a body that is sent", async () => {
    const http = await listening(
      createHttp((request, response) => {
        if (request.url === "/none") response.writeHead(204).end();
        else if (request.method === "POST") request.pipe(response.writeHead(201));
        else {
          response.write("first, ");
          response.end("second");
        }
      }),
    );
    try {
      await over({ url: `http://127.0.0.1:${http.port}` }, async (transport) => {
        const texts: (string | undefined)[] = [];
        for (const terms of [
          {},
          { method: "HEAD" },
          { path: "/none" },
          { method: "POST", body: "x".repeat(200_000) },
        ]) {
          texts.push((await ask(transport, { ...terms, keep: "all" })).answer?.body?.toString());
        }
        assert.deepEqual(texts, ["first, second", "", "", "x".repeat(200_000)]);
      });
      assert.equal(http.connections(), 1);
    } finally {
      await http.close();
    }
  });
});

describe("failures of an exchange", () => {
  const failures: Readonly<Record<string, WireFailure>> = {
    "/reset": "reset",
    "/gone": "closed-early",
    "/half": "closed-early",
    "/nonsense": "malformed-answer",
    "/both": "malformed-answer",
    "/large": "answer-too-large",
  };
  for (const [path, failure] of Object.entries(failures)) {
    test(`${path} is ${failure}, and the next one goes well`, async () => {
      await over({}, async (transport) => {
        assert.equal((await ask(transport, { path })).failure, failure);
        assert.equal((await ask(transport, { path: "/ok" })).answer?.status, 200);
        assert.equal(transport.open, 1);
      });
    });
  }

  for (const path of ["/silence", "/drip"]) {
    test(`${path} is a timeout, from when it was sent`, async () => {
      await over({ timeoutMs: 1500 }, async (transport) => {
        const { failure, tookMs } = await ask(transport, { path });
        assert.equal(failure, "timeout");
        assert.ok(tookMs >= 1500 && tookMs < 6000, `${tookMs} ms`);
        assert.equal((await ask(transport, { path: "/ok" })).answer?.status, 200);
      });
    });
  }

  test("each times out in its own time", async () => {
    await over({ timeoutMs: 1500, count: 2 }, async (transport) => {
      const first = ask(transport, { path: "/silence" });
      await new Promise((resolve) => setTimeout(resolve, 200));
      const both = await Promise.all([first, ask(transport, { path: "/silence" })]);
      for (const { failure, tookMs } of both) {
        assert.equal(failure, "timeout");
        assert.ok(tookMs >= 1500 && tookMs < 6000, `${tookMs} ms`);
      }
    });
  });

  test("what comes in while nothing was asked costs its connection, is counted and answers nothing", async () => {
    await over({}, async (transport) => {
      assert.equal((await ask(transport, { path: "/stray" })).answer?.status, 200);
      await until(() => transport.strayAnswers === 1);
      const { failure } = await ask(transport, { path: "/gone" });
      assert.equal(failure, "closed-early", "not the stray answer");
    });
  });

  test("cut off at the end of a run, and at the close", async () => {
    await over({}, async (transport) => {
      const cut = ask(transport, { path: "/silence" });
      await until(() => transport.idle === 0);
      transport.cut();
      assert.equal((await cut).failure, "unfinished");
      assert.equal((await ask(transport, { path: "/ok" })).answer?.status, 200);
      const closed = ask(transport, { path: "/silence" });
      await until(() => transport.idle === 0);
      await transport.close();
      assert.equal((await closed).failure, "unfinished");
      assert.equal(transport.open, 0);
    });
  });
});

describe("failures to connect", () => {
  test("nobody is there: told for each, without a storm, and tried again", async () => {
    const lost = await rawServer(() => undefined);
    const url = `http://127.0.0.1:${lost.port}`;
    await lost.close();
    await over({ url, count: 200 }, async (transport, failures) => {
      assert.deepEqual([failures.length, new Set(failures)], [200, new Set(["refused"])]);
      assert.deepEqual([transport.idle, transport.open], [0, 200]);
      const at = transport.connectFailures.get("refused") ?? 0;
      assert.ok(at <= 70, `${at} attempts`);
      const sinceUs = clockUs();
      const later = (): number => (transport.connectFailures.get("refused") ?? 0) - at;
      await new Promise((resolve) => setTimeout(resolve, 300));
      await until(() => later() >= 1);
      const ms = (clockUs() - sinceUs) / 1000;
      assert.ok(later() <= 1 + ms / 30, `${later()} more attempts in ${ms} ms`);
    });
  });

  test("a name that leads nowhere", async () => {
    await over({ url: "http://nowhere.invalid:1" }, (transport, failures) => {
      assert.deepEqual(failures, ["dns"]);
      assert.equal(transport.connectFailures.get("dns"), 1);
      return Promise.resolve();
    });
  });

  test("one that takes connections and drops them is not met by a storm either", async () => {
    const dropping = await listening(createServer((socket) => socket.destroy()));
    try {
      await over({ url: `http://127.0.0.1:${dropping.port}`, count: 4 }, async () => {
        const sinceUs = clockUs();
        await new Promise((resolve) => setTimeout(resolve, 300));
        await until(() => dropping.connections() >= 5);
        const [made, ms] = [dropping.connections(), (clockUs() - sinceUs) / 1000];
        assert.ok(made < ms / 5, `${made} connections in ${ms} ms`);
      });
    } finally {
      await dropping.close();
    }
  });
});

describe("TLS", () => {
  const certificate = selfSigned();
  let https: Listening;
  before(async () => {
    https = await listening(createHttps(certificate, (_, response) => response.end("secret")));
  });
  after(() => https.close());

  test("a certificate that is vouched for, or whoever it is", async () => {
    for (const trust of [{ ca: certificate.cert }, { verify: false }]) {
      for (const host of ["localhost", "127.0.0.1"]) {
        await over({ url: `https://${host}:${https.port}`, ...trust }, async (transport, failures) => {
          assert.deepEqual(failures, []);
          for (let asked = 0; asked < 3; asked += 1) {
            assert.equal((await ask(transport, { keep: "all" })).answer?.body?.toString(), "secret");
          }
        });
      }
    }
    assert.equal(https.connections(), 4);
  });

  test("a certificate that nobody vouches for, and a server that speaks no TLS", async () => {
    for (const port of [https.port, server.port]) {
      const timeoutMs = port === https.port ? TIMEOUT_MS : 500;
      await over({ url: `https://127.0.0.1:${port}`, timeoutMs }, (transport, failures) => {
        assert.ok(
          failures.length === 1 && /^(?:tls|tls-untrusted|connect-timeout)$/.test(failures[0] ?? ""),
          failures.join(),
        );
        if (port === https.port) assert.equal(failures[0], "tls-untrusted");
        assert.equal(transport.idle, 0);
        return Promise.resolve();
      });
    }
  });

  test("a certificate of yesterday, and one of somebody else, are told apart also where they are vouched for", async () => {
    for (const [terms, failure] of [
      [{ until: "200101000000Z" }, "tls-expired"],
      [{ host: "elsewhere.example" }, "tls-wrong-name"],
    ] as const) {
      const wrong = selfSigned(terms);
      const other = await listening(createHttps(wrong, (_request, response) => void response.end("secret")));
      try {
        await over({ url: `https://localhost:${other.port}`, ca: wrong.cert }, (transport, failures) => {
          assert.deepEqual([failures, [...transport.connectFailures]], [[failure], [[failure, 1]]]);
          return Promise.resolve();
        });
      } finally {
        await other.close();
      }
    }
  });

  test("a server that takes the connection and never shakes hands", async () => {
    const mute = await rawServer(() => undefined);
    try {
      await over({ url: `https://127.0.0.1:${mute.port}`, timeoutMs: 100 }, (_, failures) => {
        assert.deepEqual(failures, ["connect-timeout"]);
        return Promise.resolve();
      });
    } finally {
      await mute.close();
    }
  });
});
