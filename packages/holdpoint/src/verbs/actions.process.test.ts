import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { describe, test } from "node:test";
import type { Role, StartedGateway } from "@holdpoint/gateway";
import { startGateway, trialConfig } from "@holdpoint/gateway";
import { scratch } from "@holdpoint/testkit";
import type { Ran } from "../testing.ts";
import { fakeHost, ran } from "../testing.ts";

interface Bench {
  readonly gateway: StartedGateway;
  readonly folder: string;
  /** Runs a verb as somebody of that role; the gateway's address is appended. */
  as(role: Role, ...args: string[]): Promise<Ran>;
  /** The same with `--json`, read. */
  json(role: Role, ...args: string[]): Promise<{ readonly exit: number; readonly document: Record<string, unknown> }>;
}

async function bench(t: TestContext): Promise<Bench> {
  const folder = scratch(t);
  const gateway = await startGateway({
    config: trialConfig(),
    dataDir: join(folder, "data"),
    port: 0,
    version: "0.0.0",
    nowMs: Date.now,
    randomBytes,
    log: () => undefined,
  });
  t.after(() => gateway.close());
  const as = (role: Role, ...args: string[]): Promise<Ran> =>
    ran(fakeHost(folder, { env: { HOLDPOINT_TOKEN: gateway.tokens?.[role] } }), ...args, "--url", gateway.url);
  return {
    gateway,
    folder,
    as,
    json: async (role, ...args) => {
      const { exit, stdout, stderr } = await as(role, ...args, "--json");
      assert.equal(stderr, "");
      return { exit, document: JSON.parse(stdout) as Record<string, unknown> };
    },
  };
}

describe("actions", () => {
  test("submit: 0 for what succeeded, 1 for what died or was denied, 2 for what was refused", async (t) => {
    const { as, json, folder } = await bench(t);
    const echo = await as("requester", "actions", "submit", "echo", "echo", "--arguments", '{"a":1}');
    assert.equal(echo.exit, 0, echo.stderr);
    assert.match(echo.stdout, /^state +SUCCEEDED$/m);
    assert.match(echo.stdout, /^result +\{"a":1\}$/m);
    writeFileSync(join(folder, "arguments.json"), '{"class":"validation_failed"}');
    const dead = await as("requester", "actions", "submit", "fail", "fail", "--arguments-file", "arguments.json");
    assert.equal(dead.exit, 1);
    assert.match(dead.stdout, /^error .*\[HP-ACTION-INVALID, validation_failed\]$/m);
    const denied = await json("requester", "actions", "submit", "echo", "nope");
    assert.deepEqual([denied.exit, denied.document["state"]], [1, "DENIED"]);
    const unknown = await as("requester", "actions", "submit", "nope", "nope");
    assert.deepEqual([unknown.exit, unknown.stdout], [2, ""]);
    assert.match(unknown.stderr, /HP-GATEWAY-ADAPTER-UNKNOWN/);
    assert.equal((await as("observer", "actions", "submit", "echo", "echo")).exit, 2);
    const dry = await json("requester", "actions", "submit", "echo", "echo", "--dry-run", "--deadline", "30s");
    assert.deepEqual([dry.exit, dry.document["state"]], [0, "SIMULATED"]);
  });

  test("submit: one key is one action, and a wait that is not wanted is none", async (t) => {
    const { json } = await bench(t);
    const keyed = ["actions", "submit", "sleep", "sleep", "--arguments", '{"ms":150}', "--key", "k1"];
    const first = await json("requester", ...keyed, "--no-wait");
    assert.deepEqual([first.exit, first.document["repeated"]], [0, false]);
    assert.ok(!["SUCCEEDED", "DEAD"].includes(String(first.document["state"])));
    const again = await json("requester", ...keyed, "--wait", "5");
    assert.deepEqual([again.document["id"], again.document["repeated"]], [first.document["id"], true]);
    assert.equal(again.document["state"], "SUCCEEDED");
  });

  test("get, list, approve, deny, cancel, reconcile", async (t) => {
    const { as, json } = await bench(t);
    const submitted = async (session: string): Promise<string> => {
      const args = ["actions", "submit", "notify", "notify", "--arguments", '{"text":"x"}', "--session", session];
      const { exit, document } = await json("requester", ...args);
      assert.deepEqual([exit, document["state"]], [0, "AWAITING_APPROVAL"]);
      return String(document["id"]);
    };
    const [one, two, three] = [await submitted("s1"), await submitted("s2"), await submitted("s2")];
    const listed = await json("observer", "actions", "list", "--session", "s2", "--state", "AWAITING_APPROVAL");
    const items = listed.document["items"] as { id: string }[];
    assert.deepEqual(
      items.map(({ id }) => id),
      [three, two],
    );
    const short = await as("observer", "actions", "list", "--limit", "2");
    assert.equal(short.stdout.split("\n").filter((line) => line.startsWith("act_")).length, 2);
    assert.match(short.stdout, /… and more/);
    assert.match((await as("observer", "actions", "list", "--adapter", "sleep")).stdout, /no such action/);
    assert.equal((await as("requester", "actions", "approve", one)).exit, 2);
    const approved = await as("approver", "actions", "approve", one, "--reason", "fine");
    assert.equal(approved.exit, 0, approved.stderr);
    assert.match(approved.stdout, /^approval +by approver$/m);
    assert.equal((await json("approver", "actions", "deny", two)).document["state"], "DENIED");
    assert.equal((await json("requester", "actions", "cancel", three)).document["state"], "CANCELLED");
    const late = await as("requester", "actions", "cancel", three);
    assert.equal(late.exit, 2);
    assert.match(late.stderr, /HP-GATEWAY-STATE-CONFLICT/);
    assert.match((await as("requester", "actions", "get", two)).stdout, /^state +DENIED$/m);
    const settled = await as("operator", "actions", "reconcile", two, "--how", "failed", "--reason", "looked");
    assert.match(settled.stderr, /HP-GATEWAY-STATE-CONFLICT/);
  });
});

