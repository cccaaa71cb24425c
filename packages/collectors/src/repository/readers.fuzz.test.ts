import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import fc from "fast-check";
import { readChangelog } from "./changelog.ts";
import { readVersion } from "./versions/read-version.ts";

const RUNS = 300;

/** A valid manifest of each kind; each names version 1.2.3. */
const SEEDS: Readonly<Record<string, string>> = {
  "package.json": '{ "name": "a", "version": "1.2.3", "scripts": { "x": "y" } }\n',
  "pyproject.toml": '# c\n[project]\nname = "a"\nversion = "1.2.3"\nx = [1, {a = "b"}]\n[tool.a]\nb = """c\n"""\n',
  "Cargo.toml": '[package]\nname = "a"\nversion = "1.2.3"\n[[bin]]\npath = \'b\'\n',
  "pom.xml": '<?xml version="1.0"?>\n<project><version>1.2.3</version><a b="c">&lt;</a></project>\n',
  "a.csproj": '<Project><PropertyGroup A="1"><Version>1.2.3</Version></PropertyGroup></Project>\n',
  "build.gradle": "/* c */\nplugins { id 'a' }\nversion = '1.2.3' // d\n",
  "gradle.properties": "# c\nversion=1.2.3\n",
  "a.gemspec": 'Gem::Specification.new do |s|\n  s.version = "1.2.3"\nend\n',
  "version.rb": 'module A\n  VERSION = "1.2.3"\nend\n',
  VERSION: "1.2.3\n",
};

const HOSTILE = [
  "\0",
  "\uFEFF",
  "\r",
  "\n",
  "{",
  "}",
  "[",
  "]",
  '"',
  "'",
  "<",
  "&",
  "#",
  "=",
  ".",
  "\\",
  "/*",
  '"""',
  "\u0001",
  "é",
];

/** Everything but a version, null or a registered error with the file is a defect. */
function read(bytes: Uint8Array, file: string): string | null | undefined {
  try {
    const version = readVersion(bytes, file);
    assert.ok(version === null || version.length > 0);
    return version;
  } catch (thrown) {
    assert.ok(isHoldpointError(thrown), String(thrown));
    assert.equal(thrown.place.file, file);
    return undefined;
  }
}

describe("version readers", () => {
  for (const [file, seed] of Object.entries(SEEDS)) {
    test(`${file}: sound, then cut at every byte`, () => {
      const bytes = Buffer.from(seed);
      assert.equal(read(bytes, file), "1.2.3");
      for (let size = 0; size < bytes.length; size += 1) read(bytes.subarray(0, size), file);
    });

    test(`${file}: mutated`, () => {
      const edit = fc.record({
        at: fc.nat(seed.length),
        gone: fc.nat(5),
        put: fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 4 })),
      });
      fc.assert(
        fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
          const text = edits.reduce(
            (whole, { at, gone, put }) => whole.slice(0, at) + put + whole.slice(at + gone),
            seed,
          );
          read(Buffer.from(text), file);
        }),
        { numRuns: RUNS },
      );
    });

    test(`${file}: any bytes`, () => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void read(bytes, file)),
        { numRuns: RUNS },
      );
    });

    test(`${file}: one sign a hundred thousand times`, () => {
      for (const sign of HOSTILE) read(Buffer.from(sign.repeat(100_000)), file);
    });
  }
});

test("a changelog of any text ends in an entry that lies inside of it", () => {
  const line = fc.oneof(
    fc.constantFrom("## [1.2.3] - 2026-01-01", "# Unreleased", "1.0", "===", "---", "```", "Version 2.0", "", "- a"),
    fc.string({ maxLength: 20 }),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), fc.constantFrom("\n", "\r\n", "\r"), (lines, end) => {
      const text = lines.join(end);
      const { version, line: at, sizeChars } = readChangelog(text, "C");
      assert.equal(version === null, at === null);
      assert.ok(sizeChars <= text.length);
      if (version !== null && at !== null) assert.ok((text.split(/\r\n|\n|\r/)[at - 1] ?? "").includes(version));
    }),
    { numRuns: 2000 },
  );
});
