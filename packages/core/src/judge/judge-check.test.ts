import assert from "node:assert/strict";
import { test } from "node:test";
import type { Check, CheckInput, PlantScene } from "../noun/check.ts";
import type { Finding } from "../noun/finding.ts";
import { FINDING_LOCATIONS_MAX } from "../noun/finding.ts";
import type { JsonObject } from "../noun/json.ts";
import type { CheckResult } from "../noun/result.ts";
import { EvidenceSet } from "./evidence-set.ts";
import { checkOf, evidenceOf, saying } from "./fixtures.test.ts";
import type { JudgeTerms } from "./judge-check.ts";
import { judgeCheck } from "./judge-check.ts";
import { judgeScene, SCENE_CANDIDATE, SCENE_NOW_MS } from "./plant.ts";

const THING = evidenceOf("thing", { n: 3 });
const TERMS: JudgeTerms = {
  gate: "g",
  blocking: true,
  candidate: SCENE_CANDIDATE,
  run: "r1",
  nowMs: SCENE_NOW_MS,
  baseline: null,
  firstRelease: "refuse",
  waivers: [],
  maxAgeMs: () => 60_000,
};

function judged(check: Check, overrides?: JsonObject, terms: Partial<JudgeTerms> = {}): CheckResult {
  return judgeCheck(check, new EvidenceSet([THING]), overrides, { ...TERMS, ...terms });
}

const told = ({ outcome, code }: CheckResult): string => `${outcome} ${code}`;

test("a result carries what was seen, wanted and looked at", () => {
  assert.deepEqual(judged(checkOf()), {
    id: "few-things",
    remediation: "Remove some.",
    sections: ["L"],
    params: { max: 10 },
    waiver: null,
    outcome: "pass",
    code: "pass",
    reason: "3 things, at most 10 are allowed",
    observed: 3,
    threshold: 10,
    flip: null,
    evidence: [THING.digest],
    locations: [],
  });
});

test("the policy overrides parameters, and only those that there are", () => {
  const strict = judged(checkOf(), { max: 2 });
  assert.equal(told(strict), "fail too-many");
  assert.deepEqual(strict.params, { max: 2 });
  assert.equal(strict.flip, "would pass at <= 2");
  const odd = judged(checkOf(), { maximum: 100 });
  assert.equal(told(odd), "error parameter-unknown");
  assert.match(odd.reason, /maximum/);
  assert.equal(told(judged(checkOf(), { constructor: 1 })), "error parameter-unknown");
});

test("evidence that is not admitted is not judged", () => {
  let asked = 0;
  const check = checkOf(
    { needs: ["thing", "other"] },
    {
      judge: () => {
        asked += 1;
        throw new Error("asked");
      },
    },
  );
  assert.equal(told(judged(check)), "missing evidence-missing");
  assert.equal(told(judged(checkOf(), {}, { maxAgeMs: () => 1 })), "stale evidence-stale");
  assert.equal(told(judged(checkOf({ needs: [] }))), "missing evidence-missing");
  assert.equal(asked, 0);
});

test("a baseline that is needed and not there is missing, unless a first release is allowed", () => {
  const check = checkOf({ baseline: "required" });
  assert.equal(told(judged(check)), "missing baseline-missing");
  assert.equal(told(judged(check, {}, { firstRelease: "allow" })), "not-applicable first-release");
  assert.equal(told(judgeScene(check, { bodies: { thing: [{ n: 1 }] }, baselineFacts: {} })), "pass pass");
});

test("a base that somebody named does where nothing was promoted", () => {
  const judge = ({ of }: CheckInput): Finding => ({
    outcome: "pass",
    code: "pass",
    observed: of("changes").length,
    threshold: 1,
    reason: "seen",
  });
  const check = checkOf({ needs: ["changes"], baseline: "base" }, { judge });
  const scene = (base: object | null): PlantScene => ({ bodies: { changes: [{ base, files: [] }] } });
  assert.equal(told(judgeScene(check, scene(null))), "missing baseline-missing");
  assert.equal(told(judgeScene(check, scene({ commit: "a", from: "option" }))), "pass pass");
  assert.equal(told(judgeScene(check, { ...scene(null), baselineFacts: {} })), "pass pass", "the check decides then");
});

