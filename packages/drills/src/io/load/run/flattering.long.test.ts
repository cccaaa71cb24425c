import assert from "node:assert/strict";
import type { Socket } from "node:net";
import { createServer } from "node:net";
import { describe, test } from "node:test";
import type { TestContext } from "node:test";
import type { LoadPlan } from "@holdpoint/core";
import { parseObjective } from "@holdpoint/core";
import { request } from "../../../load/flow/testing-plan.ts";
import { phase } from "../../../load/schedule/testing-phases.ts";
import { listening, rawServer } from "../testing-servers.ts";
import { codes, failures, outcomes, wholeRun } from "./testing-run.ts";

// Servers that try to look better than they are. The limits are such that a healthy one would be far within them, also
// on a machine that stands still for a while.
const OBJECTIVES = ["p90 < 900ms", "90% under 900ms"].map((text) => parseObjective(text));
const RATE_PER_S = 200;
const PHASES = [phase({ kind: "constant", ratePerS: RATE_PER_S }, 2000)];
/** Of the 400 that come, one in five is never answered by a server that falls silent. */
const ANSWERED_MAX = 320;

const ANSWER = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok";
const REFUSAL = "HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\n\r\n";

/** Does something to the socket for each request; `count` from 1. */
type Act = (socket: Socket, count: number) => void;

async function serve(t: TestContext, act: Act): Promise<string> {
  let count = 0;
  const server = await rawServer((_path, socket) => {
    count += 1;
    act(socket, count);
  });
  t.after(() => server.close());
  return `http://127.0.0.1:${server.port}`;
}

const load = (url: string, over: Partial<LoadPlan> = {}): Partial<LoadPlan> => ({
  url,
  phases: PHASES,
  objectives: OBJECTIVES,
  connections: 50,
  timeoutMs: 5000,
  ...over,
});

const later = (ms: number, act: () => void): void => void setTimeout(act, ms);

test("the table can fail: the same server without its trick passes", async (t) => {
  const url = await serve(t, (socket) => socket.write(ANSWER));
  const { body } = await wholeRun(t, load(url));
  assert.deepEqual([codes(body), outcomes(body)], [[], ["pass", "pass"]]);
});

