import assert from "node:assert/strict";
import { test } from "node:test";
import type { Gate } from "@holdpoint/core";
import { canonicalize, isHoldpointError, sceneEvidence } from "@holdpoint/core";
import type { Json } from "@holdpoint/core";
import { CANDIDATE, configOf } from "../testing.ts";
import { gateDigests, planFile, readJudgeInput } from "./plan-file.ts";
import { resolvePolicy } from "./policy.ts";

const gates = [{ id: "g", checks: [{ definition: { id: "one", params: { max: 1 } } }] }] as unknown as Gate[];
const input = {
  policy: resolvePolicy(configOf(), "release", []),
  candidate: CANDIDATE,
  run: "r",
  nowMs: 5,
  baseline: null,
  waivers: [],
};
const ledger = { origin: "o", size: 0, root: "" };

test("a plan and its evidence are read back as what was judged", () => {
  const [stored] = sceneEvidence({ bodies: { thing: [{ n: 1 }] } });
  assert.ok(stored);
  const plan = planFile(input, ledger, gates);
  const read = readJudgeInput({ file: "plan.json", text: canonicalize(plan as unknown as Json) }, [
    { file: "e.json", text: canonicalize(stored.evidence as unknown as Json) },
  ]);
  assert.deepEqual(read, { ...input, evidence: [stored] });
});

test("what is no JSON, no plan, or a plan from which something was taken is refused with its file", () => {
  const whole = JSON.parse(canonicalize(planFile(input, ledger, gates) as unknown as Json)) as Record<string, unknown>;
  const refused: readonly (readonly [string, string])[] = [
    ["{", "HP-READ-TRUNCATED"],
    ["", "HP-READ-EMPTY"],
    ["nonsense", "HP-READ-SYNTAX"],
    ['{"schema":1,"schema":2}', "HP-READ-DUPLICATE-KEY"],
    ["null", "HP-READ-NOT-THE-FORMAT"],
    ["[]", "HP-READ-NOT-THE-FORMAT"],
    ['{"schema":"holdpoint/evidence/v1"}', "HP-READ-NOT-THE-FORMAT"],
    ...["policy", "candidate", "run", "nowMs", "baseline", "waivers", "gateDigests"].map((name) => {
      const { [name]: _taken, ...rest } = whole;
      return [JSON.stringify(rest), "HP-READ-NOT-THE-FORMAT"] as const;
    }),
  ];
  for (const [text, code] of refused) {
    assert.throws(
      () => readJudgeInput({ file: "plan.json", text }, []),
      (thrown) => isHoldpointError(thrown) && thrown.code === code && thrown.place.file === "plan.json",
      text,
    );
  }
});

test("evidence that does not say so is no evidence", () => {
  const plan = { file: "plan.json", text: canonicalize(planFile(input, ledger, gates) as unknown as Json) };
  assert.throws(() => readJudgeInput(plan, [{ file: "evidence/a.json", text: "{}" }]), {
    code: "HP-READ-NOT-THE-FORMAT",
    place: { file: "evidence/a.json" },
  });
});

test("the digest of a gate changes with any definition", () => {
  const other = [{ id: "g", checks: [{ definition: { id: "one", params: { max: 2 } } }] }] as unknown as Gate[];
  assert.notEqual(gateDigests(gates)["g"], gateDigests(other)["g"]);
  assert.equal(gateDigests(gates)["g"], gateDigests(structuredClone(gates))["g"]);
});
