import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { IncomingMessage } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { describe, test } from "node:test";
import type { TestContext } from "node:test";
import type { CheckPlan, LoadPlan, RequestPlan } from "@holdpoint/core";
import { parseObjective } from "@holdpoint/core";
import { request } from "../../../load/flow/testing-plan.ts";
import { phase } from "../../../load/schedule/testing-phases.ts";
import { selfSigned } from "../testing-certificate.ts";
import { listening } from "../testing-servers.ts";
import { codes, failures, outcomes, wholeRun } from "./testing-run.ts";
import type { WsSocket } from "./testing-ws-server.ts";
import { withWs } from "./testing-ws-server.ts";

const WAIT_MS = 60;
const OBJECTIVES = ["p90 < 900ms", "95% ok", "rate >= 60/s"].map((text) => parseObjective(text));
const PHASES = [phase({ kind: "constant", ratePerS: 100 }, 3000)];
const OK: CheckPlan = { kind: "json", path: "$.ok", equals: true };

type OnMessage = (socket: WsSocket, id: number, count: number) => void;

/** A server that answers messages `{"id": …}` as it likes; what opened its connections. */
async function serve(
  t: TestContext,
  onMessage: OnMessage,
  onOpen: (socket: WsSocket) => void = () => undefined,
): Promise<{ url: string; opened: readonly IncomingMessage[] }> {
  const opened: IncomingMessage[] = [];
  let count = 0;
  const server = await listening(
    withWs(createServer(), (socket, asked) => {
      opened.push(asked);
      onOpen(socket);
      socket.on("message", (message) => {
        count += 1;
        onMessage(socket, (JSON.parse(message.toString("utf8")) as { id: number }).id, count);
      });
    }),
  );
  t.after(() => server.close());
  return { url: `ws://127.0.0.1:${server.port}`, opened };
}

const say = (socket: WsSocket, id: number, ok = true): void => socket.send(JSON.stringify({ id, ok }));

const load = (over: Partial<LoadPlan>, step: Partial<RequestPlan> = {}): Partial<LoadPlan> => ({
  protocol: "websocket",
  phases: PHASES,
  objectives: OBJECTIVES,
  connections: 10,
  flows: [{ name: "main", weight: 1, steps: [request({ path: "", body: '{"id":${seq}}', checks: [OK], ...step })] }],
  ...over,
});