describe("no server looks better than it is", { concurrency: 3 }, () => {
  test("one that answers at once for a while, and then no more", async (t) => {
    const url = await serve(t, (socket, count) => count <= ANSWERED_MAX && socket.write(ANSWER));
    const { body } = await wholeRun(t, load(url, { connections: 200, timeoutMs: 2000 }));
    assert.deepEqual([codes(body), outcomes(body)], [[], ["fail", "fail"]]);
    assert.ok((body.response?.p50 ?? 0) < 100 && body.failed >= 80, "it was quick at first");
  });

  test("one that stands still at the very end: who still waits counts as well", async (t) => {
    const url = await serve(t, (socket, count) => count <= ANSWERED_MAX && socket.write(ANSWER));
    // Four connections: most of what falls due in the last part never finds one.
    const { body } = await wholeRun(t, load(url, { connections: 4, timeoutMs: 1500 }));
    assert.ok(codes(body).includes("rate-missed"), JSON.stringify(body.reasons));
    assert.deepEqual(outcomes(body), ["invalid", "invalid"]);
  });

  test("one whose refusals are quicker than its answers", async (t) => {
    const url = await serve(t, (socket, count) => {
      if (count % 2 === 0) socket.write(REFUSAL);
      else later(1200, () => socket.write(ANSWER));
    });
    const { body } = await wholeRun(t, load(url, { connections: 400 }));
    assert.deepEqual([codes(body), outcomes(body)], [[], ["fail", "fail"]]);
    assert.equal(failures(body)["status 503"], (RATE_PER_S * 2) / 2);
  });

  test("one that lets half of it time out before the limit is reached", async (t) => {
    const url = await serve(t, (socket, count) => count % 2 === 0 && socket.write(ANSWER));
    const objectives = ["p90 < 5000ms", "90% under 5000ms"].map((text) => parseObjective(text));
    const { body } = await wholeRun(t, load(url, { objectives, timeoutMs: 1500, connections: 400 }));
    assert.deepEqual([codes(body), outcomes(body)], [[], ["fail", "fail"]]);
    assert.ok((body.response?.max ?? 9999) < 5000, "every single time is within the limit");
  });

  test("one that sends its head byte by byte", async (t) => {
    const url = await serve(t, (socket) => {
      let at = 0;
      const dripping = setInterval(() => {
        if (socket.destroyed || at === ANSWER.length) clearInterval(dripping);
        else socket.write(ANSWER[at++] ?? "");
      }, 30);
    });
    const { body } = await wholeRun(t, load(url, { connections: 400 }));
    assert.deepEqual([codes(body), outcomes(body)], [[], ["fail", "fail"]]);
    assert.ok((body.service?.p50 ?? 0) > 1000, `${body.service?.p50} ms: the last byte counts, not the first`);
  });

  test("one that breaks off behind the head", async (t) => {
    const url = await serve(t, (socket, count) => {
      if (count % 5 > 0) return socket.write(ANSWER);
      return socket.write("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n", () =>
        later(1, () => socket.resetAndDestroy()),
      );
    });
    const { body } = await wholeRun(t, load(url));
    assert.deepEqual(codes(body), []);
    assert.ok(
      outcomes(body).every((outcome) => outcome === "fail"),
      outcomes(body).join(),
    );
    assert.deepEqual(failures(body), { reset: (RATE_PER_S * 2) / 5 });
  });

  test("one that answers twice, so that the next answer is there before its question", async (t) => {
    const url = await serve(t, (socket) => {
      later(60, () => socket.write(ANSWER));
      later(65, () => socket.write(ANSWER));
    });
    const { body } = await wholeRun(t, load(url));
    assert.ok(codes(body).includes("stray-answers"), JSON.stringify(body.reasons));
    assert.deepEqual(outcomes(body), ["invalid", "invalid"]);
    const atOnce = await serve(t, (socket) => later(60, () => socket.write(ANSWER + ANSWER)));
    const second = await wholeRun(t, load(atOnce));
    assert.equal(second.body.completed, 0);
    assert.ok(codes(second.body).includes("all-failed"), JSON.stringify(second.body.reasons));
  });

  test("one that answers before anything is asked", async (t) => {
    const eager = await listening(createServer((socket) => void socket.on("error", () => undefined).write(ANSWER)));
    t.after(() => eager.close());
    const { body } = await wholeRun(t, load(`http://127.0.0.1:${eager.port}`, { timeoutMs: 600 }));
    assert.equal(body.validity, "invalid", JSON.stringify(body.reasons));
    assert.ok(outcomes(body).every((outcome) => outcome === "invalid"));
  });

  test("one that is tired of idle connections harms nobody", async (t) => {
    const tired = new Set<Socket>();
    const url = await serve(t, (socket) => {
      socket.write(ANSWER);
      if (tired.has(socket)) return;
      tired.add(socket);
      later(300, () => socket.end("HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"));
    });
    const { body } = await wholeRun(t, load(url, { phases: [phase({ kind: "constant", ratePerS: 100 }, 2000)] }));
    assert.deepEqual(codes(body), []);
    // A question may cross the good-bye of its connection, after a pause on each of them at once.
    assert.ok(body.completed >= 200 - 50, JSON.stringify(failures(body)));
  });

  test("an error page with status 200, where a check says what a success is", async (t) => {
    const url = await serve(t, (socket, count) => {
      socket.write(count % 4 === 0 ? ANSWER.replace("ok", "no") : ANSWER);
    });
    const steps = [request({ checks: [{ kind: "body", matches: "^ok$" }] })];
    const { body } = await wholeRun(t, load(url, { flows: [{ name: "main", weight: 1, steps }] }));
    assert.deepEqual([codes(body), outcomes(body)], [[], ["fail", "fail"]]);
  });
});

