import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { caller, functionAdapter, openTestingGateway, submission } from "../testing-gateway.ts";
import type { RealAnswer, RealGateway } from "./fixture/real-gateway.ts";
import { startRealGateway, textIn, until } from "./fixture/real-gateway.ts";

/** What bash calls a block of `ulimit -f`. */
const BLOCK_SIZE_BYTES = 1024;
const FILE_BLOCKS_MAX = 1024;
const TEXT = "x".repeat(20_000);
const SUBMISSIONS_MAX = 500;
const PAGES_MAX = 60;
const HAS_PRLIMIT = spawnSync("prlimit", ["--version"]).status === 0;

function append(gateway: RealGateway, number: number): Promise<RealAnswer> {
  const body = { adapter: "append", operation: "append", arguments: { number, text: TEXT } };
  return gateway.ask("requester", "POST", "/v1/actions", { body, headers: { "idempotency-key": `key-${number}` } });
}

/** The actions that had an effect, one line each. */
function effects(folder: string): string[] {
  const file = join(folder, "append.jsonl");
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => (JSON.parse(line) as { action: string }).action);
}

describe("a store that may not grow", () => {
  test("new work is refused and not done, what was acknowledged stays, space brings it back", async (t) => {
    const data = scratch(t);
    const gateway = await startRealGateway(t, {
      data,
      wrap: (command) => ["bash", "-c", `ulimit -S -f ${FILE_BLOCKS_MAX}; exec "$@"`, "bash", ...command],
    });
    const acknowledged: string[] = [];
    let refusal: RealAnswer | null = null;
    let number = 0;
    for (; refusal === null && number < SUBMISSIONS_MAX; number += 1) {
      const told = await append(gateway, number);
      if (told.status < 300) acknowledged.push(textIn(told.body, "id"));
      else refusal = told;
    }
    assert.ok(refusal !== null, "a store of 1 MiB takes no end of actions");
    assert.deepEqual([refusal.status, refusal.body["code"]], [507, "HP-GATEWAY-STORAGE-FULL"]);
    assert.ok(Number(refusal.headers.get("retry-after")) >= 1);
    assert.ok(acknowledged.length > 1, `${acknowledged.length} were acknowledged`);
    const { status, body } = await gateway.ask(null, "GET", "/readyz");
    assert.deepEqual([status, body["ready"], body["reasons"]], [503, false, ["HP-GATEWAY-STORAGE-FULL"]]);
    assert.equal((await gateway.ask(null, "GET", "/livez")).status, 200);
    for (let more = 0; more < 3; more += 1) {
      const again = await append(gateway, number + more);
      assert.equal(again.body["code"], "HP-GATEWAY-STORAGE-FULL");
    }
    const done = effects(data);
    assert.equal(new Set(done).size, done.length);
    for (const id of done) assert.ok(acknowledged.includes(id), "an effect of what was refused");
    const ended = await statesOf(gateway, acknowledged);
    assert.deepEqual(
      acknowledged.filter((id) => ended.get(id) === "SUCCEEDED" && !done.includes(id)),
      [],
    );

    if (!HAS_PRLIMIT) {
      t.diagnostic("there is no prlimit here: that space brings it back was not tried");
      assert.equal(await gateway.end("SIGKILL"), null);
      return;
    }
    const bytes = `${FILE_BLOCKS_MAX * BLOCK_SIZE_BYTES}`;
    const shown = spawnSync("prlimit", ["--pid", `${gateway.pid}`, "--fsize", "--raw", "--noheadings"]);
    assert.ok(shown.stdout.toString().includes(bytes), shown.stdout.toString());
    assert.equal(spawnSync("prlimit", ["--pid", `${gateway.pid}`, "--fsize=unlimited"]).status, 0);
    await until(
      () => gateway.ask(null, "GET", "/readyz"),
      (told) => told.status === 200,
      "ready without a restart",
    );
    const taken = await append(gateway, number - 1);
    assert.deepEqual([taken.status, taken.body["state"]], [200, "SUCCEEDED"]);
    assert.equal(taken.headers.get("idempotency-replayed"), null, "the refused submission left nothing behind");
    acknowledged.push(textIn(taken.body, "id"));
    const all = await until(
      () => statesOf(gateway, acknowledged),
      (states) => [...states.values()].every((state) => state === "SUCCEEDED"),
      "all that was acknowledged has its end",
    );
    assert.equal(all.size, acknowledged.length);
    assert.deepEqual(effects(data).toSorted(), acknowledged.toSorted(), "one line for each acknowledged action");
    assert.equal(await gateway.end(), 0);
  });

  test("the same in one process, by a bound on the pages of the file", async (t) => {
    const folder = scratch(t);
    const calls: unknown[] = [];
    const adapter = functionAdapter("echo", ({ arguments: given }) => {
      calls.push(given["number"]);
      return { ok: true, result: null };
    });
    const { engine, writer } = await openTestingGateway({ folder, adapters: [adapter] });
    t.after(() => engine.close(1000));
    writer.store.opened.store.statement(`PRAGMA max_page_count = ${PAGES_MAX}`).get();
    const acknowledged: string[] = [];
    let refused: unknown = null;
    for (let number = 0; refused === null && number < SUBMISSIONS_MAX; number += 1) {
      try {
        const { action } = await engine.submit(submission("echo", { number, text: TEXT }), caller());
        acknowledged.push(action.id);
      } catch (thrown) {
        refused = thrown;
      }
    }
    assert.equal((refused as { code?: string } | null)?.code, "HP-GATEWAY-STORAGE-FULL");
    assert.ok(acknowledged.length > 0);
    assert.deepEqual([engine.health.ready, engine.health.reasons], [false, ["HP-GATEWAY-STORAGE-FULL"]]);
    assert.ok(!calls.includes(acknowledged.length), "what was refused was not executed");
    for (const id of acknowledged) assert.ok(engine.get(id) !== null);
    writer.store.opened.store.statement("PRAGMA max_page_count = 1000000").get();
    await until(
      async () => engine.health,
      ({ ready }) => ready,
      "ready when there is space",
    );
    const { action } = await engine.submit(submission("echo", { number: -1 }), caller());
    assert.equal((await engine.settled(action.id, 5000)).state, "SUCCEEDED");
    for (const id of acknowledged) {
      assert.equal((await engine.settled(id, 5000)).state, "SUCCEEDED");
      assert.equal(engine.receipt(id)?.provisional, false);
    }
    assert.equal(new Set(calls).size, calls.length, "nothing was executed twice");
    assert.equal(calls.length, acknowledged.length + 1);
  });
});

async function statesOf(gateway: RealGateway, ids: readonly string[]): Promise<Map<string, string>> {
  const states = new Map<string, string>();
  for (const id of ids) {
    const { status, body } = await gateway.ask("requester", "GET", `/v1/actions/${id}`);
    assert.equal(status, 200, `${id} was acknowledged`);
    states.set(id, textIn(body, "state"));
  }
  return states;
}
