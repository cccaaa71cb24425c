import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isHoldpointError } from "../errors/holdpoint-error.ts";
import { EVERYTHING, OK, P99, RATE } from "./fixtures.test.ts";
import { objectiveText } from "./objective-text.ts";
import { parseObjective } from "./parse-objective.ts";

test("short texts are read as what they say", () => {
  assert.deepEqual(parseObjective("p99 < 300ms", "p99"), P99);
  assert.deepEqual(parseObjective("99% ok", "ok"), OK);
  assert.deepEqual(parseObjective(" rate >= 480/s ", "rate"), RATE);
  assert.deepEqual(parseObjective("99.9% under 300ms", "x"), {
    ...OK,
    id: "x",
    ratio: 0.999,
    minSamples: 10_000,
    within: { clock: "response", maxMs: 300 },
  });
  const service = parseObjective("95 % ok within 1.5s of service time with 5000 samples", "x");
  assert.deepEqual(service, {
    ...OK,
    id: "x",
    ratio: 0.95,
    minSamples: 5000,
    within: { clock: "service", maxMs: 1500 },
  });
});

test("scope and windows come in any order", () => {
  const wanted = {
    id: "p95-of-service-20ms-on-endpoint-create-in-phase-steady-over-10s-1s-max-2",
    kind: "percentile",
    clock: "service",
    quantile: 0.95,
    maxMs: 20,
    minSamples: 200,
    scope: { phase: "steady", endpoint: "create", tag: null },
    window: { sizeMs: 10_000, stepMs: 1000, violationsMax: 2 },
  };
  const text = "p95 of service <= 20ms on endpoint:create in phase:steady over 10s/1s max 2";
  assert.deepEqual(parseObjective(text), wanted);
  const other = parseObjective(
    "p95 of service time<=20ms max 2 over 10s in phase:steady on endpoint:create",
    wanted.id,
  );
  assert.deepEqual(other, wanted);
  assert.equal(
    objectiveText(other),
    "p95 of service time <= 20 ms of endpoint create in phase steady in all but 2 windows of 10 s",
  );
  const named = parseObjective('p99.9 < 250us on tag:"slow ones" over 1m/30s').scope;
  assert.deepEqual(named, { ...EVERYTHING, tag: "slow ones" });
});

test("units, and shares to the last digit", () => {
  const limit = (text: string): number => (parseObjective(`p50 < ${text}`) as typeof P99).maxMs;
  assert.deepEqual(["250us", "0.1ms", "2s", "1m", "1h"].map(limit), [0.25, 0.1, 2000, 60_000, 3_600_000]);
  assert.equal((parseObjective("p99.99 < 1s") as typeof P99).quantile, 0.9999);
  assert.equal((parseObjective("99.99% ok") as typeof OK).minSamples, 100_000);
});

test("an error says which character is wrong", () => {
  const place = { file: "load.yaml", line: 7, column: 20 };
  const texts: readonly (readonly [string, number, RegExp])[] = [
    ["", 20, /has nothing where an objective like/],
    ["latency < 300ms", 20, /has "latency < 300ms" where an objective/],
    ["p99 300ms", 24, /where <= must be/],
    ["p99 > 300ms", 24, /where <= must be/],
    ["p99 < 300", 26, /where a limit like 300ms must be/],
    ["p99 < 300sec", 26, /a limit like 300ms/],
    ["p99 of client < 3ms", 27, /where response or service must be/],
    ["p100 < 300ms", 32, /a quantile of 1/],
    ["p0 < 300ms", 30, /a quantile of 0/],
    ["p99 < 0ms", 29, /limit in milliseconds of 0/],
    ["99%", 23, /wants "ok" or "under 300ms"/],
    ["100% ok", 27, /a share of 1/],
    ["99% ok under", 32, /a limit like/],
    ["rate <= 480/s", 25, /where >= must be/],
    ["rate >= 480", 28, /a rate like 480\/s/],
    ["rate >= 480/s with 9 samples", 48, /does not have/],
    ["p99 < 300ms on create", 35, /endpoint:NAME or tag:NAME/],
    ["p99 < 300ms in steady", 35, /phase:NAME/],
    ["p99 < 300ms ovr 10s", 32, /did you mean "over"/],
    ["p99 < 300ms over 10s over 9s", 46, /says "over" twice/],
    ["p99 < 300ms on tag:a on tag:b", 44, /says "on" twice/],
    ["p99 < 300ms over 1500ms", 43, /window of 1500 ms, and whole seconds/],
    ["p99 < 300ms over 10s/0s", 43, /a step of 0 ms/],
    ["p99 < 300ms max 2", 37, /no window/],
    ["p99 < 300ms with 5", 37, /5000 samples/],
    ["p99 < 300ms on tag:", 39, /the name of it/],
  ];
  for (const [text, column, message] of texts)
    assert.throws(
      () => parseObjective(text, null, place),
      { code: "HP-CONFIG-VALUE", message, place: { ...place, column } },
      text,
    );
  assert.throws(() => parseObjective(`p99 < 3ms${" ".repeat(300)}`), { message: /longer than/ });
});

test("any text is read or refused with the registered error", () => {
  const words = fc.constantFrom(
    "p99",
    "99.9%",
    "ok",
    "under",
    "of",
    "service",
    "<",
    "300ms",
    "over",
    "10s",
    "/",
    "max",
    "2",
    "on",
    "tag:a",
    "in",
    "phase:b",
    "rate",
    ">=",
    "5/s",
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(words, { maxLength: 12 }).map((all) => all.join(" ")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      try {
        const read = parseObjective(text);
        assert.ok(objectiveText(read).length > 0 && read.id.length > 0);
      } catch (thrown) {
        assert.ok(isHoldpointError(thrown) && thrown.code === "HP-CONFIG-VALUE", String(thrown));
      }
    }),
  );
});
