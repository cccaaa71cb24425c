import assert from "node:assert/strict";
import { test } from "node:test";
import { harm, readOrRefuse, seededRandom } from "@holdpoint/testkit";
import fc from "fast-check";
import { clover } from "../clover/format.ts";
import { cobertura } from "../cobertura/format.ts";
import { countLineHits, linesOf } from "../counts/line-hits.ts";
import { countPoints } from "../counts/points.ts";
import { jacoco } from "../jacoco/format.ts";
import { opencover } from "../opencover/format.ts";
import type { CoverageFormatReader, ReadCoverage } from "../read-report.ts";
import { readCut, readText } from "./testing.ts";

interface Line {
  readonly line: number;
  readonly hits: number;
  readonly ways: readonly boolean[];
}

interface Source {
  readonly path: string;
  readonly lines: readonly Line[];
}

const line: fc.Arbitrary<Line> = fc.record({
  line: fc.integer({ min: 1, max: 400 }),
  hits: fc.oneof(fc.constant(0), fc.nat({ max: 5_000_000 })),
  ways: fc.oneof(fc.constant([]), fc.array(fc.boolean(), { minLength: 1, maxLength: 5 })),
});
const source: fc.Arbitrary<Source> = fc.record({
  path: fc.constantFrom("a.x", 'src/ü & <b>\'s "c".x', "d/e.x", "😀.x"),
  lines: fc
    .uniqueArray(line, { selector: (each) => each.line, minLength: 1, maxLength: 30 })
    .map((lines) => lines.toSorted((a, b) => a.line - b.line)),
});
const model = fc.uniqueArray(source, { selector: ({ path }) => path, minLength: 1, maxLength: 4 });

/** Writes tags in the many ways that XML allows. */
class Writer {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = seededRandom(seed);
  }

  #one(...choices: readonly string[]): string {
    return choices[Math.floor(this.#random() * choices.length)] ?? "";
  }

  tag(name: string, attributes: Readonly<Record<string, string | number>>, content = ""): string {
    const list = Object.entries(attributes).map(([key, value]) => {
      const quote = this.#one('"', '"', "'");
      const equals = this.#one("=", "=", " = ");
      return `${this.#one(" ", " ", "\n ", "\t")}${key}${equals}${quote}${this.#escaped(value)}${quote}`;
    });
    const between = this.#one("", "", "\n", " ", "<!-- <line/> -->", "<?x y?>");
    const open = `${between}<${name}${list.join("")}${this.#one("", " ")}`;
    return content === "" && this.#random() < 0.8 ? `${open}/>` : `${open}>${content}</${name}${this.#one("", "\n")}>`;
  }

  #escaped(value: string | number): string {
    return `${value}`.replace(/[&<"'ü]/gu, (character) =>
      character === "ü" ? this.#one("ü", "&#252;", "&#xFc;") : `&#${character.codePointAt(0) ?? 0};`,
    );
  }
}

const taken = ({ ways }: Line): number => ways.filter(Boolean).length;

type Write = (writer: Writer, files: readonly Source[]) => string;

const FORMATS: readonly (readonly [CoverageFormatReader, Write])[] = [
  [
    cobertura,
    (w, files) => {
      const condition = (each: Line): Record<string, string> =>
        each.ways.length === 0
          ? {}
          : { branch: "true", "condition-coverage": `1% (${taken(each)}/${each.ways.length})` };
      const all = files.map(({ path, lines }) => {
        const list = lines.map((each) => w.tag("line", { number: each.line, hits: each.hits, ...condition(each) }));
        return w.tag("class", { name: "c", filename: path }, w.tag("lines", {}, list.join("")));
      });
      return w.tag("coverage", { version: 1, "lines-valid": "0" }, w.tag("packages", {}, all.join("")));
    },
  ],
  [
    jacoco,
    (w, files) => {
      const all = files.map(({ path, lines }) => {
        const list = lines.map((each) => {
          const covered = Math.min(each.hits, 3);
          const cb = taken(each);
          return w.tag("line", { nr: each.line, mi: 3 - covered, ci: covered, mb: each.ways.length - cb, cb });
        });
        return w.tag("sourcefile", { name: path }, list.join(""));
      });
      return w.tag("report", { name: "r" }, w.tag("package", { name: "" }, all.join("")));
    },
  ],
  [
    clover,
    (w, files) => {
      const all = files.map(({ path, lines }) => {
        const list = lines.map((each) =>
          each.ways.length === 0
            ? w.tag("line", { num: each.line, type: "stmt", count: each.hits })
            : w.tag("line", {
                num: each.line,
                type: "cond",
                count: each.hits,
                truecount: taken(each),
                falsecount: each.ways.length - taken(each),
              }),
        );
        return w.tag("file", { name: "n", path }, list.join(""));
      });
      return w.tag("coverage", { clover: 1 }, w.tag("project", {}, all.join("")));
    },
  ],
  [
    opencover,
    (w, files) => {
      const ids = files.map(({ path }, uid) => w.tag("File", { uid: uid + 1, fullPath: path }));
      const methods = files.map(({ lines }, uid) => {
        const points = lines.map((each) => w.tag("SequencePoint", { vc: each.hits, sl: each.line, fileid: uid + 1 }));
        const branches = lines.flatMap((each) =>
          each.ways.map((way) => w.tag("BranchPoint", { vc: way ? 3 : 0, sl: each.line, fileid: uid + 1 })),
        );
        return w.tag("Method", {}, [...points, ...branches].join(""));
      });
      const content = w.tag("Files", {}, ids.join("")) + w.tag("Classes", {}, methods.join(""));
      return w.tag("CoverageSession", {}, w.tag("Module", {}, content));
    },
  ],
];

