import assert from "node:assert/strict";
import { createServer } from "node:http";
import { createSecureServer, createServer as createServer2 } from "node:http2";
import { createServer as createHttps } from "node:https";
import type { Server, Socket } from "node:net";
import { createServer as createRaw } from "node:net";
import { describe, test } from "node:test";
import type { LoadPlan } from "@holdpoint/core";
import { parseObjective } from "@holdpoint/core";
import { request } from "../../../load/flow/testing-plan.ts";
import { phase } from "../../../load/schedule/testing-phases.ts";
import { selfSigned } from "../testing-certificate.ts";
import type { Certificate } from "../testing-certificate.ts";
import { listening } from "../testing-servers.ts";
import { codes, outcomes, wholeRun } from "./testing-run.ts";
import { withWs } from "./testing-ws-server.ts";

type Scheme = "http" | "https" | "h2c" | "h2" | "ws" | "wss";

const OBJECTIVES = ["p50 < 900ms", "50% ok", "50% under 900ms"].map((text) => parseObjective(text));
const SCHEMES: readonly Scheme[] = ["http", "https", "h2c", "h2", "ws", "wss"];
const OVER_TLS: readonly Scheme[] = ["https", "h2", "wss"];
const OWN = selfSigned();

function load(scheme: Scheme, host: string): Partial<LoadPlan> {
  const protocol = scheme.startsWith("h2") ? "http2" : scheme.startsWith("ws") ? "websocket" : "http1";
  const path = protocol === "websocket" ? "" : "/";
  return {
    url: `${{ h2c: "http", h2: "https" }[scheme as string] ?? scheme}://${host}`,
    protocol,
    phases: [phase({ kind: "constant", ratePerS: 100 }, 500)],
    objectives: OBJECTIVES,
    connections: 2,
    timeoutMs: 4000,
    flows: [{ name: "main", weight: 1, steps: [request({ path, body: protocol === "websocket" ? "{}" : null })] }],
    tls: { verify: true, serverName: "localhost", ca: OWN.cert },
  };
}

/** A server that means well. */
function sound(scheme: Scheme, own: Certificate = OWN): Server {
  const quiet = (): void => undefined;
  if (scheme === "h2c") return createServer2((_request, response) => void response.end("ok")).on("sessionError", quiet);
  if (scheme === "h2") {
    return createSecureServer(own, (_request, response) => void response.end("ok")).on("sessionError", quiet);
  }
  const server = scheme === "https" || scheme === "wss" ? createHttps(own) : createServer();
  if (!scheme.startsWith("ws")) return server.on("request", (_request, response) => void response.end("ok"));
  return withWs(server, (socket) => socket.on("message", () => socket.send("ok")));
}

/** One that does as it likes with each connection once something came in. */
const raw = (act: (socket: Socket) => void): Server =>
  createRaw((socket) => void socket.once("data", () => act(socket)));

describe("what is no load proves nothing, whatever is spoken", { concurrency: 3 }, () => {
  for (const scheme of SCHEMES) {
    test(`${scheme}: the table can fail`, async (t) => {
      const server = await listening(sound(scheme));
      t.after(() => server.close());
      const { body } = await wholeRun(t, load(scheme, `127.0.0.1:${server.port}`));
      assert.deepEqual([codes(body), outcomes(body), body.completed], [[], ["pass", "pass", "pass"], 50]);
    });

    test(`${scheme}: nobody listens, a name that leads nowhere`, async (t) => {
      const server = await listening(createRaw());
      await server.close();
      for (const [host, kind] of [
        [`127.0.0.1:${server.port}`, "refused"],
        ["nobody.invalid", "dns"],
      ] as const) {
        const { body } = await wholeRun(t, load(scheme, host));
        assert.deepEqual(codes(body), ["target-down", "no-samples"]);
        assert.ok(body.reasons[0]?.text.includes(`(${kind} `), body.reasons[0]?.text);
        assert.deepEqual(outcomes(body), ["invalid", "invalid", "invalid"]);
      }
    });

    for (const [what, server] of [
      ["a server that resets", () => raw((socket) => socket.resetAndDestroy())],
      ["one that hangs up", () => raw((socket) => socket.end())],
      ["one that says something else", () => raw((socket) => socket.write(Buffer.alloc(64, "?\r\n")))],
      ["one that says nothing", () => raw(() => undefined)],
      [
        "one that begins and never ends",
        () => raw((socket) => socket.write("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n1")),
      ],
    ] as const) {
      test(`${scheme}: ${what}`, async (t) => {
        const target = await listening(server());
        t.after(() => target.close());
        const { body } = await wholeRun(t, { ...load(scheme, `127.0.0.1:${target.port}`), timeoutMs: 500 });
        assert.equal(body.validity, "invalid");
        assert.ok(
          codes(body).some((code) => code === "target-down" || code === "all-failed"),
          codes(body).join(),
        );
        assert.deepEqual([body.completed, outcomes(body)], [0, ["invalid", "invalid", "invalid"]]);
      });
    }
  }

  for (const scheme of OVER_TLS) {
    const other = selfSigned();
    for (const [what, own, ca, kind] of [
      ["nobody vouches for it", OWN, other.cert, "tls-untrusted"],
      ["it is of yesterday", selfSigned({ until: "200101000000Z" }), null, "tls-expired"],
      ["it is somebody else's", selfSigned({ host: "elsewhere.example" }), null, "tls-wrong-name"],
    ] as const) {
      test(`${scheme}: a certificate that is no good: ${what}`, async (t) => {
        const server = await listening(sound(scheme, own));
        t.after(() => server.close());
        const tls = { verify: true, serverName: "localhost", ca: ca ?? own.cert };
        const { body } = await wholeRun(t, { ...load(scheme, `127.0.0.1:${server.port}`), tls });
        assert.deepEqual([codes(body), body.sent], [["target-down", "no-samples"], 0]);
        assert.ok(body.reasons[0]?.text.includes(`(${kind} `), body.reasons[0]?.text);
        assert.deepEqual(outcomes(body), ["invalid", "invalid", "invalid"]);
      });
    }
  }

  for (const [scheme, served, kind] of [
    ["https", "http", "tls"],
    ["h2", "https", "tls-no-protocol"],
    ["ws", "http", "no-websocket"],
    ["wss", "https", "no-websocket"],
  ] as const) {
    test(`${scheme} asked of a server of ${served}`, async (t) => {
      const server = await listening(sound(served));
      t.after(() => server.close());
      const { body } = await wholeRun(t, { ...load(scheme, `127.0.0.1:${server.port}`), timeoutMs: 2000 });
      assert.deepEqual([codes(body), body.sent], [["target-down", "no-samples"], 0]);
      assert.ok(body.reasons[0]?.text.includes(`(${kind} `), body.reasons[0]?.text);
    });
  }
});