test("a check that throws is an error with its message", () => {
  const throwing = (thrown: unknown): CheckResult =>
    judged(
      checkOf(
        {},
        {
          judge: ({ of }: CheckInput): Finding => {
            of("thing");
            throw thrown;
          },
        },
      ),
    );
  assert.equal(told(throwing(new Error("boom"))), "error check-threw");
  assert.equal(throwing(new Error("boom")).reason, "the check threw: boom");
  assert.deepEqual(throwing(new Error("boom")).evidence, [THING.digest]);
  assert.equal(throwing("text").reason, "the check threw: text");
  assert.equal(throwing(Object.create(null)).reason, "the check threw: something that has no text");
});

test("a check that proves nothing is an error", () => {
  const table: readonly (readonly [object | null | undefined, RegExp])[] = [
    [undefined, /no finding/],
    [null, /no finding/],
    [{ outcome: "waived", code: "odd" }, /"waived"/],
    [{ outcome: "error", code: "odd" }, /"error"/],
    [{ outcome: "stale", code: "odd" }, /"stale"/],
    [{ outcome: undefined }, /"undefined"/],
    [{ outcome: "PASS" }, /"PASS"/],
    [{ code: "fine" }, /a pass has the code "fine"/],
    [{ outcome: "fail", code: "pass" }, /undeclared reason "pass"/],
    [{ outcome: "fail", code: "other" }, /undeclared/],
    [{ outcome: "warn", code: "toString" }, /undeclared/],
    [{ outcome: "missing", code: "other" }, /undeclared/],
    [{ outcome: "not-applicable", code: "" }, /no reason code/],
    [{ reason: "" }, /no reason/],
    [{ reason: undefined }, /no reason/],
    [{ observed: Number.NaN }, /observed/],
    [{ observed: undefined }, /observed/],
    [{ observed: { n: 1 } }, /observed/],
    [{ threshold: Infinity }, /wanted/],
    [{ threshold: [1] }, /wanted/],
    [{ flip: 3 }, /flip/],
    [{ locations: {} }, /location/],
    [{ locations: [null] }, /location/],
    [{ locations: [{ file: "a" }] }, /location/],
    [{ locations: [{ file: "a", text: "b", line: 0 }] }, /location/],
    [{ locations: [{ file: "a", text: "b", column: 1.5 }] }, /location/],
  ];
  for (const [finding, message] of table) {
    const base = { outcome: "pass", code: "pass", observed: 1, threshold: 1, reason: "so" };
    const returned = finding ? { ...base, ...finding } : finding;
    const result = judged(
      checkOf(
        { reasons: { odd: "Odd." } },
        {
          judge: ({ of }) => {
            of("thing");
            return returned as Finding;
          },
        },
      ),
    );
    assert.equal(told(result), "error check-malformed", JSON.stringify(finding));
    assert.match(result.reason, message);
  }
});

test("a check that answers without looking is an error", () => {
  const blind = checkOf(
    {},
    { judge: () => ({ outcome: "pass", code: "pass", observed: 1, threshold: 1, reason: "trust me" }) },
  );
  assert.equal(told(judged(blind)), "error check-malformed");
  const elsewhere = checkOf(
    {},
    {
      judge: ({ of }) => ({
        outcome: "pass",
        code: "pass",
        observed: of("nothing").length,
        threshold: 0,
        reason: "looked elsewhere",
      }),
    },
  );
  assert.equal(told(judged(elsewhere)), "error check-malformed");
});

test("locations are bounded and carry nothing but themselves", () => {
  const many = Array.from({ length: FINDING_LOCATIONS_MAX + 5 }, (_, line) => ({
    file: "f",
    line: line + 1,
    text: "t",
    extra: 1,
  }));
  const { locations } = judged(saying({ outcome: "fail", code: "odd", locations: many }));
  assert.equal(locations.length, FINDING_LOCATIONS_MAX);
  assert.deepEqual(locations[0], { file: "f", line: 1, text: "t" });
});

test("a text that was cut in half can still be hashed", () => {
  const half = "😀".slice(0, 1);
  const { reason, observed, threshold, flip, locations } = judged(
    saying({
      outcome: "warn",
      code: "odd",
      reason: half,
      observed: half,
      threshold: half,
      flip: half,
      locations: [{ file: half, text: half }],
    }),
  );
  for (const text of [reason, observed, threshold, flip, locations[0]?.file, locations[0]?.text])
    assert.equal(text, "\uFFFD");
});
