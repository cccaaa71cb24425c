import assert from "node:assert/strict";
import { createServer } from "node:http";
import { describe, test } from "node:test";
import type { TestContext } from "node:test";
import type { LoadPlan } from "@holdpoint/core";
import { LogHistogram, parseObjective } from "@holdpoint/core";
import { request } from "../../../load/flow/testing-plan.ts";
import { phase } from "../../../load/schedule/testing-phases.ts";
import { listening } from "../testing-servers.ts";
import { readLoadArtifact } from "./read-load-artifact.ts";
import { codes, failures, outcomes, wholeRun } from "./testing-run.ts";

const WAIT_MS = 100;
/** Two connections take 20 a second, and 40 come. */
const PHASES = [phase({ kind: "constant", ratePerS: 40 }, 2000)];

async function serve(t: TestContext, waitMs: number): Promise<{ url: string; connections: () => number }> {
  const slow = createServer((_request, response) => void setTimeout(() => response.end("ok"), waitMs));
  const server = await listening(slow);
  t.after(() => server.close());
  return { url: `http://127.0.0.1:${server.port}`, connections: server.connections };
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

const load = (url: string, over: Partial<LoadPlan>): Partial<LoadPlan> => ({
  url,
  phases: PHASES,
  connections: 2,
  connectionsMax: 6,
  timeoutMs: 10_000,
  ...over,
});

describe("arrivals that find no free connection", () => {
  test("queue: wait, and their waiting is response time and no service time", async (t) => {
    const { url, connections } = await serve(t, WAIT_MS);
    const { body } = await wholeRun(t, load(url, { poolFull: "queue" }));
    assert.deepEqual([codes(body), body.completed, body.dropped, connections()], [[], 80, 0, 2]);
    // Every second one more waits: the last ones wait for as long as the run.
    assert.ok((body.response?.max ?? 0) > 1500 && (body.response?.p50 ?? 0) > 600, JSON.stringify(body.response));
    assert.ok((body.service?.p90 ?? 9999) < 4 * WAIT_MS, JSON.stringify(body.service));
    assert.ok((body.queue?.max ?? 0) >= 25 && (body.queue?.waited ?? 0) >= 60, JSON.stringify(body.queue));
    assert.equal(body.achieved, 40, "they went out, late, and the lateness is in the response time");
  });

  test("queue with a bound: one more makes the run invalid", async (t) => {
    const { url } = await serve(t, WAIT_MS);
    const { body } = await wholeRun(t, load(url, { poolFull: "queue", queueMax: 10 }));
    assert.deepEqual(codes(body), ["queue-full", "rate-missed"]);
    assert.ok((body.queue?.max ?? 99) <= 10 && body.dropped > 5);
    assert.equal(failures(body)["dropped: the queue was full"], body.dropped);
  });

  test("open more: up to the bound, and no further", async (t) => {
    const { url, connections } = await serve(t, WAIT_MS);
    const { body } = await wholeRun(t, load(url, { poolFull: "open-more" }));
    assert.deepEqual([codes(body), body.completed], [[], 80]);
    assert.ok(connections() > 2 && connections() <= 6, `${connections()}`);
    assert.ok((body.response?.p50 ?? 999) < 500, "more connections, less waiting");
  });

  test("drop: not sent, counted, and so many make the run invalid", async (t) => {
    const { url, connections } = await serve(t, WAIT_MS);
    const objectives = [parseObjective("40% under 300ms"), parseObjective("p50 < 300ms")];
    const { body } = await wholeRun(t, load(url, { poolFull: "drop", objectives }));
    assert.deepEqual([codes(body), outcomes(body)], [["rate-missed"], ["invalid", "invalid"]]);
    assert.ok(body.dropped >= 30 && connections() === 2, `${body.dropped}`);
    assert.equal(failures(body)["dropped: no free connection"], body.dropped);
    // Where so many may be missed the objectives are judged, and what was dropped counts against them.
    const lax = { validity: { lagP99Ms: 1000, achievedRatio: 0.1 } };
    const judged = (await wholeRun(t, load(url, { poolFull: "drop", objectives, ...lax }))).body;
    assert.deepEqual(codes(judged), []);
    assert.notEqual(outcomes(judged)[1], "pass", "more than half was never answered");
  });
});

describe("the end of a run", () => {
  test("what is on its way may come to its end, and the seconds of the drain are there", async (t) => {
    const { url } = await serve(t, 1500);
    const phases = [phase({ kind: "constant", ratePerS: 20 }, 1000)];
    const { body, artifact } = await wholeRun(t, load(url, { phases, connections: 30 }));
    assert.deepEqual([codes(body), body.completed, body.durationMs, body.achieved], [[], 20, 1000, 20]);
    assert.ok(body.windows.length >= 3, "three seconds: one of sending, two of the drain");
    assert.deepEqual(
      body.windows.map(({ startMs }) => startMs),
      body.windows.map((_, index) => index * 1000),
    );
    const perSecond: number[] = [];
    await readLoadArtifact(artifact, ([run]) => void perSecond.push(run?.completed ?? 0));
    assert.equal(perSecond[0], 0, "nothing had ended in the first one");
  });

  test("the drain has a bound: what has no end by then is cut off, and what never went out is dropped", async (t) => {
    const { url } = await serve(t, 60_000);
    const phases = [phase({ kind: "constant", ratePerS: 20 }, 1000)];
    const begun = performance.now();
    const { body } = await wholeRun(t, load(url, { phases, timeoutMs: 1500 }));
    assert.ok(performance.now() - begun < 40_000);
    assert.ok(codes(body).includes("all-failed"), codes(body).join());
    const { timeout = 0, unfinished = 0, "dropped: unsent at the end": unsent = 0 } = failures(body);
    assert.ok(timeout + unfinished === body.failed && body.failed > 0);
    assert.deepEqual([unsent, body.sent + unsent], [body.dropped, 20]);
  });
});

describe("several phases, flows, steps and workers", { concurrency: 3 }, () => {
  test("add up in every series, and the artifact says the same", async (t) => {
    const { url } = await serve(t, 5);
    const phases = [
      phase({ kind: "constant", ratePerS: 60 }, 1000, "first"),
      phase({ kind: "steps", ratesPerS: [20, 80], stepMs: 500 }, 1000, "second"),
    ];
    const step = (endpoint: string, tag: string): ReturnType<typeof request> => request({ endpoint, tags: [tag] });
    const flows = [
      { name: "two", weight: 3, steps: [step("a", "read"), step("b", "write")] },
      { name: "one", weight: 1, steps: [step("c", "read")] },
    ];
    const { body, artifact } = await wholeRun(t, load(url, { phases, flows, workers: 3, connections: 9, seed: 7 }));
    assert.deepEqual(codes(body), []);
    const counts = Object.fromEntries(
      body.series.map(({ of, name, completed }) => [`${of} ${name}`.trim(), completed]),
    );
    const { run = 0, "phase first": first = 0, "phase second": second = 0 } = counts;
    const [a = 0, b = 0, c = 0] = [counts["endpoint a"], counts["endpoint b"], counts["endpoint c"]];
    assert.equal(a + c, 110, "arrivals");
    assert.ok(a > 60 && a < 100 && a === b, `about three of four: ${a}`);
    assert.deepEqual([first + second, a + b + c, counts["tag read"], counts["tag write"]], [run, run, 110, b]);
    const totals = new Map<string, LogHistogram>();
    await readLoadArtifact(artifact, (all) => {
      for (const { series, response } of all) {
        const key = `${series.of} ${series.name}`;
        const total = totals.get(key) ?? new LogHistogram();
        if (response !== null) total.add(response);
        totals.set(key, total);
      }
    });
    for (const { of, name, response } of body.series)
      assert.deepEqual(totals.get(`${of} ${name}`)?.toSlice(), response);
  });

  test("the same seed sends the same again, over any number of workers", async (t) => {
    const asked: string[] = [];
    const server = await listening(
      createServer((request, response) => {
        asked.push(request.url ?? "");
        response.end("ok");
      }),
    );
    t.after(() => server.close());
    const steps = [request({ path: "/${seq}/${random.1.1000000}" })];
    const seen: string[][] = [];
    for (const [workers, seed] of [
      [1, 5],
      [2, 5],
      [1, 6],
    ] as const) {
      const phases = [phase({ kind: "poisson", ratePerS: 100 }, 1000)];
      const flows = [{ name: "main", weight: 1, steps }];
      await wholeRun(t, load(`http://127.0.0.1:${server.port}`, { phases, flows, workers, seed, connections: 4 }));
      seen.push(asked.splice(0).toSorted());
    }
    assert.deepEqual(seen[0], seen[1]);
    assert.notDeepEqual(seen[0], seen[2]);
  });

  test("steady state has windows of the even phase only, with percentiles of both clocks", async (t) => {
    const { url } = await serve(t, 20);
    const phases = [
      phase({ kind: "ramp", fromPerS: 10, toPerS: 50 }, 1000, "up"),
      phase({ kind: "constant", ratePerS: 50 }, 11_000, "steady"),
    ];
    const objectives = [parseObjective("p90 < 900ms in phase:steady")];
    const { steady, body, artifact } = await wholeRun(t, load(url, { phases, connections: 10, objectives }));
    const perSecond: number[] = [];
    await readLoadArtifact(artifact, ([run]) => void perSecond.push(run?.completed ?? 0));
    assert.deepEqual([codes(body), outcomes(body)], [[], ["pass"]]);
    assert.deepEqual(
      steady.windows.map(({ phase, startMs }) => [phase, startMs]),
      [
        ["steady", 1000],
        ["steady", 2000],
      ],
    );
    for (const { startMs, completed, response, service } of steady.windows) {
      const from = startMs / 1000;
      // What ends in which second is the machine's; what lies in a window is not.
      assert.equal(completed, sum(perSecond.slice(from, from + 10)));
      assert.ok(completed > 250 && completed <= body.completed, `${completed} of ${body.completed}`);
      assert.ok((response?.p50 ?? 0) >= 19 && (service?.p50 ?? 0) >= 19);
    }
    assert.deepEqual([steady.validity, steady.budgets.map(({ outcome }) => outcome)], ["valid", ["pass"]]);
    assert.ok((steady.response?.best.p99 ?? 9e9) <= (steady.response?.worst.p99 ?? 0));
  });
});