/** By path: lines hit, lines not hit, branches, and how often the lines were hit. */
function expected(files: readonly Source[], hasHits: boolean): Record<string, unknown> {
  return Object.fromEntries(
    files.map(({ path, lines }) => {
      const total = lines.reduce((sum, { ways }) => sum + ways.length, 0);
      const covered = lines.reduce((sum, each) => sum + taken(each), 0);
      const branches = total === 0 ? null : { covered, total };
      const of = (isHit: boolean): number[] => lines.filter(({ hits }) => hits > 0 === isHit).map((each) => each.line);
      return [path, [of(true), of(false), branches, hasHits ? lines.map(({ hits }) => hits) : null]];
    }),
  );
}

function told(report: ReadCoverage): Record<string, unknown> {
  return Object.fromEntries(
    [...report.files].map(([path, { lines, branches, hits }]) => {
      const of = (isHit: boolean): number[] => (lines === null ? [] : [...linesOf(lines, isHit)]);
      return [path, [of(true), of(false), branches && countPoints(branches), hits && [...hits]]];
    }),
  );
}

/** One digit is another: most such reports can be read. */
function nudge(sound: Buffer, random: () => number): Buffer {
  const digits = [...sound.keys()].filter((at) => (sound[at] ?? 0) >= 0x30 && (sound[at] ?? 0) <= 0x39);
  const bytes = Buffer.from(sound);
  const at = digits[Math.floor(random() * digits.length)] ?? 0;
  bytes[at] = 0x30 + Math.floor(random() * 10);
  return bytes;
}

const cutting = fc.array(fc.nat({ max: 4_000 }), { maxLength: 12 });

for (const [format, write] of FORMATS) {
  test(`${format.format}: what was written is what is read, however it is cut`, () => {
    fc.assert(
      fc.property(model, fc.nat(), cutting, (files, seed, cuts) => {
        const bytes = Buffer.from(`<?xml version="1.0"?>\n${write(new Writer(seed), files)}\n`);
        const wanted = expected(files, format.format !== "jacoco");
        assert.deepEqual(told(readText(format, bytes)), wanted);
        assert.deepEqual(told(readCut(format, bytes, cuts)), wanted);
        assert.ok(format.looksLike(bytes));
        for (const [other] of FORMATS) if (other !== format) assert.ok(!other.looksLike(bytes), other.format);
      }),
      { numRuns: 300 },
    );
  });

  test(`${format.format}: a harmed report is refused or read, and means the same however it is cut`, () => {
    let refused = 0;
    let accepted = 0;
    fc.assert(
      fc.property(model, fc.nat(), cutting, (files, seed, cuts) => {
        const sound = Buffer.from(write(new Writer(seed), files));
        const bytes = seed % 2 === 0 ? harm(sound, seededRandom(seed + 1)) : nudge(sound, seededRandom(seed + 1));
        const whole = readOrRefuse(() => readText(format, bytes));
        const cut = readOrRefuse(() => readCut(format, bytes, cuts));
        assert.deepEqual(cut && told(cut), whole && told(whole));
        assert.deepEqual(cut?.remarks, whole?.remarks);
        if (whole === null) refused += 1;
        else accepted += 1;
        for (const { lines } of whole?.files.values() ?? []) {
          const { covered, total } = countLineHits(lines ?? new Uint32Array());
          assert.ok(covered <= total);
        }
      }),
      { numRuns: 600 },
    );
    assert.ok(refused > 200 && accepted > 100, `${refused} refused, ${accepted} accepted`);
  });

  test(`${format.format}: a report cut off anywhere is refused`, () => {
    const files: Source[] = [{ path: "a.x", lines: [{ line: 3, hits: 1, ways: [true, false] }] }];
    const bytes = Buffer.from(write(new Writer(7), files));
    for (let end = 0; end < bytes.length; end += 1) {
      assert.equal(
        readOrRefuse(() => readText(format, bytes.subarray(0, end))),
        null,
        `${end}`,
      );
    }
    assert.ok(readOrRefuse(() => readText(format, bytes)));
  });
}
