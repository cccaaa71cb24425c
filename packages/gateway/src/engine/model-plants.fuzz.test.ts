import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { NO_PERMIT, PLANTED } from "./fixture/defects.ts";
import { lives } from "./fixture/requests.ts";
import { runLife } from "./fixture/run-life.ts";

const RUNS = 60;
/** The same lives each time, so that a plant which is caught today is caught tomorrow. */
const SEED = 20_261_121;
const seeds = fc.nat({ max: 2 ** 31 });

for (const { name, defect, caught, without } of PLANTED) {
  test(`the model catches an engine that ${name}`, async () => {
    const property = fc.asyncProperty(lives, seeds, async (requests, seed) => {
      const kept = requests.filter(({ kind }) => kind !== without);
      await runLife(kept, seed, defect);
    });
    const found = await fc.check(property, { numRuns: RUNS, seed: SEED, endOnFailure: true });
    assert.ok(found.failed, `it was not caught in ${found.numRuns} lives`);
    assert.match((found.errorInstance as Error).message, caught);
  });
}

test("without its permit nothing is executed, and everything still ends with its receipt", async () => {
  const looked = { effects: 0, actions: 0, dead: 0 };
  const property = fc.asyncProperty(lives, seeds, async (requests, seed) => {
    const { effects, actions, byState } = await runLife(requests, seed, NO_PERMIT);
    looked.effects += effects;
    looked.actions += actions;
    looked.dead += byState["DEAD"] ?? 0;
  });
  await fc.assert(property, { numRuns: 20, seed: SEED });
  assert.equal(looked.effects, 0);
  assert.ok(looked.actions > 20 && looked.dead > 5, `it looked at ${JSON.stringify(looked)}`);
});
