import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { Interner } from "../counts/interner.ts";
import type { ReadCoverage } from "../read-report.ts";
import { readWhole } from "../read-report.ts";
import { lcov } from "./format.ts";
import { joinParts } from "./join-parts.ts";
import type { LcovPart } from "./part.ts";
import { LcovPartReader } from "./part.ts";

const FOLDER = new URL("./fixtures/", import.meta.url);
const SECTIONS = [
  ...readdirSync(FOLDER)
    .filter((name) => name.endsWith(".info"))
    .map((name) => readFileSync(new URL(name, FOLDER), "utf8")),
  "SF:a.ts\nDA:1,1\nDA:2,99999999999999999999\nLF:9\nend_of_record\n",
  "# made by hand\n\nSF:a.ts\nBRDA:1,0,0,1\nBRDA:1,0,x > 1,0\nend_of_record\n",
  "TN:t\nSF:b.ts\nend_of_record\n",
  "SF:b.ts\nFN:1,f\nFNDA:1,f\nDA:7,3\nDA:3,0\nend_of_record\n",
];

const options = () => ({ file: "a.info", interner: new Interner(), keepHits: true });

function part(text: string, isFirst: boolean): LcovPart {
  const reader = new LcovPartReader(options(), isFirst);
  reader.push(Buffer.from(text));
  return reader.finish();
}
const joined = (texts: readonly string[]): ReadCoverage =>
  joinParts(
    texts.map((text, index) => part(text, index === 0)),
    { file: "a.info" },
  );

test("parts say together what the whole says, with every line where it is", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...SECTIONS), { minLength: 1, maxLength: 12 }),
      fc.nat(3),
      (sections, size) => {
        const parts: string[] = [];
        sections.forEach((section, index) => {
          if (index % (size + 1) === 0) parts.push(section);
          else parts[parts.length - 1] += section;
        });
        assert.deepEqual(joined(parts), readWhole(lcov, Buffer.from(sections.join("")), options()));
      },
    ),
    { numRuns: 300 },
  );
});

test("more remarks than are kept are counted over all parts", () => {
  const many = "SF:b.ts\nend_of_record\n".repeat(900);
  assert.deepEqual(joined([many, many, many]).remarks, readWhole(lcov, Buffer.from(many.repeat(3)), options()).remarks);
});

test("only the first part can be of another format, and only all of them empty", () => {
  assert.throws(() => part("<html>\n", true), { code: "HP-READ-NOT-THE-FORMAT" });
  assert.throws(() => part("<html>\n", false), { code: "HP-READ-SYNTAX" });
  assert.throws(() => part("\ufeffSF:a\nend_of_record\n", false), { code: "HP-READ-SYNTAX" });
  assert.equal(joined(["\n\n", "SF:a\nDA:1,1\nend_of_record\n"]).files.size, 1);
  assert.throws(() => joined(["\n", "# nothing\n"]), { code: "HP-READ-EMPTY" });
  assert.throws(() => joined([]), { code: "HP-READ-EMPTY" });
});