describe("no plan gets a pass for nothing", () => {
  const quick = (t: TestContext): Promise<string> => serve(t, (socket) => socket.write(ANSWER));

  test("names that nearly match decide nothing, and say what there is", async (t) => {
    const objectives = [
      "p90 < 250ms on endpoint:Home",
      "90% ok on endpoint:home/",
      "p90 < 250ms in phase:constan",
      "rate >= 1/s on tag:home",
    ].map((text) => parseObjective(text));
    const { body } = await wholeRun(t, load(await quick(t), { objectives }));
    assert.deepEqual([codes(body), new Set(outcomes(body))], [[], new Set(["inconclusive"])]);
    assert.match(body.slo[0]?.reason ?? "", /there were home/);
    assert.match(body.slo[2]?.reason ?? "", /constant/);
    const abort = { objectives: ["nobody"], windowMs: 1000, holdMs: 0 };
    await assert.rejects(wholeRun(t, load("http://127.0.0.1:9", { abort })), { code: "HP-CONFIG-REFERENCE" });
  });

  test("a run that one objective ended passes no other one", async (t) => {
    const url = await serve(t, (socket) => later(120, () => socket.write(ANSWER)));
    const slow = { ...parseObjective("p90 < 100ms"), id: "slow" };
    const other = { ...parseObjective("p90 < 9000ms"), id: "other" };
    const abort = { objectives: ["slow"], windowMs: 1000, holdMs: 1000 };
    const phases = [phase({ kind: "constant", ratePerS: RATE_PER_S }, 20_000)];
    const { body } = await wholeRun(t, load(url, { objectives: [slow, other], abort, phases }));
    assert.deepEqual([codes(body), outcomes(body)], [[], ["fail", "inconclusive"]]);
    assert.match(body.slo[1]?.reason ?? "", /of 20 s were measured/);
  });

  test("more than the generator can send is its own fault, and is said to be", async (t) => {
    const phases = [phase({ kind: "constant", ratePerS: 400_000 }, 1000)];
    // A queue without end would take what is due in time, and all of it would go out later.
    const over = { phases, queueMax: 10_000, validity: { lagP99Ms: 20, achievedRatio: 0.99 } };
    const { body } = await wholeRun(t, load(await quick(t), over));
    assert.ok(
      codes(body).some((code) => ["lag", "rate-missed", "queue-full"].includes(code)),
      codes(body).join(),
    );
    assert.deepEqual(outcomes(body), ["invalid", "invalid"]);
  });

  test("arrivals that are dropped are not made up for by the steps of the others", async (t) => {
    const url = await serve(t, (socket) => later(40, () => socket.write(ANSWER)));
    const steps = Array.from({ length: 10 }, (_, index) => request({ endpoint: `step-${index}` }));
    const phases = [phase({ kind: "constant", ratePerS: 40 }, 2000)];
    // Room for 16 at a time, each of which takes 0.4 s: about 40 a second, with some that find none free.
    const over = { phases, poolFull: "drop", connections: 15, timeoutMs: 2000 } as const;
    const { body } = await wholeRun(t, load(url, { ...over, flows: [{ name: "main", weight: 1, steps }] }));
    t.diagnostic(`${body.dropped} of 80 arrivals dropped, ${body.sent} of ${body.due} requests sent`);
    assert.ok(body.dropped > 0);
    assert.deepEqual(codes(body), ["rate-missed"]);
  });

  test("windows that may all be missed decide nothing", async (t) => {
    const objectives = [parseObjective("p90 < 1ms over 1s/1s max 600")];
    const url = await serve(t, (socket) => later(120, () => socket.write(ANSWER)));
    const { body } = await wholeRun(t, load(url, { objectives }));
    assert.deepEqual(outcomes(body), ["inconclusive"], body.slo[0]?.reason);
  });
});
