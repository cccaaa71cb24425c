import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { HoldpointError } from "@holdpoint/core";
import type { GatewayStart } from "@holdpoint/gateway";
import { trialConfig } from "@holdpoint/gateway";
import { fakeHost } from "../testing.ts";
import type { Served, ServeTerms } from "./serve.ts";
import { serve } from "./serve.ts";

const URL_TEXT = "http://127.0.0.1:4000";
const LOGGED = ["a", "b"].map((event) => `{"at":"1970-01-01T00:00:01.000Z","event":"${event}"}\n`).join("");
const TOKENS = { requester: "hp_req", approver: "hp_app", operator: "hp_ope", observer: "hp_obs" };

interface Scene {
  readonly host: ReturnType<typeof fakeHost>;
  readonly terms: ServeTerms;
  readonly served: Served;
  readonly started: GatewayStart[];
  readonly calls: string[];
  readonly interrupt: () => void;
  hangUp: () => void;
}

function scene(terms: Partial<ServeTerms> = {}, served: Partial<Served> = {}): Scene {
  const controller = new AbortController();
  const calls: string[] = [];
  const made: Scene = {
    host: fakeHost("/work", {
      nowMs: () => 1000,
      signal: controller.signal,
      onHangUp: (listener) => {
        made.hangUp = listener;
      },
    }),
    terms: {
      readConfig: trialConfig,
      dataDir: "/data",
      host: undefined,
      port: undefined,
      json: false,
      quiet: false,
      ...terms,
    },
    served: {
      url: URL_TEXT,
      tokens: TOKENS,
      unknown: [],
      reload: async () => void calls.push("reload"),
      close: async () => void calls.push("close"),
      ...served,
    },
    started: [],
    calls,
    interrupt: () => controller.abort(),
    hangUp: () => assert.fail("nobody listens"),
  };
  return made;
}

async function run(one: Scene, during: () => Promise<void> | void = () => undefined) {
  const running = serve(one.host, one.terms, async (start) => {
    one.started.push(start);
    return one.served;
  });
  await settled();
  assert.deepEqual(one.calls, [], "it goes on until it is interrupted");
  await during();
  one.interrupt();
  return running;
}

async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

describe("a gateway that runs", () => {
  test("is started with what the flags say, and drained when it is interrupted", async () => {
    const one = scene({ host: "::1", port: 0 });
    const answer = await run(one);
    const [start = assert.fail()] = one.started;
    assert.deepEqual([start.host, start.port, start.dataDir, start.config.trial], ["::1", 0, "/data", true]);
    assert.deepEqual([one.calls, answer.exit, answer.text(), answer.json()], [["close"], 0, "", undefined]);
  });

  test("without flags the configuration's address is left as it is", async () => {
    const one = scene();
    await run(one);
    assert.ok(!("host" in (one.started[0] ?? {})) && !("port" in (one.started[0] ?? {})));
  });

  test("as JSON prints one document and nothing after it", async () => {
    const one = scene({ json: true });
    await run(one);
    assert.deepEqual(JSON.parse(one.host.printed.stdout), {
      schema: "holdpoint/gateway-started/v1",
      url: URL_TEXT,
      tokens: TOKENS,
      data: "/data",
      pid: one.host.pid,
      unknown: [],
    });
  });

  test("logs a JSON object a line to stderr with its instant, and nothing when it is quiet", async () => {
    for (const quiet of [false, true]) {
      const one = scene({ quiet });
      await run(one, () => {
        one.started[0]?.log({ event: "a" });
        one.started[0]?.log({ event: "b" });
      });
      assert.equal(one.host.printed.stderr, quiet ? "" : LOGGED);
    }
  });

  test("reads again on SIGHUP; what is refused is logged and it goes on", async () => {
    const one = scene();
    await run(one, async () => {
      one.hangUp();
      await settled();
      one.calls.length = 0;
    });
    assert.match(one.host.printed.stderr, /"reloaded"/);
    const refused = scene({}, { reload: () => Promise.reject(new HoldpointError("HP-GATEWAY-POLICY", "line 3")) });
    await run(refused, async () => {
      refused.hangUp();
      await settled();
    });
    assert.match(refused.host.printed.stderr, /"reload-refused".*HP-GATEWAY-POLICY.*line 3/);
    assert.deepEqual(refused.calls, ["close"]);
  });

  test("interrupted before it listened, it ends at once", async () => {
    const one = scene();
    one.interrupt();
    await serve(one.host, one.terms, async () => one.served);
    assert.deepEqual(one.calls, ["close"]);
  });

  test("what does not start is thrown, and nothing is printed", async () => {
    const one = scene();
    const failing = serve(one.host, one.terms, () => Promise.reject(new HoldpointError("HP-GATEWAY-LISTEN", "in use")));
    await assert.rejects(failing, /in use/);
    assert.equal(one.host.printed.stdout, "");
  });
});

describe("the banner", () => {
  const text = async (one: Scene): Promise<string> => {
    await run(one);
    return one.host.printed.stdout;
  };

  test("says where, shows the tokens that were made and three lines to copy", async () => {
    const shown = await text(scene());
    assert.match(shown, /^The gateway listens on http:\/\/127\.0\.0\.1:4000 \(trial/);
    assert.match(shown, /Its data is in \/data/);
    for (const [role, token] of Object.entries(TOKENS)) assert.match(shown, new RegExp(`^  ${role} +${token}$`, "m"));
    const curls = shown.split("\n").filter((line) => line.startsWith("  curl "));
    assert.equal(curls.length, 3);
    assert.ok(curls.every((line) => line.includes(URL_TEXT)));
    assert.deepEqual(
      curls.map((line) => /hp_[a-z]+/.exec(line)?.[0]),
      ["hp_req", "hp_req", "hp_app"],
    );
  });

  test("tokens of an earlier start are not shown; the lines take one of the environment", async () => {
    const shown = await text(scene({}, { tokens: null }));
    assert.ok(!shown.includes("hp_"));
    assert.match(shown, /gateway token list/);
    assert.match(shown, /Bearer \$HOLDPOINT_TOKEN/);
  });

  test("a gateway of one's own is tried without assuming adapters", async () => {
    const shown = await text(scene({ readConfig: () => ({ ...trialConfig(), trial: false }) }));
    assert.ok(!shown.includes("trial") && !shown.includes("echo"), shown);
    assert.equal(shown.split("\n").filter((line) => line.startsWith("  curl ")).length, 3);
  });

  test("actions that were left without an outcome are told", async () => {
    assert.match(await text(scene({}, { unknown: ["a"] })), /1 action has no known outcome/);
    assert.match(await text(scene({}, { unknown: ["a", "b"] })), /2 actions have no known outcome/);
  });
});
