import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { ERROR_LIES, OPEN_LIES, runErrorTaxonomy, runFailClosed } from "@holdpoint/drills";
import type { LivePlant } from "../live-plant.ts";
import { runLivePlants } from "../run-live-plants.ts";
import { plants as errorTaxonomy } from "./error-taxonomy.ts";
import { plants as failClosed } from "./fail-closed.ts";
import { gatewayPlant } from "./gateway-plant.ts";
import { LIVE_TERMS } from "./testing-live.ts";

const errors = { gate: "error-taxonomy", liar: "lie", run: runErrorTaxonomy, parts: ["http"] } as const;
const rules = { gate: "fail-closed", liar: "lie", run: runFailClosed, parts: ["submissions"] } as const;

const UNPLANTED: readonly LivePlant[] = [
  gatewayPlant({
    ...errors,
    lie: ERROR_LIES.frameworkText,
    expect: { check: "answers-have-registered-codes", code: "no-code" },
  }),
  gatewayPlant({
    ...errors,
    lie: ERROR_LIES.flagTurned,
    expect: { check: "retryable-agrees", code: "retryable-differs" },
  }),
  gatewayPlant({
    ...rules,
    lie: OPEN_LIES.deniedAsDone,
    expect: { check: "refused-as-stated", code: "let-through" },
  }),
  gatewayPlant({
    ...rules,
    lie: OPEN_LIES.receiptsGone,
    expect: { check: "receipts-left", code: "receipt-absent" },
  }),
];
const ALL: readonly LivePlant[] = [...errorTaxonomy, ...failClosed, ...UNPLANTED];

describe("the same drill tells a gateway that refuses from one that does not", { concurrency: 2 }, () => {
  // The others are planted by every selftest, and so by every promotion.
  for (const plant of UNPLANTED) {
    test(`${plant.gate}: ${plant.harms}`, async () => {
      const [result] = await runLivePlants([plant], LIVE_TERMS);
      assert.equal(result?.got, result?.expected);
    });
  }
});

test("every lie is planted somewhere, and the track record has each with the check that tells it", () => {
  const record = readFileSync(new URL("../../../../drills/TRACK-RECORD.md", import.meta.url), "utf8");
  const lies = [ERROR_LIES, OPEN_LIES].flatMap((group) => Object.values(group));
  assert.ok(lies.length >= 9);
  assert.deepEqual(ALL.map(({ id }) => id).toSorted(), lies.map(({ id }) => id).toSorted());
  for (const { id, gate, harms, expect } of ALL) {
    const line = record.split("\n").find((one) => one.startsWith(`| ${id} | ${harms} |`));
    assert.ok(line?.includes(`| ${gate}/${expect.check} | ${expect.code} |`), id);
  }
});
