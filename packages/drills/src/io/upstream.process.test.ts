import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { Upstream, UpstreamMode } from "./upstream.ts";
import { startUpstream } from "./upstream.ts";

const upstream: Upstream = await startUpstream(Date.now);
upstream.slowMs = 30;
upstream.delayMs = 30;
after(() => upstream.close());

async function call(path: string, mode: UpstreamMode, key = path): Promise<number | "nothing"> {
  upstream.modes.set(path, mode);
  // Only who is kept waiting for ever gives up soon: on a busy machine an answer may take its time.
  const signal = AbortSignal.timeout(mode === "hanging" ? 300 : 20_000);
  const init = { method: "POST", headers: { "idempotency-key": key }, body: "{}", signal };
  try {
    const answer = await fetch(`${upstream.url}${path}`, init);
    await answer.text();
    return answer.status;
  } catch {
    return "nothing";
  }
}

test("each mode answers as it is called", async () => {
  const seen = await Promise.all(
    (["healthy", "failing", "busy", "slow", "delayed", "invalid", "reset", "lost", "hanging"] as const).map(
      async (mode) => [mode, await call(`/${mode}`, mode)],
    ),
  );
  assert.deepEqual(Object.fromEntries(seen), {
    healthy: 200,
    failing: 500,
    busy: 503,
    slow: 200,
    delayed: 200,
    invalid: 422,
    reset: "nothing",
    lost: "nothing",
    hanging: "nothing",
  });
});

test("calls are kept with what came, and counted by path", async () => {
  await call("/kept", "failing", "key-1");
  await call("/kept", "healthy", "key-2");
  assert.deepEqual(
    upstream.callsTo("/kept").map(({ headers, body, mode }) => [headers["idempotency-key"], body, mode]),
    [
      ["key-1", "{}", "failing"],
      ["key-2", "{}", "healthy"],
    ],
  );
  assert.equal(upstream.callsTo("/kept", 1).length, 1);
  assert.equal(upstream.effects("/kept"), 1);
});

test("what happened can be asked by its key, also where nobody was told", async () => {
  await call("/asked", "lost", "happened");
  await call("/asked", "reset", "did-not");
  const status = async (key: string): Promise<number> => {
    const answer = await fetch(`${upstream.url}/status/${key}`);
    await answer.text();
    return answer.status;
  };
  assert.deepEqual([await status("happened"), await status("did-not")], [200, 404]);
  assert.equal(upstream.effects("/asked"), 1);
});

test("it says how many it held at once", async () => {
  upstream.delayMs = 1500;
  await Promise.all([1, 2, 3].map(() => call("/crowd", "delayed")));
  assert.equal(upstream.atOnceMax("/crowd"), 3);
  assert.equal(upstream.atOnceMax("/nobody"), 0);
});