describe("dead letters", () => {
  test("list, show, plan, replay, status, abort", async (t) => {
    const { as, json } = await bench(t);
    assert.match((await as("observer", "dead-letters", "list")).stdout, /no such dead letter/);
    const fail = ["actions", "submit", "fail", "fail", "--arguments", '{"class":"validation_failed"}'];
    const { document } = await json("requester", ...fail);
    const id = String(document["id"]);
    assert.match((await as("observer", "dead-letters", "list", "--class", "validation_failed")).stdout, new RegExp(id));
    assert.match((await as("observer", "dead-letters", "list", "--class", "timeout")).stdout, /no such/);
    assert.match((await as("operator", "dead-letters", "show", id)).stdout, /^status +open$/m);
    const empty = await as("operator", "dead-letters", "plan");
    assert.deepEqual([empty.exit, /HP-GATEWAY-REPLAY-FILTER/.test(empty.stderr)], [2, true], empty.stderr);
    const planned = await as("operator", "dead-letters", "plan", "--ids", id);
    const plan = /dead-letters replay (\S+)/.exec(planned.stdout)?.[1] ?? assert.fail(planned.stdout + planned.stderr);
    const replayed = await json("operator", "dead-letters", "replay", plan, "--rate", "10", "--max", "5", "--wait");
    assert.deepEqual([replayed.exit, replayed.document["started"], replayed.document["failed"]], [1, 1, 1]);
    const run = String(replayed.document["id"]);
    assert.match((await as("operator", "dead-letters", "status", run)).stdout, /^failed +1$/m);
    assert.match((await as("operator", "dead-letters", "replay", plan)).stderr, /HP-GATEWAY-REPLAY-PLAN/);
    assert.match((await as("operator", "dead-letters", "abort", "run_none")).stderr, /HP-GATEWAY-NOT-FOUND/);
    assert.match((await as("operator", "dead-letters", "show", id)).stdout, /^status +open$/m, "a failed replay");
  });
});

test("nobody there is 3, and no token is 2 before anything is asked", async (t) => {
  const { gateway, folder } = await bench(t);
  const none = await ran(fakeHost(folder, { env: {} }), "actions", "list", "--url", gateway.url);
  assert.deepEqual([none.exit, /--token-file FILE/.test(none.stderr)], [2, true], none.stderr);
  writeFileSync(join(folder, "token"), `${gateway.tokens?.observer}\n`);
  const args = ["actions", "list", "--token-file", "token"];
  assert.equal((await ran(fakeHost(folder, { env: {} }), ...args, "--url", gateway.url)).exit, 0);
  const gone = await ran(fakeHost(folder, { env: {} }), ...args, "--url", "http://127.0.0.1:1");
  assert.deepEqual([gone.exit, /HP-GATEWAY-UNREACHABLE/.test(gone.stderr)], [3, true], gone.stderr);
  assert.ok(!`${gone.stderr}${none.stderr}`.includes(gateway.tokens?.observer ?? "hp_"), "a token is never shown");
});
