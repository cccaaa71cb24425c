import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { ERRORS, HoldpointError } from "@holdpoint/core";
import { FIXTURE_GATES, FIXTURE_YAML } from "./fixture.ts";
import { readConfig } from "./read-config.ts";

const SOUND = new TextEncoder().encode(FIXTURE_YAML);

/** A configuration, or a registered error with the file's name; never anything else. */
function tryRead(bytes: Uint8Array): "read" | "refused" {
  try {
    assert.equal(readConfig(bytes, "holdpoint.yaml", FIXTURE_GATES).version, 1);
    return "read";
  } catch (error) {
    assert.ok(error instanceof HoldpointError, `not a registered error: ${String(error)}`);
    assert.ok(error.code.startsWith("HP-CONFIG-"), error.code);
    assert.equal(ERRORS[error.code].exit, 2);
    assert.equal(error.place.file, "holdpoint.yaml");
    return "refused";
  }
}

test("any bytes are read or refused", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void tryRead(bytes)),
    { numRuns: 500 },
  );
});

test("any text made of what YAML is made of is read or refused", () => {
  const part = fc.constantFrom(
    "- ",
    ": ",
    "\n",
    "  ",
    "[",
    "]",
    "{",
    "}",
    "&a ",
    "*a",
    "!t ",
    "|",
    ">",
    '"',
    "'",
    "#",
    "---",
    "...",
    "%",
    "\t",
    "?",
    ",",
    "version",
    "1",
    "profiles",
    "gates",
    "<<",
    "~",
    "\r\n",
    "é",
    "\u2028",
  );
  const text = fc.array(part, { maxLength: 60 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, (yaml) => void tryRead(new TextEncoder().encode(yaml))),
    { numRuns: 1_500 },
  );
});

test("a sound file with some bytes changed is read or refused", () => {
  let refused = 0;
  const edits = fc.array(fc.tuple(fc.nat(SOUND.length - 1), fc.integer({ min: 0, max: 255 })), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(edits, (changes) => {
      const bytes = SOUND.slice();
      for (const [at, byte] of changes) bytes[at] = byte;
      if (tryRead(bytes) === "refused") refused += 1;
    }),
    { numRuns: 1_000 },
  );
  assert.ok(refused > 0, "some harm was seen");
});

test("a sound file cut short is refused or still whole", () => {
  const seen = { read: 0, refused: 0 };
  for (let length = 0; length <= SOUND.length; length += 1) seen[tryRead(SOUND.slice(0, length))] += 1;
  assert.ok(seen.refused > SOUND.length / 2);
  assert.ok(seen.read > 0);
});

test("nesting of any depth is refused, not a crash", () => {
  for (const open of ["[", "{a: ", "- ", "? ", "[a, {b: "]) {
    for (const depth of [100, 2_000, 40_000]) tryRead(new TextEncoder().encode(open.repeat(depth).slice(0, 200_000)));
  }
});
