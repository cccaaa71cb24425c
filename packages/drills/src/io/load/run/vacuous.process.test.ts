import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { RequestListener } from "node:http";
import { createServer as createRawServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import { describe, test } from "node:test";
import type { TestContext } from "node:test";
import type { LoadBody, LoadPlan } from "@holdpoint/core";
import { parseObjective } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import { plan, request } from "../../../load/flow/testing-plan.ts";
import { phase } from "../../../load/schedule/testing-phases.ts";
import { deafUrl } from "../../listen.ts";
import { runLoad } from "./run-load.ts";
import type { RunLoadTerms } from "./run-load.ts";

// A busy machine must not decide what this table shows: nothing here is near a limit, nor is any limit near a pause.
const OBJECTIVES = ["p90 < 900ms", "90% ok", "90% under 900ms"].map((text) => parseObjective(text));
const LIMITS = { lagP99Ms: 1000, achievedRatio: 0.99 };
const PHASES = [phase({ kind: "constant", ratePerS: 300 }, 1000)];

async function serve(t: TestContext, listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A server that does as it likes with each connection. */
async function serveRaw(t: TestContext, onSocket: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createRawServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    onSocket(socket);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  t.after(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function run(t: TestContext, over: Partial<LoadPlan>, terms: Partial<RunLoadTerms> = {}): Promise<LoadBody> {
  const load = plan({
    phases: PHASES,
    objectives: OBJECTIVES,
    timeoutMs: 5000,
    connections: 4,
    validity: LIMITS,
    ...over,
  });
  const folder = scratch(t);
  const { body } = await runLoad(load, { version: "0", folder, signal: t.signal, nowMs: Date.now, ...terms });
  assert.equal(body.due, (body.sent ?? 0) + body.dropped, "what fell due was sent or dropped");
  assert.equal(body.sent, body.completed + body.failed, "what was sent has an end");
  return body;
}

/** None of the outcomes may be a pass, and the reasons are these. */
function proves(body: LoadBody, codes: readonly string[]): void {
  assert.deepEqual(
    body.reasons.map(({ code }) => code),
    codes,
    JSON.stringify(body.reasons),
  );
  for (const { id, outcome, reason } of body.slo) {
    assert.equal(outcome, codes.length > 0 ? "invalid" : outcome, id);
    assert.notEqual(outcome, "pass", `${id}: ${reason}`);
  }
  assert.ok(body.slo.length > 0);
}

const fine: RequestListener = (_request, response) => void response.end("ok");
const kinds = ({ failures }: LoadBody): readonly string[] => failures.map(({ kind }) => kind);

test("the table can fail: a healthy target passes every one of its objectives", async (t) => {
  const body = await run(t, { url: await serve(t, fine) });
  assert.deepEqual(body.reasons, []);
  assert.deepEqual(
    body.slo.map(({ outcome }) => outcome),
    ["pass", "pass", "pass"],
  );
});

describe("nothing of this is a pass", () => {
  test("nobody listens", async (t) => {
    const body = await run(t, { url: await deafUrl() });
    proves(body, ["target-down", "no-samples"]);
    assert.match(body.reasons[0]?.text ?? "", /refused/);
  });

  test("a name that does not exist", async (t) => {
    const body = await run(t, { url: "http://nobody.invalid" });
    proves(body, ["target-down", "no-samples"]);
    assert.match(body.reasons[0]?.text ?? "", /dns/);
  });

  test("TLS asked of a target that speaks none", async (t) => {
    const body = await run(t, { url: (await serve(t, fine)).replace("http:", "https:") });
    proves(body, ["target-down", "no-samples"]);
  });

  test("every connection is reset when something is asked", async (t) => {
    const body = await run(t, {
      url: await serveRaw(t, (socket) => socket.once("data", () => socket.resetAndDestroy())),
    });
    assert.ok(
      body.reasons.some(({ code }) => code === "all-failed"),
      JSON.stringify(body.reasons),
    );
    assert.ok(body.slo.every(({ outcome }) => outcome === "invalid"));
  });

  test("half of an answer, then the end", async (t) => {
    const half = "HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc";
    const body = await run(t, { url: await serveRaw(t, (socket) => socket.on("data", () => socket.end(half))) });
    assert.ok(
      body.reasons.some(({ code }) => code === "all-failed"),
      JSON.stringify(body.reasons),
    );
    assert.ok(kinds(body).includes("closed-early"), kinds(body).join());
  });

  test("something that is no answer", async (t) => {
    const body = await run(t, {
      url: await serveRaw(t, (socket) => socket.on("data", () => socket.write("hello\r\n\r\n"))),
    });
    assert.ok(
      body.reasons.some(({ code }) => code === "all-failed"),
      JSON.stringify(body.reasons),
    );
    assert.ok(kinds(body).includes("malformed-answer"), kinds(body).join());
  });

  test("no answer at all", async (t) => {
    const body = await run(t, { url: await serveRaw(t, (socket) => socket.resume()), timeoutMs: 1500 });
    assert.ok(
      body.reasons.some(({ code }) => code === "all-failed"),
      JSON.stringify(body.reasons),
    );
    assert.ok(kinds(body).includes("timeout"), kinds(body).join());
  });

  test("an error page for every request", async (t) => {
    const url = await serve(t, (_request, response) => void response.writeHead(503).end("busy"));
    const body = await run(t, { url });
    proves(body, ["all-failed"]);
    assert.deepEqual(body.failures, [{ kind: "status 503", count: 300 }]);
  });

  test("a check that no answer fits", async (t) => {
    const checked = request({ checks: [{ kind: "json", path: "$.ok", equals: true }] });
    const flows = [{ name: "main", weight: 1, steps: [checked] }];
    const body = await run(t, { url: await serve(t, fine), flows });
    proves(body, ["all-failed"]);
    assert.deepEqual(body.checks, [
      { check: "home: $.ok is true", passed: 0, failed: 300 },
      { check: "home: status 200-399", passed: 300, failed: 0 },
    ]);
  });

  test("no request at all", async (t) => {
    const phases = [phase({ kind: "constant", ratePerS: 0 }, 500)];
    const body = await run(t, { url: await serve(t, fine), phases });
    proves(body, ["no-samples"]);
    assert.equal(body.windows.length, 1, "a second in which nothing happened is a second");
  });

  test("too few requests, and a name that nothing has", async (t) => {
    const phases = [phase({ kind: "constant", ratePerS: 20 }, 500)];
    const few = await run(t, { url: await serve(t, fine), phases });
    proves(few, []);
    assert.deepEqual(new Set(few.slo.map(({ outcome }) => outcome)), new Set(["inconclusive"]));
    const objectives = [parseObjective("p90 < 250ms on endpoint:hoem")];
    const [named] = (await run(t, { url: await serve(t, fine), objectives })).slo;
    assert.equal(named?.outcome, "inconclusive");
    assert.match(named?.reason ?? "", /home/, "says what there was");
  });

  test("a target that is too slow", async (t) => {
    const url = await serve(t, (_request, response) => void setTimeout(() => response.end("late"), 1200));
    const body = await run(t, { url, connections: 400, objectives: OBJECTIVES.filter(({ id }) => id !== "90-ok") });
    proves(body, []);
    assert.deepEqual(
      body.slo.map(({ outcome }) => outcome),
      ["fail", "fail"],
    );
  });

  test("arrivals that are dropped because the target holds every connection", async (t) => {
    const url = await serve(t, (_request, response) => void setTimeout(() => response.end("late"), 100));
    const body = await run(t, { url, poolFull: "drop" });
    proves(body, ["rate-missed"]);
    assert.ok(body.dropped > 100);
  });

  test("a queue that is full", async (t) => {
    const url = await serve(t, (_request, response) => void setTimeout(() => response.end("late"), 100));
    const body = await run(t, { url, queueMax: 5 });
    assert.equal(body.reasons[0]?.code, "queue-full");
    assert.ok(body.slo.every(({ outcome }) => outcome === "invalid"));
  });

  test("somebody ends it, before and while it runs", async (t) => {
    const url = await serve(t, fine);
    const phases = [phase({ kind: "constant", ratePerS: 300 }, 20_000)];
    const ending = new AbortController();
    const onSecond = (): void => ending.abort("SIGINT");
    const body = await run(t, { url, phases }, { signal: ending.signal, onSecond });
    assert.equal(body.reasons[0]?.code, "aborted", JSON.stringify(body.reasons));
    assert.ok(body.slo.every(({ outcome }) => outcome === "invalid"));
    assert.ok(body.completed > 0 && body.durationMs < 15_000, "says what was measured until then");
    const before = await run(t, { url }, { signal: AbortSignal.abort("SIGTERM") });
    proves(before, ["aborted", "no-samples"]);
    assert.match(before.reasons[0]?.text ?? "", /SIGTERM/);
  });

  test("the system's clock is set while it runs", async (t) => {
    let looks = 0;
    const nowMs = (): number => {
      looks += 1;
      return Date.now() + (looks > 2 ? 3_600_000 : 0);
    };
    proves(await run(t, { url: await serve(t, fine) }, { nowMs }), ["clock-step"]);
  });

  test("an objective ends it: the run is valid, and that objective failed", async (t) => {
    const url = await serve(t, (_request, response) => void setTimeout(() => response.end("late"), 300));
    const objectives = [{ ...parseObjective("p90 < 100ms"), id: "slow" }];
    const abort = { objectives: ["slow"], windowMs: 2000, holdMs: 1000 };
    const phases = [phase({ kind: "constant", ratePerS: 200 }, 20_000)];
    const body = await run(t, { url, phases, objectives, abort, connections: 200 });
    assert.deepEqual(body.reasons, []);
    assert.deepEqual(
      body.slo.map(({ outcome }) => outcome),
      ["fail"],
    );
    assert.ok(body.durationMs < 15_000, `${body.durationMs}`);
  });
});
