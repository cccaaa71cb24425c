import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { normalPhase } from "./normal-phase.ts";
import type { RawPhase } from "./raw-load.ts";

const PATH = ["phases", "0"];
const offsets = (): readonly number[] => [0, 10, 250.5];

const SOUND: readonly (readonly [RawPhase, number, object])[] = [
  [{ name: "a", rate: 5, duration: "2s" }, 2000, { kind: "constant", ratePerS: 5 }],
  [{ name: "a", rate: 5, duration: "2s", arrival: "poisson" }, 2000, { kind: "poisson", ratePerS: 5 }],
  [{ name: "a", from: 0, to: 9, duration: "1m" }, 60_000, { kind: "ramp", fromPerS: 0, toPerS: 9 }],
  [{ name: "a", from: 9, to: 0, duration: "1m" }, 60_000, { kind: "ramp", fromPerS: 9, toPerS: 0 }],
  [{ name: "a", rates: [1, 2, 3], step: "10s" }, 30_000, { kind: "steps", ratesPerS: [1, 2, 3], stepMs: 10_000 }],
  [{ name: "a", schedule: "s.txt" }, 252, { kind: "recorded", offsetsMs: [0, 10, 250.5] }],
  [{ name: "a", users: 7, duration: "500ms" }, 500, { kind: "closed", users: 7 }],
];

describe("a phase", () => {
  for (const [raw, durationMs, arrival] of SOUND) {
    test(JSON.stringify(raw), () => {
      assert.deepEqual(normalPhase(raw, PATH, offsets), { name: "a", durationMs, arrival });
    });
  }
});

const WRONG: readonly (readonly [RawPhase, path: readonly string[], text: RegExp])[] = [
  [{ name: "a", rate: 5, users: 2, duration: "2s" }, ["users"], /"rate" and "users" cannot both be said/],
  [{ name: "a", rate: 5, to: 2, duration: "2s" }, ["to"], /"to" has no meaning beside "rate"/],
  [{ name: "a", users: 5, arrival: "poisson", duration: "2s" }, ["arrival"], /no meaning beside "users"/],
  [{ name: "a", rates: [1], step: "1s", duration: "2s" }, ["duration"], /no meaning beside "rates"/],
  [{ name: "a", schedule: "s", duration: "2s" }, ["duration"], /no meaning beside "schedule"/],
  [{ name: "a", rate: 5 }, [], /needs the key "duration"/],
  [{ name: "a", rates: [5] }, [], /needs the key "step"/],
  [{ name: "a", from: 5, duration: "1s" }, [], /needs the key "to"/],
  [{ name: "a", from: 0, to: 0, duration: "1s" }, [], /one of both above 0/],
  [{ name: "a", duration: "1s" }, [], /needs arrivals/],
  [{ name: "a", rate: 1, duration: "8d" }, [], /longer than 7 days/],
];

describe("what is no phase", () => {
  for (const [raw, path, text] of WRONG) {
    test(JSON.stringify(raw), () => {
      const { trouble } = normalPhase(raw, PATH, offsets) as { trouble: { path: readonly string[]; text: string } };
      assert.deepEqual(trouble.path, [...PATH, ...path]);
      assert.match(trouble.text, text);
    });
  }
});
