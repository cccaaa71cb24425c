import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, test } from "node:test";
import type { TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import type { LoadBody } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import { readLoadArtifact } from "./read-load-artifact.ts";
import type { Death } from "./testing-dying-preload.ts";

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
/** The plan is of 120 s: whoever ends before it has not waited for the dead. */
const MS_MAX = 90_000;

/**
 * A run whose second worker dies 1.5 s after the clock began, and which somebody ends so long after that; the process
 * ends by itself only if nothing is left in it.
 */
async function dyingRun(
  t: TestContext,
  death: Death,
  abortMs: number | null = null,
): Promise<{ body: LoadBody; artifact: string; tookMs: number }> {
  const begun = performance.now();
  const child = spawn(
    process.execPath,
    [
      "--conditions=holdpoint-source",
      "--max-old-space-size=128",
      "--import",
      file("./testing-dying-preload.ts"),
      file("./testing-dying-run-child.ts"),
      scratch(t),
      ...(abortMs === null ? [] : [String(abortMs)]),
    ],
    { env: { ...process.env, TESTING_DEATH: death }, stdio: ["ignore", "pipe", "pipe"] },
  );
  t.after(() => child.kill("SIGKILL"));
  let [out, said] = ["", ""];
  child.stdout.on("data", (bytes: Buffer) => (out += bytes.toString()));
  child.stderr.on("data", (bytes: Buffer) => (said += bytes.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  assert.equal(code, 0, said);
  return { ...(JSON.parse(out) as { body: LoadBody; artifact: string }), tookMs: performance.now() - begun };
}

describe("a worker that dies while it sends", { concurrency: 2 }, () => {
  const deaths: readonly (readonly [Death, RegExp])[] = [
    ["exit", /worker 1: its thread ended with 3$/],
    ["throw", /worker 1: planted$/],
    ["memory", /worker 1: .*memory/],
  ];
  for (const [death, reason] of deaths) {
    test(`ends the run, which proves nothing and keeps what it has: ${death}`, async (t) => {
      const { body, artifact, tookMs } = await dyingRun(t, death);
      assert.ok(tookMs < MS_MAX, `${tookMs} ms`);
      assert.equal(body.validity, "invalid");
      const lost = body.reasons.find(({ code }) => code === "worker-lost");
      assert.match(lost?.text ?? "", reason);
      assert.ok(body.completed > 0 && body.durationMs < MS_MAX, `${body.completed} in ${body.durationMs} ms`);
      assert.ok(body.slo.every(({ outcome }) => outcome === "invalid"));
      let completed = 0;
      const end = await readLoadArtifact(artifact, ([run]) => (completed += run?.completed ?? 0));
      assert.deepEqual([completed, end.validity], [body.completed, "invalid"]);
    });
  }

  test("one that stands still does not hold up who wants to end the run", async (t) => {
    const { body, tookMs } = await dyingRun(t, "stands-still", 500);
    assert.ok(tookMs < MS_MAX, `${tookMs} ms`);
    assert.deepEqual(
      body.reasons.map(({ code }) => code).filter((code) => code !== "rate-missed"),
      ["aborted", "worker-lost"],
    );
    assert.match(body.reasons[1]?.text ?? "", /worker 1: it did not stop/);
  });
});
