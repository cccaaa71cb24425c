import assert from "node:assert/strict";
import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { describe, test } from "node:test";
import type { TestContext } from "node:test";
import type { LoadPlan } from "@holdpoint/core";
import { plan } from "../../../load/flow/testing-plan.ts";
import { phase } from "../../../load/schedule/testing-phases.ts";
import { deafUrl } from "../../listen.ts";
import { selfSigned } from "../testing-certificate.ts";
import { listening, rawServer } from "../testing-servers.ts";
import { monotonicClock } from "../clock.ts";
import { Crew } from "./crew.ts";
import { codes, wholeRun } from "./testing-run.ts";

const clockUs = monotonicClock();

/** A crew that is gone when the test is over, with what it told. */
function crewOf(t: TestContext, over: Partial<LoadPlan>): { crew: Crew; seconds: number[]; lost: () => number } {
  const seconds: number[] = [];
  let lost = 0;
  const crew = new Crew(
    plan({ workers: 2, ...over }),
    ({ second }) => void seconds.push(second),
    () => (lost += 1),
  );
  t.after(() => crew.close());
  return { crew, seconds, lost: () => lost };
}

async function serve(t: TestContext): Promise<string> {
  const server = await listening(createServer((_request, response) => void response.end("ok")));
  t.after(() => server.close());
  return `http://127.0.0.1:${server.port}`;
}

describe("a crew", () => {
  test("is ready when all are, begins at one moment, hands over each second once and in order", async (t) => {
    const phases = [phase({ kind: "constant", ratePerS: 50 }, 2000)];
    const { crew, seconds, lost } = crewOf(t, { url: await serve(t), phases, connections: 3 });
    await crew.ready;
    assert.equal(crew.open, 3);
    crew.begin(clockUs() + 20_000);
    await crew.ended;
    assert.deepEqual([seconds.slice(0, 2), lost(), crew.lost], [[0, 1], 0, []]);
    assert.equal(
      crew.ends.reduce((sum, { engine }) => sum + (engine?.due ?? 0), 0),
      100,
    );
  });

  test("tells what is wrong with a plan as such", async (t) => {
    const { crew } = crewOf(t, { url: "ftp://nobody.example" });
    await assert.rejects(crew.ready, { code: "HP-LOAD-REQUEST" });
    await assert.rejects(crew.ended, { code: "HP-LOAD-REQUEST" });
  });

  test("loses a worker that throws of itself, ahead of the start too, and comes to its end", async (t) => {
    // Nobody who reads a plan lets it come so far: in the worker it is a fault of ours.
    const { crew, lost } = crewOf(t, { url: await serve(t), flows: null as never });
    await crew.ready;
    await crew.ended;
    assert.deepEqual([crew.open, lost(), crew.ends], [0, 2, []]);
    for (const [worker, text] of crew.lost.entries()) {
      assert.match(text, new RegExp(`^worker ${worker}: HP-[A-Z-]+: .*null`));
    }
  });

  test("that is told to stop before it has begun ends without a second", async (t) => {
    const { crew, seconds } = crewOf(t, { url: await serve(t) });
    await crew.ready;
    crew.stop();
    await crew.ended;
    assert.deepEqual([seconds, crew.lost, crew.ends.map(({ engine }) => engine)], [[], [], [null, null]]);
  });

  test("counts attempts that failed, of all its workers", async (t) => {
    const { crew } = crewOf(t, { url: await deafUrl(), connections: 4 });
    await crew.ready;
    const [[kind, count] = ["", 0]] = crew.connectFailures;
    assert.deepEqual([crew.open, kind], [0, "refused"]);
    assert.ok(count >= 4, `${count}`);
  });
});

describe("who ends a run does not wait for its target", () => {
  test("that takes connections and never shakes hands", async (t) => {
    const server = await rawServer(() => undefined);
    t.after(() => server.close());
    const ending = new AbortController();
    setTimeout(() => ending.abort("a person"), 1000);
    const begun = performance.now();
    const over = { url: `https://127.0.0.1:${server.port}`, connections: 4, workers: 2, timeoutMs: 30_000 };
    const { body } = await wholeRun(t, over, { signal: ending.signal });
    assert.ok(performance.now() - begun < 25_000, `${performance.now() - begun} ms`);
    assert.deepEqual(codes(body), ["aborted", "no-samples"]);
  });

  test("that says nothing while it is warmed up", async (t) => {
    const server = await rawServer(() => undefined);
    t.after(() => server.close());
    const ending = new AbortController();
    // By then all that was to be sent has been: only the drain is left, which is as long as an answer may take.
    setTimeout(() => ending.abort("a person"), 4000);
    const begun = performance.now();
    const over = { url: `http://127.0.0.1:${server.port}`, connections: 4, warmUpMs: 500, timeoutMs: 30_000 };
    const { body } = await wholeRun(t, over, { signal: ending.signal });
    assert.ok(performance.now() - begun < 25_000, `${performance.now() - begun} ms`);
    assert.deepEqual([codes(body), body.sent], [["aborted", "no-samples"], 0]);
  });
});

test("a certificate that is none makes no run, and says so", async (t) => {
  const server = await listening(createSecureServer(selfSigned(), (_request, response) => void response.end("ok")));
  t.after(() => server.close());
  const tls = { verify: true, serverName: "localhost", ca: "-----BEGIN CERTIFICATE-----\nnothing\n" };
  const { body } = await wholeRun(t, { url: `https://127.0.0.1:${server.port}`, tls });
  assert.equal(body.validity, "invalid");
  t.diagnostic(JSON.stringify(body.reasons));
  assert.equal(body.completed, 0);
});
