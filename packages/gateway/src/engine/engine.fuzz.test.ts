import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { lives } from "./fixture/requests.ts";
import { runLife } from "./fixture/run-life.ts";

const RUNS = Number(process.env["HOLDPOINT_PROPERTY_RUNS"] ?? 120);
const seeds = fc.nat({ max: 2 ** 31 });

test("the engine keeps its promises through any life: races, refusals, kills at any await, replays", async () => {
  const totals: Record<string, number> = {};
  const property = fc.asyncProperty(lives, seeds, async (requests, seed) => {
    const { byState, ...looked } = await runLife(requests, seed);
    for (const [name, count] of [...Object.entries(looked), ...Object.entries(byState)]) {
      totals[name] = (totals[name] ?? 0) + count;
    }
  });
  await fc.assert(property, { numRuns: RUNS, endOnFailure: process.env["HOLDPOINT_PROPERTY_SHRINK"] === undefined });
  for (const name of ["actions", "effects", "receipts", "verdicts", "kills", "answers"]) {
    assert.ok((totals[name] ?? 0) >= RUNS, `the lives had hardly any ${name}: ${totals[name]}`);
  }
  for (const state of ["unknowns", "replays", "SUCCEEDED", "DEAD", "DENIED", "EXPIRED", "CANCELLED", "SIMULATED"]) {
    assert.ok((totals[state] ?? 0) > 0, `no life had an action of the kind ${state}`);
  }
});
