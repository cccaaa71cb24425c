import assert from "node:assert/strict";
import type { RequestListener } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, test } from "node:test";
import type { LoadBody } from "@holdpoint/core";
import type { Ending } from "@holdpoint/testkit";
import { measuredFigure } from "./load-figure.ts";
import type { LoadTerms } from "./load-plan.ts";
import { flowOf, loadPlan } from "./load-plan.ts";
import { sendLoad } from "./send-load.ts";

const CONNECTIONS = 4;
const POST = flowOf("all", {
  method: "POST",
  body: '{"n":${seq}}',
  headers: [["authorization", "Bearer a"]],
  checks: [
    { kind: "status", in: [[200, 200]] },
    { kind: "body", matches: '"ok":true' },
  ],
});
const TERMS: Omit<LoadTerms, "url"> = {
  connections: CONNECTIONS,
  arrival: { kind: "closed", users: CONNECTIONS },
  warmUpMs: 50,
  measureMs: 200,
  flows: [POST],
  // A busy machine must not decide what a test shows.
  validity: { lagP99Ms: 5000, achievedRatio: 0.5 },
};

function serve(t: Ending, listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
}

function answer(text: string, status = 200): RequestListener {
  return (request, response) => {
    request.resume().on("end", () => response.writeHead(status).end(text));
  };
}

describe("the sender", () => {
  test("sends a body of its own each time, over as many connections as told, and counts every answer", async (t) => {
    const bodies = new Set<string>();
    const sockets = new Set<unknown>();
    const tokens = new Set<string | undefined>();
    let requests = 0;
    const url = await serve(t, (request, response) => {
      requests += 1;
      sockets.add(request.socket);
      tokens.add(request.headers.authorization);
      let body = "";
      request.setEncoding("utf8").on("data", (text: string) => (body += text));
      request.on("end", () => {
        bodies.add(body);
        response.end('{"ok":true}');
      });
    });
    const body = await sendLoad(loadPlan({ ...TERMS, url }));
    const { done, all, perSecond } = measuredFigure(body, 200);
    assert.deepEqual([sockets.size, bodies.size, all], [CONNECTIONS, requests, requests]);
    assert.ok(bodies.has('{"n":0}') && bodies.has(`{"n":${requests - 1}}`), "numbered without a gap");
    assert.deepEqual([...tokens], ["Bearer a"]);
    assert.ok(done > 0 && done < all, "the warm-up is in all of them, not in those that were measured");
    assert.equal(perSecond, done * 5);
    assert.ok((body.terms.cpuS ?? 0) > 0);
  });

  test("on a schedule it sends as many as are due, no more", async (t) => {
    let requests = 0;
    const url = await serve(t, (request, response) => {
      requests += 1;
      answer('{"ok":true}')(request, response);
    });
    const body = await sendLoad(loadPlan({ ...TERMS, url, arrival: { kind: "constant", ratePerS: 100 } }));
    const { done, all } = measuredFigure(body, 200);
    assert.deepEqual([requests, all, done], [25, 25, 20]);
  });

  test("answers that are not the expected ones, or none, leave no figure and say what they were", async (t) => {
    let count = 0;
    const plants: readonly (readonly [RequestListener, RegExp])[] = [
      [answer('{"ok":true}', 503), /all-failed: .* × status 503$/],
      [answer('{"ok":false}'), /all-failed: .* × check: body fits \/"ok":true\/$/],
      [(request) => request.socket.destroy(), /proves nothing: .*(?:closed-early|reset)/],
      [(request) => request.socket.end("HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n"), /malformed-answer/],
      [
        (request, response) => answer('{"ok":true}', (count += 1) === 7 ? 500 : 200)(request, response),
        /^Error: \d+ of \d+ requests succeeded: 1 × status 500$/,
      ],
    ];
    for (const [listener, expected] of plants) {
      await assert.rejects(sendLoad(loadPlan({ ...TERMS, url: await serve(t, listener) })), (error) => {
        assert.match(String(error), expected);
        return true;
      });
    }
  });

  test("where nobody listens, and where nobody kept up, there is no figure", async (t) => {
    await assert.rejects(sendLoad(loadPlan({ ...TERMS, url: "http://127.0.0.1:1" })), /target-down: .*refused/);
    const slow = await serve(t, (_, response) => void setTimeout(() => response.end('{"ok":true}'), 400));
    const plan = loadPlan({ ...TERMS, url: slow, connections: 1, arrival: { kind: "constant", ratePerS: 100 } });
    const short = { ...plan, timeoutMs: 500 };
    await assert.rejects(sendLoad(short), /proves nothing: .*rate-missed/);
  });

  test("a sender that fails is told with what it said; another one may be run in its place", async (t) => {
    await assert.rejects(sendLoad(loadPlan({ ...TERMS, url: "ftp://a" })), /ended with 1\n[^]*HP-LOAD-REQUEST/);
    const url = await serve(t, answer('{"ok":true}'));
    const told: string[] = [];
    const sound = { validity: "valid", reasons: [], failures: [], sent: 1, completed: 1, dropped: 0 };
    const body = await sendLoad(loadPlan({ ...TERMS, url }), async ({ args }, timeoutMs) => {
      told.push(...args);
      assert.ok(timeoutMs > 250);
      return sound as Partial<LoadBody> as LoadBody;
    });
    assert.equal(body.sent, 1);
    assert.match(told.join(" "), /^--conditions=holdpoint-source .*send-load-main\.ts /);
  });
});