describe("a load over WebSockets", { concurrency: 3 }, () => {
  test("is measured on both clocks, checked and judged", async (t) => {
    const { url, opened } = await serve(t, (socket, id) => void setTimeout(() => say(socket, id), WAIT_MS));
    const { body } = await wholeRun(t, load({ url, warmUpMs: 300 }));
    assert.deepEqual([codes(body), outcomes(body)], [[], ["pass", "pass", "pass"]]);
    assert.deepEqual([body.sent, body.completed, failures(body), opened.length], [300, 300, {}, 10]);
    for (const { p50, min } of [body.response, body.service].flatMap((one) => one ?? [])) {
      // A timer of a busy server may fire early, but not by so much.
      assert.ok(min > WAIT_MS / 4 && p50 > WAIT_MS - 5 && p50 < 5 * WAIT_MS, `${min}, ${p50}`);
    }
  });

  test("opens each connection with its own row of the data, whichever worker it is of", async (t) => {
    const { url, opened } = await serve(t, (socket, id) => say(socket, id));
    const rows = Array.from({ length: 6 }, (_, index) => ({ name: `user-${index}`, token: `t${index}` }));
    const data = [{ name: "users", pick: "sequential", rows }] as const;
    const step = { path: "/feed?user=${users.name}", headers: [["authorization", "Bearer ${users.token}"]] } as const;
    const { body } = await wholeRun(t, load({ url, data, workers: 2, connections: 6 }, step));
    assert.deepEqual([codes(body), body.completed], [[], 300]);
    const seen = opened.map(({ url: path, headers }) => `${path} ${headers.authorization}`).toSorted();
    assert.deepEqual(
      seen,
      rows.map(({ name, token }) => `/feed?user=${name} Bearer ${token}`),
    );
  });

  test("over TLS with a certificate that the plan vouches for, and not with one that nobody does", async (t) => {
    const own = selfSigned();
    const echo = (socket: WsSocket): void => void socket.on("message", () => say(socket, 1));
    const server = await listening(withWs(createSecureServer(own), echo));
    t.after(() => server.close());
    const url = `wss://127.0.0.1:${server.port}`;
    const trusted = await wholeRun(t, load({ url, tls: { verify: true, serverName: "localhost", ca: own.cert } }));
    assert.deepEqual([codes(trusted.body), outcomes(trusted.body)], [[], ["pass", "pass", "pass"]]);
    const { body } = await wholeRun(t, load({ url }));
    assert.deepEqual([codes(body), body.sent], [["target-down", "no-samples"], 0]);
  });

  test("a server that closes with 1011 now and then: those are failures, the connection is opened again", async (t) => {
    const { url, opened } = await serve(t, (socket, id, count) => {
      if (count % 10 === 0) socket.close(1011);
      else say(socket, id);
    });
    const { body } = await wholeRun(t, load({ url }));
    assert.deepEqual([codes(body), failures(body), body.completed], [[], { "closed-early": 30 }, 270]);
    assert.ok(opened.length >= 35, `${opened.length}`);
    assert.notEqual(outcomes(body)[0], "pass");
    assert.deepEqual(outcomes(body).slice(1), ["fail", "pass"]);
  });

  test("every connection is torn down when something is asked", async (t) => {
    const { url } = await serve(t, (socket) => socket.terminate());
    const { body } = await wholeRun(t, load({ url }));
    assert.ok(codes(body).includes("all-failed"), JSON.stringify(body.reasons));
    assert.ok(outcomes(body).every((outcome) => outcome === "invalid"));
  });

  test("messages in between are nobody's answer when answers are known by a member", async (t) => {
    const push = (socket: WsSocket): void => {
      const pushing = setInterval(() => socket.send('{"push":1,"ok":true}'), 5);
      t.after(() => clearInterval(pushing));
    };
    const answer: OnMessage = (socket, id) => void setTimeout(() => say(socket, id), WAIT_MS);
    const { url } = await serve(t, answer, push);
    const { body } = await wholeRun(t, load({ url }, { correlate: "id" }));
    assert.deepEqual([codes(body), outcomes(body), body.completed], [[], ["pass", "pass", "pass"], 300]);
    assert.ok((body.service?.min ?? 0) > WAIT_MS / 4, `${body.service?.min} ms: a push was taken for the answer`);
    // Without the member the same server looks faster than it is, and nothing may come of that.
    const blind = (await wholeRun(t, load({ url }))).body;
    assert.ok((blind.service?.p50 ?? 0) < WAIT_MS / 2, "the test cannot fail");
    assert.deepEqual([codes(blind), outcomes(blind)], [["stray-answers"], ["invalid", "invalid", "invalid"]]);
  });

  test("a greeting ahead of the first question is no stray answer", async (t) => {
    const { url } = await serve(
      t,
      (socket, id) => say(socket, id),
      (socket) => socket.send("welcome"),
    );
    const { body } = await wholeRun(t, load({ url, connections: 30, warmUpMs: 300 }));
    assert.deepEqual([codes(body), body.completed], [[], 300]);
  });

  test("a question that does not carry the member gets no answer at all", async (t) => {
    const { url } = await serve(t, (socket) => socket.send('{"ok":true}'));
    const flows = load({ url }, { body: '{"id":${seq}, "x":"${uuid}"}', correlate: "other" });
    const { body } = await wholeRun(t, {
      ...flows,
      timeoutMs: 1500,
      phases: [phase({ kind: "constant", ratePerS: 20 }, 1000)],
    });
    assert.ok(codes(body).includes("all-failed"), JSON.stringify(body.reasons));
    assert.ok((failures(body)["timeout"] ?? 0) > 0);
  });
});
