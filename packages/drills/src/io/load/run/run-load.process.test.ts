import assert from "node:assert/strict";
import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, test } from "node:test";
import type { TestContext } from "node:test";
import type { LoadPlan } from "@holdpoint/core";
import { LogHistogram } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import { plan, request } from "../../../load/flow/testing-plan.ts";
import { phase } from "../../../load/schedule/testing-phases.ts";
import { Crew } from "./crew.ts";
import { readLoadArtifact } from "./read-load-artifact.ts";
import type { LoadRun, RunLoadTerms } from "./run-load.ts";
import { runLoad } from "./run-load.ts";

const LIMITS = { lagP99Ms: 1000, achievedRatio: 0.99 };

/** A server that tells which requests came, and answers with an identifier of its own. */
async function serve(t: TestContext): Promise<{ readonly url: string; readonly seen: readonly string[] }> {
  const seen: string[] = [];
  const server = createServer((asked: IncomingMessage, response) => {
    seen.push(`${asked.method} ${asked.url}`);
    response.setHeader("x-id", String(seen.length)).end('{"ok":true}');
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

function run(t: TestContext, over: Partial<LoadPlan>, terms: Partial<RunLoadTerms> = {}): Promise<LoadRun> {
  const folder = join(scratch(t), "run");
  return runLoad(plan({ validity: LIMITS, ...over }), {
    version: "0",
    folder,
    signal: t.signal,
    nowMs: Date.now,
    ...terms,
  });
}

describe("a run", () => {
  test("two workers send together what one would, and every percentile is in the artifact", async (t) => {
    const { url, seen } = await serve(t);
    const steps = [request({ path: "/item/${seq}" })];
    const phases = [
      phase({ kind: "ramp", fromPerS: 100, toPerS: 300 }, 1000),
      phase({ kind: "poisson", ratePerS: 200 }, 1000),
    ];
    const load = { url, phases, workers: 2, connections: 4, flows: [{ name: "main", weight: 1, steps }] };
    const { body, artifact } = await run(t, load);
    assert.deepEqual(body.reasons, []);
    assert.equal(new Set(seen).size, seen.length, "no number twice");
    assert.equal(seen.length, body.sent);
    assert.equal(body.completed, body.due);
    const wanted = Array.from({ length: seen.length }, (_, index) => `GET /item/${index}`);
    assert.deepEqual(new Set(seen), new Set(wanted));

    const [total, lag] = [new LogHistogram(), new LogHistogram()];
    const end = await readLoadArtifact(artifact, ([first]) => {
      total.add(first?.response ?? new LogHistogram());
      lag.add(first?.lag ?? new LogHistogram());
    });
    assert.deepEqual(total.summary(), body.response);
    assert.deepEqual(total.toSlice(), body.series[0]?.response);
    assert.equal(lag.count, body.due);
    assert.deepEqual([end.validity, end.header.url, end.header.planSha256], ["valid", url, body.terms.planSha256]);
  });

  test("steps go out one after the other with what was extracted; warm-up is counted nowhere", async (t) => {
    const { url, seen } = await serve(t);
    const steps = [
      request({
        endpoint: "make",
        method: "POST",
        path: "/items",
        extract: [{ name: "id", from: "header", header: "x-id" }],
      }),
      request({ endpoint: "look", path: "/items/${id}", checks: [{ kind: "json", path: "$.ok", equals: true }] }),
    ];
    const phases = [phase({ kind: "constant", ratePerS: 50 }, 1000)];
    const { body } = await run(t, { url, phases, warmUpMs: 200, flows: [{ name: "main", weight: 1, steps }] });
    assert.deepEqual([body.target, body.achieved, body.sent, body.completed], [50, 50, 100, 100]);
    const made = body.series.find(({ name }) => name === "make");
    const looked = body.series.find(({ name }) => name === "look");
    assert.deepEqual([made?.completed, looked?.completed], [50, 50]);
    assert.ok(seen.length > 100, `${seen.length} with warm-up`);
    assert.ok(seen.every((one) => /^(POST \/items|GET \/items\/\d+)$/.test(one)));
  });

  test("a closed model has users, no rate and no lag to speak of", async (t) => {
    const { url } = await serve(t);
    const { body } = await run(t, { url, phases: [phase({ kind: "closed", users: 2 }, 1500)] });
    assert.deepEqual([body.target, body.terms.model, body.reasons.length], [null, "closed", 0]);
    assert.ok(body.completed > 2 * 2, `${body.completed}`);
  });

  test("who watches is told every second", async (t) => {
    const { url } = await serve(t);
    const seconds: number[] = [];
    await run(t, { url }, { onSecond: ({ second, plannedS }) => void seconds.push(second, plannedS) });
    assert.deepEqual(seconds.slice(0, 2), [0, 1]);
  });
});

describe("what cannot be", () => {
  test("a plan that cannot be sent is refused before anything is, and leaves nothing", async (t) => {
    const { url, seen } = await serve(t);
    const steps = [request({ path: "/${nobody}" })];
    await assert.rejects(run(t, { url, flows: [{ name: "main", weight: 1, steps }] }), { code: "HP-LOAD-PLACEHOLDER" });
    await assert.rejects(run(t, { url: "ftp://h" }), { code: "HP-LOAD-REQUEST" });
    assert.deepEqual(seen, []);
  });

  test("a folder that cannot be written", async (t) => {
    const folder = scratch(t, { file: "" });
    await assert.rejects(run(t, {}, { folder: join(folder, "file", "run") }), { code: "HP-LOAD-FOLDER" });
  });

  test("a worker that does not come to its end is lost, and the crew ends without it", async (t) => {
    const { url } = await serve(t);
    const seconds: number[] = [];
    let lost = 0;
    const crew = new Crew(
      plan({ url, workers: 2 }),
      ({ second }) => void seconds.push(second),
      () => (lost += 1),
    );
    await crew.ready;
    assert.equal(crew.open, 2);
    crew.giveUp("a test");
    await crew.ended;
    assert.deepEqual(crew.lost, ["worker 0: a test", "worker 1: a test"]);
    assert.deepEqual([crew.ends.length, seconds.length, lost], [0, 0, 2]);
    await crew.close();
  });

  test("an artifact that is cut off or absent is no result", async (t) => {
    const { url } = await serve(t);
    const { artifact } = await run(t, { url });
    const text = readFileSync(artifact, "utf8");
    truncateSync(artifact, text.length - 1);
    await assert.rejects(
      readLoadArtifact(artifact, () => undefined),
      { code: "HP-READ-TRUNCATED" },
    );
    writeFileSync(artifact, text.slice(0, text.lastIndexOf("\n", text.length - 2) + 1));
    await assert.rejects(
      readLoadArtifact(artifact, () => undefined),
      { code: "HP-READ-TRUNCATED" },
    );
    await assert.rejects(
      readLoadArtifact(`${artifact}.gone`, () => undefined),
      { code: "HP-READ-ABSENT" },
    );
  });
});
