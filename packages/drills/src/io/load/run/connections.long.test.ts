import assert from "node:assert/strict";
import { createServer } from "node:http";
import { createServer as createServer2 } from "node:http2";
import type { Http2Server } from "node:http2";
import type { Server } from "node:net";
import { describe, test } from "node:test";
import type { TestContext } from "node:test";
import { phase } from "../../../load/schedule/testing-phases.ts";
import { listening } from "../testing-servers.ts";
import { codes, wholeRun } from "./testing-run.ts";

const PHASES = [phase({ kind: "constant", ratePerS: 40 }, 500)];

/** A server that answers after a while, and knows how many connections it had at a time. */
async function serve(t: TestContext, made: Server, waitMs = 10): Promise<{ url: string; atATime: () => number }> {
  let open = 0;
  let most = 0;
  made.on("connection", (socket) => {
    open += 1;
    most = Math.max(most, open);
    socket.on("close", () => (open -= 1));
  });
  made.on("request", (_request, response) => setTimeout(() => response.end("ok"), waitMs));
  const server = await listening(made);
  t.after(() => server.close());
  return { url: `http://127.0.0.1:${server.port}`, atATime: () => most };
}

const plain = (): Server => createServer();
const framed = (): Http2Server => createServer2().on("sessionError", () => undefined);

describe("sockets at the server", { concurrency: 2 }, () => {
  for (const connections of [1, 2, 3]) {
    test(`never more than the ${connections} that were asked for, over 1 to 4 workers`, async (t) => {
      for (const workers of [1, 2, 3, 4]) {
        const { url, atATime } = await serve(t, plain());
        const { body } = await wholeRun(t, { url, phases: PHASES, connections, workers, warmUpMs: 100 });
        const { terms, completed } = body;
        assert.deepEqual([codes(body), completed, atATime()], [[], 20, connections], `${workers} workers`);
        assert.deepEqual([terms.connections, terms.workers], [connections, Math.min(workers, connections)]);
      }
    });
  }

  test("HTTP/2: one connection over four workers is one", async (t) => {
    const { url, atATime } = await serve(t, framed());
    const { body } = await wholeRun(t, { url, protocol: "http2", phases: PHASES, connections: 1, workers: 4 });
    assert.deepEqual([codes(body), body.completed, atATime()], [[], 20, 1]);
  });

  test("open-more: the bound is that of all workers together, also where it cannot be divided", async (t) => {
    const { url, atATime } = await serve(t, plain(), 150);
    const phases = [phase({ kind: "constant", ratePerS: 100 }, 1000)];
    const over = {
      phases,
      connections: 2,
      connectionsMax: 5,
      workers: 2,
      poolFull: "open-more",
      timeoutMs: 6000,
    } as const;
    const { body } = await wholeRun(t, { url, ...over });
    assert.deepEqual([codes(body), body.completed, atATime()], [[], 100, 5]);
  });

  test("closed model: callers of a plan with more workers than connections all come", async (t) => {
    const { url, atATime } = await serve(t, plain());
    const phases = [phase({ kind: "closed", users: 4 }, 1500)];
    const { body } = await wholeRun(t, { url, phases, connections: 2, workers: 4 });
    assert.deepEqual([codes(body), atATime()], [[], 2]);
    assert.ok(body.completed > 2 * 4, `${body.completed}`);
  });
});
