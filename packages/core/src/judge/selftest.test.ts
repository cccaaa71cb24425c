import assert from "node:assert/strict";
import { test } from "node:test";
import type { Check } from "../noun/check.ts";
import { checkOf, gateOf, saying } from "./fixtures.test.ts";
import { plantCheck, plantGate, withBody } from "./selftest.ts";

const missed = (check: Check): string[] =>
  plantCheck("g", check)
    .filter(({ caught }) => !caught)
    .map(({ plant, got }) => `${plant}: ${got}`);

test("an honest check catches its own plants and those that every check is given", () => {
  const outcomes = plantCheck("g", checkOf());
  assert.deepEqual(
    outcomes.map(({ plant }) => plant),
    [
      "sound",
      "one-more",
      "evidence-absent",
      "evidence-aged",
      "evidence-from-the-future",
      "evidence-made-up",
      "evidence-elsewhere",
      "evidence-of-nothing",
      "evidence-unreadable",
    ],
  );
  for (const { plant, expected, got, caught } of outcomes) {
    assert.equal(got, expected, plant);
    assert.equal(caught, true);
  }
});

test("a check that always passes is reported", () => {
  const lazy = { ...saying({}), plants: checkOf().plants };
  assert.deepEqual(missed(lazy), ["one-more: pass pass"]);
});

test("a check that always fails is reported on the sound scene", () => {
  const grim = {
    ...saying({ outcome: "fail", code: "too-many" }, { reasons: { "too-many": "Always." } }),
    plants: checkOf().plants,
  };
  assert.deepEqual(missed(grim), ["sound: fail too-many"]);
});

test("a check that turns red for another reason is reported", () => {
  const other = checkOf(
    { reasons: { "too-many": "Many.", odd: "Odd." } },
    {
      judge: (input) => {
        const finding = checkOf().judge(input);
        return finding.outcome === "fail" ? { ...finding, code: "odd" } : finding;
      },
    },
  );
  assert.deepEqual(missed(other), ["one-more: fail odd"]);
});

test("a check that never looks at its evidence is reported everywhere", () => {
  const blind = checkOf(
    {},
    { judge: () => ({ outcome: "pass", code: "pass", observed: 1, threshold: 1, reason: "trust me" }) },
  );
  assert.deepEqual(missed(blind), ["sound: error check-malformed", "one-more: error check-malformed"]);
});

test("every kind that a check needs is harmed", () => {
  const two = checkOf({ needs: ["thing", "other"] }, { sound: () => ({ bodies: { thing: [{ n: 1 }], other: [{}] } }) });
  const plants = plantCheck("g", two).map(({ plant }) => plant);
  assert.ok(plants.includes("evidence-absent") && plants.includes("evidence-absent-other"));
  assert.deepEqual(missed(two), []);
});

test("a sound scene that lacks what the check needs is reported", () => {
  const bare = checkOf({}, { sound: () => ({ bodies: {} }) });
  assert.ok(missed(bare).includes("sound: missing evidence-missing"));
});

test("scenes and plants that throw or harm the wrong thing are reported, never thrown", () => {
  const throwing = checkOf(
    {},
    {
      sound: () => {
        throw new Error("no scene");
      },
    },
  );
  assert.equal(missed(throwing).length, plantCheck("g", throwing).length);
  const [plant] = checkOf().plants;
  assert.ok(plant);
  const broken = checkOf(
    {},
    {
      plants: [
        {
          ...plant,
          plant: () => {
            throw new Error("no plant");
          },
        },
      ],
    },
  );
  assert.deepEqual(missed(broken), ["one-more: threw no plant"]);
  const mutating = checkOf(
    {},
    {
      plants: [
        {
          ...plant,
          plant: (scene) => {
            (scene.bodies["thing"] as { n: number }[])[0] = { n: 11 };
            return scene;
          },
        },
      ],
    },
  );
  assert.deepEqual(missed(mutating), ["one-more: the plant changed the sound scene"]);
});

test("a gate is planted check by check", () => {
  const outcomes = plantGate(gateOf("g", [checkOf(), checkOf({ id: "other" })]));
  assert.deepEqual(
    new Set(outcomes.map(({ gate, check }) => `${gate}/${check}`)),
    new Set(["g/few-things", "g/other"]),
  );
});

test("withBody patches the bodies of one kind and leaves the scene alone", () => {
  const scene = { bodies: { thing: [{ n: 1 }, { n: 2 }], other: ["x"] } };
  const patched = withBody<{ n: number }>(scene, "thing", ({ n }) => ({ n: n + 10 }));
  assert.deepEqual(patched.bodies, { thing: [{ n: 11 }, { n: 12 }], other: ["x"] });
  assert.deepEqual(scene.bodies.thing, [{ n: 1 }, { n: 2 }]);
  assert.deepEqual(withBody(scene, "unheard-of", () => 1).bodies["unheard-of"], []);
});
