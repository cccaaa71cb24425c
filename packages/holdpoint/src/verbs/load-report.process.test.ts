import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import type { RequestListener } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { describe, test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import type { FakeHost } from "../testing.ts";
import { fakeHost, ran } from "../testing.ts";

type Said = { readonly [key: string]: unknown };

/** What a run prints of where it wrote, and a report of what it was asked. */
const NOT_THE_RUN = ["artifact", "steadyState", "fromMs", "percentiles"];

async function serve(t: TestContext, listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const planOf = (url: string, rest: string): string => `version: 1
validity: { lagP99: 5s, achieved: 0.5 }
warmUp: 100ms
url: ${url}
${rest}`;

const FLOWS = `phases: [{ name: ramp, from: 20, to: 100, duration: 1s }, { name: main, rate: 80, duration: 1s }]
flows:
  - name: order
    steps:
      - { endpoint: create, method: POST, path: /orders, json: { n: "\${seq}" }, checks: { status: [201] }, tags: [w] }
      - { endpoint: look, path: /orders, checks: { status: [200], body: fine }, tags: [read] }
objectives: [p90 < 2s in phase:main, 50% ok, "99% ok on endpoint:look", "rate >= 1/s", "p50 < 5s over 1s"]
workers: 2
seed: 7
`;

async function say(host: FakeHost, ...args: readonly string[]): Promise<Said> {
  const { stdout, stderr } = await ran(host, "load", ...args, "--json");
  assert.equal(stderr, "");
  return JSON.parse(stdout) as Said;
}

function artifactIn(folder: string): string {
  const out = join(folder, ".holdpoint", "load");
  return join(out, readdirSync(out).find((one) => one.startsWith("load-")) ?? "");
}

const withoutPlaces = (said: Said): Said =>
  Object.fromEntries(Object.entries(said).filter(([key]) => !NOT_THE_RUN.includes(key)));

describe("load report", () => {
  test("says what load run said, field by field: of steps, checks, failures, two workers", async (t) => {
    let orders = 0;
    const url = await serve(t, (request, response) => {
      if (request.method === "POST") orders += 1;
      if (request.method !== "POST") response.end("fine");
      else if (orders % 11 === 0) request.socket.destroy();
      else response.writeHead(orders % 7 === 0 ? 503 : 201).end();
    });
    const folder = scratch(t, { "load.yaml": planOf(url, FLOWS) });
    const run = await say(fakeHost(folder), "run");
    const report = await say(fakeHost(folder), "report", artifactIn(folder));
    assert.deepEqual(withoutPlaces(report), withoutPlaces(run));
    assert.deepEqual(
      Object.keys(run).filter((key) => !Object.hasOwn(report, key)),
      ["artifact", "steadyState"],
    );
    assert.ok((run["failures"] as unknown[]).length >= 2 && (run["checks"] as unknown[]).length === 3);
    assert.deepEqual([run["target"], (run["slo"] as unknown[]).length], [70, 5]);
  });

  test("also of a run that its objective ended, one that was interrupted, and one that never began", async (t) => {
    const url = await serve(t, (_, response) => void setTimeout(() => response.end(), 30));
    const cases: readonly (readonly [name: string, plan: string, stopAfterMs: number | null])[] = [
      [
        "ended",
        `${planOf(url, "phases: [{ name: main, rate: 200, duration: 20s }]")}
objectives: [p90 < 1ms]
abort: { window: 1s, hold: 1s }
connections: 50
`,
        null,
      ],
      ["stopped", planOf(url, "phases: [{ name: main, rate: 50, duration: 20s }]\nobjectives: [50% ok]\n"), 1500],
      ["dead", planOf("http://127.0.0.1:1", "phases: [{ name: main, rate: 50, duration: 1s }]\n"), null],
      ["closed", planOf(url, "phases: [{ name: main, users: 3, duration: 1s }]\n"), null],
    ];
    for (const [name, plan, stopAfterMs] of cases) {
      const folder = scratch(t, { "load.yaml": plan });
      const stop = new AbortController();
      if (stopAfterMs !== null) setTimeout(() => stop.abort(), stopAfterMs);
      const run = await say({ ...fakeHost(folder), signal: stop.signal }, "run");
      const report = await say(fakeHost(folder), "report", artifactIn(folder));
      assert.deepEqual(withoutPlaces(report), withoutPlaces(run), name);
    }
  });

  test("the text of both is the same but for where things were written", async (t) => {
    const url = await serve(t, (request, response) => void response.writeHead(request.url === "/a" ? 404 : 200).end());
    const flows = "phases: [{ name: main, rate: 60, duration: 1s }]\nrequests: [{ path: /a }, { path: /b }]\n";
    const folder = scratch(t, { "load.yaml": planOf(url, `${flows}objectives: ["30% ok"]\n`) });
    const run = await ran(fakeHost(folder), "load", "run");
    const report = await ran(fakeHost(folder), "load", "report", artifactIn(folder));
    assert.equal(report.stdout.trimEnd(), run.stdout.slice(0, run.stdout.indexOf("\n\nWritten")));
    assert.deepEqual(report.exit, run.exit);
    assert.match(report.stdout, /Failures\n {2}status 404/);
  });

  test("an artifact of version 1 is read, and says nothing that it does not hold", async (t) => {
    const old = readFileSync(
      new URL("../../../collectors/src/load/holdpoint/fixtures/artifact-v1.jsonl", import.meta.url),
    );
    const folder = scratch(t);
    writeFileSync(join(folder, "old.jsonl"), old);
    const report = await say(fakeHost(folder), "report", "old.jsonl", "--slo", "80% ok with 50 samples");
    assert.deepEqual([report["completed"], report["failed"], report["failures"], report["target"]], [72, 8, [], null]);
    assert.deepEqual((report["slo"] as { outcome: string }[])[0]?.outcome, "pass");
  });
});
