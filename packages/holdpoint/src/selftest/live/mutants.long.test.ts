import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import {
  BREAKER_LIES,
  DEAD_LETTER_LIES,
  GATEWAY_LIES,
  runBreakers,
  runDeadLetters,
  runGatewayLive,
} from "@holdpoint/drills";
import type { LivePlant } from "../live-plant.ts";
import { runLivePlants } from "../run-live-plants.ts";
import { plants as breakers } from "./breakers.ts";
import { plants as deadLetters } from "./dead-letters.ts";
import { gatewayPlant } from "./gateway-plant.ts";
import { plants as gatewayLive } from "./gateway-live.ts";
import { LIVE_TERMS } from "./testing-live.ts";

const live = { gate: "gateway-live", liar: "lie", run: runGatewayLive } as const;
const breaking = { gate: "breakers", run: runBreakers, parts: ["openings"] } as const;
const letters = { gate: "dead-letters", liar: "lie", run: runDeadLetters } as const;
const stayedClosed = { check: "opens-on-error-answers", code: "stayed-closed" };

const UNPLANTED: readonly LivePlant[] = [
  gatewayPlant({
    ...live,
    lie: GATEWAY_LIES.deadAsDone,
    expect: { check: "ends-all-reached", code: "not-reached" },
    parts: ["ends"],
  }),
  gatewayPlant({
    ...live,
    lie: GATEWAY_LIES.receiptsDropped,
    expect: { check: "one-receipt-each", code: "no-receipt" },
    parts: ["ends"],
  }),
  gatewayPlant({
    ...live,
    lie: GATEWAY_LIES.recordChanged,
    expect: { check: "proofs-verify", code: "root-differs" },
    parts: ["ends"],
  }),
  gatewayPlant({ ...breaking, lie: BREAKER_LIES.errorsAsSuccess, liar: "upstreamLie", expect: stayedClosed }),
  gatewayPlant({ ...breaking, lie: BREAKER_LIES.saysClosed, liar: "lie", expect: stayedClosed }),
  gatewayPlant({
    ...letters,
    lie: DEAD_LETTER_LIES.timeoutsHidden,
    expect: { check: "every-class-leaves-a-letter", code: "no-letter" },
    parts: ["deaths"],
  }),
  gatewayPlant({
    ...letters,
    lie: DEAD_LETTER_LIES.originalOverwritten,
    expect: { check: "replay-leaves-the-original", code: "not-linked" },
    parts: ["replays"],
  }),
  gatewayPlant({
    ...letters,
    lie: DEAD_LETTER_LIES.allUnknown,
    expect: { check: "letters-tell-the-truth", code: "class-differs" },
    parts: ["deaths"],
  }),
];
const ALL: readonly LivePlant[] = [...gatewayLive, ...breakers, ...deadLetters, ...UNPLANTED];

describe("the same drill tells an honest gateway from a broken one", { concurrency: 2 }, () => {
  // The others are planted by every selftest, and so by every promotion.
  for (const plant of UNPLANTED) {
    test(`${plant.gate}: ${plant.harms}`, async () => {
      const [result] = await runLivePlants([plant], LIVE_TERMS);
      assert.equal(result?.got, result?.expected);
    });
  }
});

test("a gateway that does not lie is not caught", async () => {
  const [first] = gatewayLive;
  assert.ok(first !== undefined);
  const [result] = await runLivePlants([{ ...first, harm: async () => undefined }], LIVE_TERMS);
  assert.equal(result?.got, "sound: pass pass; harmed: pass pass, not held for it");
});

test("every lie is planted somewhere, and the track record has each with the check that tells it", () => {
  const record = readFileSync(new URL("../../../../drills/TRACK-RECORD.md", import.meta.url), "utf8");
  const lies = [GATEWAY_LIES, BREAKER_LIES, DEAD_LETTER_LIES].flatMap((group) => Object.values(group));
  assert.ok(lies.length >= 14);
  assert.deepEqual(ALL.map(({ id }) => id).toSorted(), lies.map(({ id }) => id).toSorted());
  for (const { id, gate, harms, expect } of ALL) {
    const line = record.split("\n").find((one) => one.startsWith(`| ${id} | ${harms} |`));
    assert.ok(line?.includes(`| ${gate}/${expect.check} | ${expect.code} |`), id);
  }
});
