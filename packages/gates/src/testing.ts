import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Check, JsonObject, PlantScene } from "@holdpoint/core";
import { FINDING_LOCATIONS_MAX, judgeScene, plantCheck, SECTIONS } from "@holdpoint/core";

const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * What must hold for every check, whatever it asks. Call it once in each `check.test.ts`.
 *
 * @example
 * testCheck("tests", check);
 */
export function testCheck(gate: string, check: Check): void {
  const { definition, plants } = check;
  describe(`${gate}/${definition.id}`, () => {
    it("has a complete definition", () => assertDefinition(check));
    it("plants every reason that it declares", () => {
      const planted = new Set(plants.map((plant) => plant.expect.code));
      assert.deepEqual([...planted].sort(), Object.keys(definition.reasons).sort());
      assert.equal(new Set(plants.map((plant) => plant.id)).size, plants.length, "plant ids are unique");
    });
    it("catches every plant for its reason, and passes what is sound", () => {
      const outcomes = plantCheck(gate, check);
      assert.ok(outcomes.length > plants.length, "the sound scene and the universal plants were judged too");
      for (const { plant, caught, got, expected } of outcomes)
        assert.ok(caught, `${plant}: ${got}, wanted ${expected}`);
    });
    it("is pure and says everything that a person needs", () => {
      for (const [name, scene] of scenes(check)) assertFinding(check, name, scene);
    });
    it("reads every parameter that it declares, and no other", () => {
      const read = new Set<string>();
      for (const [, scene] of scenes(check)) {
        judgeRecorded(check, scene, (name) => read.add(name));
      }
      assert.deepEqual([...read].sort(), Object.keys(definition.params).sort());
    });
  });
}

function assertDefinition(check: Check): void {
  const { id, title, question, motivation, remediation, sections, needs, reasons } = check.definition;
  assert.match(id, KEBAB);
  for (const text of [title, motivation, remediation]) assert.ok(text.length >= 12, `too short: ${text}`);
  assert.ok(question.endsWith("?"), question);
  assert.ok(sections.length > 0 && needs.length > 0 && check.plants.length > 0);
  const known = new Set(SECTIONS.map((section) => section.id));
  for (const section of sections) assert.ok(known.has(section), section);
  for (const [code, meaning] of Object.entries(reasons)) {
    assert.match(code, KEBAB);
    assert.ok(code !== "pass" && meaning.length >= 12, code);
  }
}

function scenes(check: Check): (readonly [string, PlantScene])[] {
  const sound = check.sound();
  return [["sound", sound], ...check.plants.map((plant) => [plant.id, plant.plant(sound)] as const)];
}

function assertFinding(check: Check, name: string, scene: PlantScene): void {
  const frozen = deepFreeze(structuredClone(scene));
  const first = judgeScene(check, frozen);
  assert.deepEqual(judgeScene(check, frozen), first, `${name}: judged twice`);
  assert.ok(first.reason.length > 0 && !/undefined|NaN|\[object/.test(first.reason), `${name}: ${first.reason}`);
  assert.ok(first.locations.length <= FINDING_LOCATIONS_MAX);
  if (first.outcome === "pass") return;
  assert.ok(first.observed !== null && first.threshold !== null, `${name}: says what was seen and what was wanted`);
  assert.match(first.flip ?? "", /^would /, `${name}: says what would flip it`);
}

/** Judges the scene with every parameter that the check looks at written down. */
function judgeRecorded(check: Check, scene: PlantScene, onRead: (name: string) => void): void {
  const recorded = (params: JsonObject): JsonObject =>
    new Proxy(params, {
      get: (target, name) => {
        onRead(String(name));
        return target[String(name)];
      },
    });
  judgeScene({ ...check, judge: (input) => check.judge({ ...input, params: recorded(input.params) }) }, scene);
}

/** A judge that writes into what it is given throws in strict mode. */
function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}
