import assert from "node:assert/strict";
import { test } from "node:test";
import { harm, seededRandom } from "@holdpoint/testkit";
import fc from "fast-check";
import { readBothWays } from "./testing.ts";

const small = fc.nat({ max: 4 });
const line = fc
  .record({ nr: fc.integer({ min: 1, max: 40 }), mi: small, ci: small, mb: small, cb: small })
  .map(({ nr, mi, ci, mb, cb }) => `<line nr="${nr}" mi="${mi}" ci="${ci}" mb="${mb}" cb="${cb}"/>`);
const counter = fc
  .record({ type: fc.constantFrom("INSTRUCTION", "BRANCH", "LINE", "METHOD"), isHit: fc.boolean() })
  .map(({ type, isHit }) => `<counter type="${type}" missed="${isHit ? 0 : 1}" covered="${isHit ? 1 : 0}"/>`);
const method = fc
  .record({
    name: fc.constantFrom("f", "&lt;init&gt;", "lambda$a$0", "é", ""),
    line: fc.constantFrom(' line="3"', ' line="9"', ' line="12"', ""),
    counters: fc.array(counter, { maxLength: 4 }),
  })
  .map((each) => `<method name="${each.name}" desc="()V"${each.line}>${each.counters.join("")}</method>`);
const file = fc
  .record({
    name: fc.constantFrom("A.java", "B.kt"),
    isNamed: fc.boolean(),
    methods: fc.array(method, { maxLength: 5 }),
    lines: fc.array(line, { maxLength: 8 }),
    counters: fc.array(counter, { maxLength: 2 }),
  })
  .map(({ name, isNamed, methods, lines, counters }) => {
    const named = isNamed ? ` sourcefilename="${name}"` : "";
    const own = `<class name="p/A"${named}>${methods.join("")}${counters.join("")}</class>`;
    return `${own}<sourcefile name="${name}">${lines.join("")}${counters.join("")}</sourcefile>`;
  });
const report = fc
  .array(file, { minLength: 1, maxLength: 4 })
  .map((files) => `<report name="r"><package name="p">${files.join("\n")}</package></report>`);

/** What producers could write where JaCoCo does not. */
const SWAPS: readonly (readonly [RegExp, string])[] = [
  [/" /, '"\n'],
  [/"\/>/, '" />'],
  [/="(\d+)"/, "='$1'"],
  [/="(\d+)"/, '="-$1"'],
  [/="(\d+)"/, '="$1000000000"'],
  [/="(\d+)"/, '="&#48;$1"'],
  [/ (\w+="\d+")/, " $1 $1"],
  [/ \w+="\d+"/, ""],
  [/ (\w+="\d+") (\w+="\d+")/, " $2 $1"],
  [/<line/, "<counter"],
  [/<\/method>/, ""],
  [/"METHOD"/, '"LINE"'],
];

/** One of the places that a pattern fits, written otherwise. */
function swapped(source: string, random: () => number): string {
  const [pattern, to] = SWAPS[Math.floor(random() * SWAPS.length)] ?? [/$/, ""];
  const places = [...source.matchAll(new RegExp(pattern, "g"))];
  const place = places[Math.floor(random() * places.length)];
  if (place === undefined) return source;
  return source.slice(0, place.index) + source.slice(place.index).replace(pattern, to);
}

const cutting = fc.array(fc.nat({ max: 2_000 }), { maxLength: 6 });

test("a report, sound or harmed, cut anywhere, is read and refused alike with and without a look for what is plain", () => {
  const seen = { accepted: 0, refused: 0, plain: 0, partly: 0 };
  fc.assert(
    fc.property(report, fc.nat(), cutting, (sound, seed, cuts) => {
      const random = seededRandom(seed);
      const kind = seed % 4;
      const text = kind === 1 || kind === 2 ? swapped(sound, random) : sound;
      const bytes = kind === 3 ? harm(Buffer.from(text), random) : Buffer.from(text);
      const { general, plain, plainBytes } = readBothWays(bytes, cuts);
      assert.deepEqual(plain, general, text);
      if (typeof general === "object" && general !== null && "code" in general) seen.refused += 1;
      else seen.accepted += 1;
      if (plainBytes > 0) seen.plain += 1;
      if (plainBytes > 0 && kind !== 0) seen.partly += 1;
    }),
    { numRuns: 3_000 },
  );
  const { accepted, refused, plain, partly } = seen;
  assert.ok(accepted > 1_000 && refused > 700 && plain > 1_500 && partly > 800, JSON.stringify(seen));
});
