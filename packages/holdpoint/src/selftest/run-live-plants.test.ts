import assert from "node:assert/strict";
import { test } from "node:test";
import type { Check, Finding, Gate } from "@holdpoint/core";
import type { LivePlant } from "./live-plant.ts";
import type { LivePlantTerms } from "./run-live-plants.ts";
import { runLivePlants } from "./run-live-plants.ts";

const check: Check = {
  definition: {
    id: "small",
    title: "t",
    question: "q",
    motivation: "m",
    remediation: "r",
    effort: "low",
    sections: ["L"],
    needs: ["thing"],
    baseline: "none",
    reasons: { big: "too big" },
    params: { max: 1 },
  },
  judge: (input): Finding => {
    const size = input.of<number>("thing").reduce((sum, one) => sum + one.evidence.body, 0);
    const big = size > Number(input.params["max"]);
    return { outcome: big ? "fail" : "pass", code: big ? "big" : "pass", observed: size, threshold: 1, reason: "seen" };
  },
  sound: () => ({ bodies: { thing: [0] } }),
  plants: [],
};
const gate: Gate = { id: "g", title: "t", question: "q", sections: ["L"], phase: "candidate", checks: [check] };

function terms(patch: Partial<LivePlantTerms> = {}): LivePlantTerms {
  return {
    gates: [gate],
    collectors: [],
    environment: {},
    nowMs: () => Date.UTC(2026, 0, 1),
    signal: new AbortController().signal,
    readCandidate: async () => ({ commit: "a".repeat(40), tree: "b".repeat(40), dirty: false }),
    withFolder: (use) => use("/nowhere"),
    ...patch,
  };
}

/** A plant whose folder is a number. */
function plantOf(sound: number, harmed: number, patch: Partial<LivePlant> = {}): LivePlant {
  let size = Number.NaN;
  return {
    gate: "g",
    id: "p",
    harms: "it grows",
    expect: { check: "small", outcome: "fail", code: "big" },
    sound: async () => {
      size = sound;
    },
    harm: async () => {
      size = harmed;
    },
    gather: async () => [{ kind: "thing", samples: 1, body: size }],
    ...patch,
  };
}
const run = async (
  plant: LivePlant,
  patch: Partial<LivePlantTerms> = {},
): Promise<[boolean | undefined, string | undefined]> => {
  const [result] = await runLivePlants([plant], terms(patch));
  return [result?.caught, result?.got];
};

test("a harm that turns the check red and holds the release is caught", async () => {
  assert.deepEqual(await run(plantOf(1, 2)), [true, "sound: pass pass; harmed: fail big, HOLD"]);
});

test("a harm that changes nothing, or a check that was red before, is not", async () => {
  assert.deepEqual(await run(plantOf(1, 1)), [false, "sound: pass pass; harmed: pass pass, not held for it"]);
  assert.deepEqual(await run(plantOf(2, 2)), [false, "sound: fail big; harmed: fail big, HOLD"]);
});

test("red for another reason is not caught", async () => {
  const other = plantOf(1, 2, { expect: { check: "small", outcome: "missing", code: "evidence-missing" } });
  assert.equal((await run(other))[0], false);
  assert.deepEqual(await run(plantOf(1, 2, { expect: { check: "gone", outcome: "fail", code: "big" } })), [
    false,
    "sound: not judged; harmed: not judged, not held for it",
  ]);
});

test("a plant that inherits is judged against its own sound input", async () => {
  const grown: Check = {
    ...check,
    judge: (input): Finding => {
      const size = input.of<number>("thing").reduce((sum, one) => sum + one.evidence.body, 0);
      const before = input.baseline?.facts["g"] as { readonly size: number } | undefined;
      const big = before === undefined || size > before.size;
      return {
        outcome: big ? "fail" : "pass",
        code: big ? "big" : "pass",
        observed: size,
        threshold: 1,
        reason: "seen",
      };
    },
  };
  const facts: Gate["facts"] = (input) => ({ size: input.of<number>("thing")[0]?.evidence.body ?? 0 });
  const gates = [{ ...gate, checks: [grown], facts }];
  assert.deepEqual(await run(plantOf(5, 6, { inherits: true }), { gates }), [
    true,
    "sound: pass pass; harmed: fail big, HOLD",
  ]);
  assert.equal((await run(plantOf(5, 6), { gates }))[0], false);
  assert.equal((await run(plantOf(5, 5, { inherits: true }), { gates }))[0], false);
});

test("parameters of the plant are in force", async () => {
  assert.equal((await run(plantOf(5, 11, { params: { small: { max: 10 } } })))[0], true);
});

test("a plant that throws is missed, and the next one is planted all the same", async () => {
  const broken = plantOf(1, 2, { harm: () => Promise.reject(new Error("no such file")) });
  const results = await runLivePlants([broken, plantOf(1, 2)], terms());
  assert.deepEqual(
    results.map(({ caught }) => caught),
    [false, true],
  );
  assert.equal(results[0]?.got, "threw: no such file");
});

test("an aborted selftest plants nothing more", async () => {
  await assert.rejects(runLivePlants([plantOf(1, 2)], terms({ signal: AbortSignal.abort() })));
});
