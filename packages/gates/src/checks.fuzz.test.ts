import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Check, PlantScene } from "@holdpoint/core";
import { judgeScene } from "@holdpoint/core";
import { GATES } from "./registry.ts";

const RUNS = 100;

interface Replacement {
  readonly number: number;
  readonly text: string;
  readonly times: number;
}

interface Place {
  readonly parent: Record<string, unknown>;
  readonly key: string;
}

/** Every value below the bodies of a scene, wherever it stands. */
function placesIn(value: unknown): Place[] {
  if (typeof value !== "object" || value === null) return [];
  const parent = value as Record<string, unknown>;
  return Object.keys(parent).flatMap((key) => [{ parent, key }, ...placesIn(parent[key])]);
}

/** Replaces one value of the evidence by another of the same type, as a collector that is wrong would. */
function mutated(scene: PlantScene, index: number, replacement: Replacement): PlantScene {
  const bodies = structuredClone(scene.bodies);
  const places = Object.values(bodies).flatMap((list) => list.flatMap(placesIn));
  const place = places[index % places.length];
  if (place !== undefined) place.parent[place.key] = replaced(place.parent[place.key], replacement);
  return { ...scene, bodies };
}

function replaced(value: unknown, { number, text, times }: Replacement): unknown {
  if (typeof value === "number") return number;
  if (typeof value === "string") return text;
  if (typeof value === "boolean") return !value;
  if (Array.isArray(value)) return Array.from({ length: times }, () => value).flat();
  return value;
}

const replacement = fc.record({
  number: fc.oneof(fc.nat(5), fc.constantFrom(2 ** 31, Number.MAX_SAFE_INTEGER)),
  text: fc.oneof(fc.string(), fc.constantFrom("", "__proto__", "constructor", "a\nb", "»".repeat(500), "2026-13-99")),
  times: fc.nat(3),
});

/** More covered than there is, ranges that are none, a percentage beyond 100: core refuses each with these words. */
const REFUSED = /is no count|is no range of lines|must be/;

function scenesOf(check: Check): readonly PlantScene[] {
  const sound = check.sound();
  return [sound, ...check.plants.map((plant) => plant.plant(sound))];
}

for (const gate of GATES) {
  test(`whatever a collector delivers, every check of ${gate.id} answers in full or is an error`, () => {
    let answered = 0;
    for (const check of gate.checks) {
      const scenes = scenesOf(check);
      const { id } = check.definition;
      const property = fc.property(fc.nat(scenes.length - 1), fc.nat(500), replacement, (at, index, other) => {
        const scene = scenes[at];
        assert.ok(scene !== undefined);
        const result = judgeScene(check, mutated(scene, index, other));
        assert.notEqual(result.code, "check-malformed", `${id}: ${result.reason}`);
        assert.doesNotMatch(result.reason, /undefined|NaN|\[object/, id);
        if (result.outcome === "error") assert.match(result.reason, REFUSED, `${id}: ${result.reason}`);
        else answered += 1;
      });
      fc.assert(property, { numRuns: RUNS });
    }
    assert.ok(answered > gate.checks.length * (RUNS / 2), `${answered} answers`);
  });
}
