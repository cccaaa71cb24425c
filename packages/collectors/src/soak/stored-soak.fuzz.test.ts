import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json, JsonObject, SoakBody, SoakRunRecord } from "@holdpoint/core";
import { canonicalize, replaySoak, sha256Hex } from "@holdpoint/core";
import fc from "fast-check";
import { soakFaults } from "./stored-soak.ts";
import { RUN, storedTexts } from "./testing-stored.ts";

type Path = readonly (string | number)[];

/** Every place in a value that has something in it. */
function placesIn(value: Json, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const members = Object.entries(value as JsonObject);
  const inner = members.flatMap(([key, member]) =>
    placesIn(member, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length === 0 ? inner : [path, ...inner];
}

function put(value: Json, [key, ...rest]: Path, next: Json): Json {
  if (key === undefined) return next;
  const copy = (Array.isArray(value) ? [...(value as Json[])] : { ...(value as object) }) as Record<string, Json>;
  copy[key] = put(copy[key] ?? null, rest, next);
  return copy;
}

const wrong = fc.constantFrom<Json>(null, true, -1, 1.5, "", "x", [], [null], {}, { x: 1 });

/** The same change wherever it is told, with the digest that goes with it: as somebody would who knows. */
function changed(file: "run.json" | "soak.json", path: Path, value: Json): Map<string, Json> {
  const texts = storedTexts();
  texts[file] = put(texts[file] as Json, path, value);
  const body = texts["soak.json"] as JsonObject;
  const plan = (texts["run.json"] as JsonObject)["plan"] as Json;
  texts["soak.json"] = { ...body, planSha256: sha256Hex(canonicalize(plan)) };
  const iterations = body["iterations"];
  if (Array.isArray(iterations)) {
    for (const [index, one] of (iterations as Json[]).entries()) texts[`ITER_SUMMARY_${index + 1}.json`] = one;
  }
  return new Map(Object.entries(texts));
}

for (const file of ["run.json", "soak.json"] as const) {
  test(`whatever stands in ${file}, it is told or can be replayed`, () => {
    const places = placesIn(storedTexts()[file] as Json);
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(...places), wrong, (path, value) => {
        const texts = changed(file, path, value);
        if (soakFaults(RUN, { run: RUN }, texts).length > 0) {
          refused += 1;
          return;
        }
        const { plan } = texts.get("run.json") as unknown as SoakRunRecord;
        const { iterations } = texts.get("soak.json") as unknown as SoakBody;
        assert.equal(typeof replaySoak(plan, iterations).agrees, "boolean");
      }),
      { numRuns: 400 },
    );
    assert.ok(refused > 200, `${refused} were refused`);
  });
}
