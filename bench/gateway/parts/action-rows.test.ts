import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { problemsOf } from "../../harness/problems.ts";
import { actionRows } from "./action-rows.ts";
import type { Figure, Figures, Round } from "./figures.ts";

function figure(perSecond: number, p99Ms = 2): Figure {
  return { done: 100, all: 120, perSecond, p50Ms: 1, p99Ms, maxMs: 3, serverCores: 0.5, senderCores: 0.25 };
}

function peer(many: number, one: number): Figures {
  return { many: figure(many), one: figure(one), overHttp: figure(many / 2), configuration: "as it comes" };
}

/** The second round is on a machine that is twice as fast. */
function round(speed: number, halfP99Ms: number): Round {
  return {
    gateway: { many: figure(20_000 * speed), one: figure(3000 * speed), half: figure(10_000 * speed, halfP99Ms) },
    traced: { many: { ...figure(15_000 * speed), spansPerAction: 3 } },
    emptyRoute: { many: figure(40_000 * speed) },
    peers: { "bullmq-always": peer(4000 * speed, 1500 * speed), dbos: peer(500 * speed, 200 * speed) },
  };
}

const ROUNDS: readonly Round[] = [round(1, 7), round(2, 30), round(1, 9)];

describe("rows of actions", () => {
  const rows = actionRows(ROUNDS, { fileSystem: "ext" });
  const row = (name: string): (typeof rows)[number] => {
    const found = rows.find((one) => one.name === name);
    assert.ok(found, name);
    return found;
  };

  test("they are the asked ones, and sound", () => {
    assert.deepEqual(
      rows.map(({ name, value, unit }) => [name, value, unit]),
      [
        ["action-http-100", 20_000, "actions/s"],
        ["action-http-1", 3000, "actions/s"],
        ["action-http-traced-100", 15_000, "actions/s"],
        ["empty-route-100", 40_000, "requests/s"],
      ],
    );
    assert.deepEqual(problemsOf(rows), []);
  });

  test("ratios are of one round, so that a faster round changes none of them", () => {
    assert.deepEqual(row("action-http-100").ratios, { "bullmq-always": 5, dbos: 40, "empty-route": 0.5 });
    assert.deepEqual(row("action-http-1").ratios, { "bullmq-always": 2, dbos: 15 });
    assert.deepEqual(row("action-http-traced-100").ratios, { untraced: 0.75 });
    assert.deepEqual(row("empty-route-100").ratios, {});
  });

  test("targets say what was asked and how far it got", () => {
    const targets = ["action-http-100", "action-http-1", "action-http-traced-100"].map((name) => {
      const info = row(name).info as { targets: { what: string; asked: number; reached: number }[] };
      return info.targets.map(({ asked, reached }) => [asked, reached]);
    });
    assert.deepEqual(targets, [
      [
        [5, 5],
        [0.5, 0.5],
        [25, 9],
      ],
      [[1, 2]],
      [[0.5, 0.75]],
    ]);
  });

  test("peers are described under info, over HTTP at 100 callers only", () => {
    const many = row("action-http-100").info as { peers: Record<string, Record<string, unknown>> };
    assert.deepEqual(many.peers["bullmq-always"], {
      perSecond: 4000,
      low: 4000,
      high: 8000,
      p50Ms: 1,
      p99Ms: 2,
      serverCores: 0.5,
      senderCores: 0.25,
      overHttpPerSecond: 2000,
      configuration: "as it comes",
    });
    const one = row("action-http-1").info as { peers: Record<string, Record<string, unknown>> };
    assert.equal(one.peers["dbos"]?.["overHttpPerSecond"], undefined);
  });

  test("where a round could not be traced its row has no value, says why, and the others stay", () => {
    const [first, second] = ROUNDS;
    assert.ok(first !== undefined && second !== undefined);
    const some = actionRows([first, { ...second, traced: null, tracedAbsent: "no spans" }], {});
    assert.equal(some.length, 4);
    assert.deepEqual(problemsOf(some), [
      `'action-http-traced-100' was not measured: ${JSON.stringify({ reason: "no spans" })}`,
    ]);
  });

  test("without rounds, without peers, with a peer or a figure that is missing in a round there are no rows", () => {
    const [first, second] = ROUNDS;
    assert.ok(first !== undefined && second !== undefined);
    const { one: _, ...halfMeasured } = second.gateway;
    const plants: readonly (readonly [readonly Round[], RegExp])[] = [
      [[], /there is no peer/],
      [[{ ...first, peers: {} }], /there is no peer/],
      [[first, { ...second, peers: { dbos: peer(1, 1) } }], /bullmq-always is missing in a round/],
      [[first, { ...second, gateway: halfMeasured }], /a figure was not measured/],
    ];
    for (const [rounds, expected] of plants) assert.throws(() => actionRows(rounds, {}), expected);
  });
});
