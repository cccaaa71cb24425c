import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import type { LoadPlan } from "@holdpoint/core";
import { readLoad } from "./read-load.ts";
import { LOAD_FILES, LOAD_YAML, memoryGround } from "./testing-load.ts";

const SHORT = "version: 1\nurl: http://h\nphases: [{ name: a, rate: 5, duration: 1s }]\n";

function read(text: string, files: Readonly<Record<string, string>> = LOAD_FILES): LoadPlan {
  return readLoad(new TextEncoder().encode(text), "load.yaml", memoryGround(files));
}

describe("a plan", () => {
  test("everything that is not said has its default", () => {
    const { flows: _flows, ...plan } = read(SHORT);
    assert.deepEqual(plan, {
      url: "http://h",
      protocol: "http1",
      phases: [{ name: "a", durationMs: 1000, arrival: { kind: "constant", ratePerS: 5 } }],
      warmUpMs: 2000,
      connections: 10,
      poolFull: "queue",
      connectionsMax: 100,
      queueMax: 1_000_000,
      pacing: "economical",
      workers: 1,
      timeoutMs: 10_000,
      seed: 1,
      data: [],
      objectives: [],
      abort: null,
      validity: { lagP99Ms: 100, achievedRatio: 0.99 },
      tls: { verify: true, serverName: null, ca: null },
    });
  });

  test("what is said is kept, and files beside it are read", () => {
    const plan = read(LOAD_YAML);
    assert.deepEqual(plan.data, [{ name: "users", rows: [{ id: "1" }, { id: "2" }], pick: "sequential" }]);
    assert.deepEqual(
      plan.abort?.objectives,
      plan.objectives.map(({ id }) => id),
    );
    assert.deepEqual([plan.abort?.windowMs, plan.abort?.holdMs, plan.connectionsMax], [10_000, 20_000, 200]);
    // A tenth of the tightest limit that is judged.
    assert.equal(plan.validity.lagP99Ms, 30);
    const { tls } = read(`${SHORT}tls: { verify: false, serverName: a, ca: ca.pem }\n`, { "ca.pem": "PEM" });
    assert.deepEqual(tls, { verify: false, serverName: "a", ca: "PEM" });
  });

  test("no warm-up, the protocol of the URL, a lag limit that is never below a millisecond", () => {
    assert.equal(read(`${SHORT}warmUp: 0s\n`).warmUpMs, 0);
    assert.equal(read(SHORT.replace("http:", "wss:")).protocol, "websocket");
    assert.equal(read(`${SHORT}protocol: http2\n`).protocol, "http2");
    assert.equal(read(`${SHORT}objectives: [p99 < 2ms]\n`).validity.lagP99Ms, 1);
    assert.equal(read(`${SHORT}objectives: [99% ok under 50ms]\n`).validity.lagP99Ms, 5);
  });
});

/** What stands beside the sound part, the code, and the line and column of what is wrong. */
const WRONG: readonly (readonly [text: string, code: string, place: string, told: RegExp])[] = [
  [`${SHORT}x: 1\n`, "HP-CONFIG-UNKNOWN-KEY", "4:1", /has no key "x"/],
  [`${SHORT}conections: 3\n`, "HP-CONFIG-UNKNOWN-KEY", "4:1", /connections/],
  [`${SHORT}connections: 0\n`, "HP-CONFIG-VALUE", "4:14", /connections must be >= 1/],
  [`${SHORT}connections: 9\nconnectionsMax: 3\n`, "HP-CONFIG-VALUE", "5:17", /3 is below connections 9/],
  [`${SHORT}protocol: websocket\n`, "HP-CONFIG-VALUE", "4:11", /websocket does not go with http:/],
  [`${SHORT}objectives: [p99 < 1s, p98 maybe]\n`, "HP-CONFIG-VALUE", "4:24", /p98 maybe/],
  [`${SHORT}objectives: [p99 < 1s, p99 < 1s]\n`, "HP-CONFIG-VALUE", "4:24", /there twice/],
  [`${SHORT}abort: { window: 1s, hold: 1s }\n`, "HP-CONFIG-VALUE", "4:8", /no objective to end it for/],
  [
    `${SHORT}objectives: [p99 < 1s]\nabort: { window: 1s, hold: 1s, objectives: [p9 < 1s] }\n`,
    "HP-CONFIG-VALUE",
    "5:45",
    /not among the objectives/,
  ],
  ["version: 1\nurl: http://h\n", "HP-CONFIG-VALUE", "1:1", /needs the key "phases"/],
  ["version: 2\nurl: http://h\nphases: [{ name: a, rate: 5, duration: 1s }]\n", "HP-CONFIG-VALUE", "1:10", /must be 1/],
  [SHORT.replace("http://h", "http://u:p@h"), "HP-CONFIG-VALUE", "2:6", /url is not of the right form/],
  [SHORT.replace("rate: 5", "rate: 0"), "HP-CONFIG-VALUE", "3:27", /rate must be > 0/],
  [SHORT.replace("rate: 5, ", ""), "HP-CONFIG-VALUE", "3:10", /one of the keys "rate", "rates"/],
  [SHORT.replace("1s }", "1s }, { name: a, rate: 1, duration: 1s }"), "HP-CONFIG-VALUE", "3:54", /there twice/],
  [
    SHORT.replace("duration: 1s", "duration: 5d").replace("]", ", { name: b, rate: 1, duration: 5d }]"),
    "HP-CONFIG-VALUE",
    "3:9",
    /longer than 7 days/,
  ],
  ["version: 1\nurl: [\n", "HP-CONFIG-SYNTAX", "", /./],
  [`${SHORT}url: http://b\n`, "HP-CONFIG-SYNTAX", "4:1", /unique|twice|duplicate/i],
];

describe("what is no plan", () => {
  for (const [text, code, place, told] of WRONG) {
    test(`${code} at ${place}: ${told.source}`, () => {
      assert.throws(
        () => read(text),
        (thrown: unknown) => {
          assert.ok(isHoldpointError(thrown), String(thrown));
          const { file, line, column } = thrown.place;
          assert.equal(file, "load.yaml");
          assert.equal(thrown.code, code);
          if (place !== "") assert.equal(`${line}:${column}`, place, thrown.message);
          assert.match(thrown.message, told);
          return true;
        },
      );
    });
  }

  test("bytes that are no text", () => {
    assert.throws(() => readLoad(Uint8Array.of(0x80), "load.yaml", memoryGround()), { code: "HP-CONFIG-SYNTAX" });
  });

  test("a file beside it that is absent or broken is named, not the plan", () => {
    assert.throws(() => read(LOAD_YAML, {}), { code: "HP-READ-ABSENT", place: { file: "users.csv" } });
    assert.throws(() => read(LOAD_YAML, { "users.csv": "id\n1,2\n" }), {
      code: "HP-READ-SYNTAX",
      place: { file: "users.csv", line: 2, column: 1 },
    });
  });
});
