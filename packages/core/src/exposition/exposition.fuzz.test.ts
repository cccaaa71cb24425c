import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { expositionBody } from "./body.ts";
import { EXPOSITION_CODES } from "./codes.ts";
import { readExposition } from "./read-exposition.ts";

const RUNS = 500;
const CLASSIC =
  '# HELP a_total A.\n# TYPE a_total counter\na_total{b="1",c="x\\n"} 1 1700000000000\n' +
  '# HELP h H.\n# TYPE h histogram\nh_bucket{le="1"} 1\nh_bucket{le="+Inf"} 2\nh_sum 1.5\nh_count 2\n' +
  '# HELP s S.\n# TYPE s summary\ns{quantile="0.5"} 1\ns_sum 3\ns_count 2\n{"my.m",d="1"} NaN\n';
const OPEN =
  '# TYPE a counter\n# HELP a A.\na_total{b="1"} 1 # {t="x"} 0.5 1\na_created{b="1"} 1\n# TYPE i info\n# HELP i I.\n' +
  'i_info{v="1"} 1\n# TYPE t stateset\n# HELP t T.\nt{t="on"} 1\n# TYPE q gaugehistogram\n# UNIT q x\n' +
  'q_bucket{le="+Inf"} 1\nq_gsum 1\nq_gcount 1\n# EOF\n';
const PIECES = [
  "\n",
  "\r",
  '"',
  "\\",
  "{",
  "}",
  "#",
  " ",
  "\t",
  ",",
  "=",
  "NaN",
  "1e999",
  "# EOF\n",
  "# TYPE ",
  "\u{0}",
  "ü",
];

/** A text with pieces put in, taken out or turned around. */
const MUTATED = fc
  .tuple(
    fc.constantFrom(CLASSIC, OPEN),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 12 }), fc.constantFrom("", ...PIECES)), { minLength: 1, maxLength: 6 }),
  )
  .map(([text, changes]) =>
    changes.reduce((now, [at, length, piece]) => {
      const place = at % (now.length + 1);
      return now.slice(0, place) + piece + now.slice(place + length);
    }, text),
  );

function judged(page: string | Uint8Array, atMs = 1_700_000_000_000): ReturnType<typeof expositionBody> {
  const scrape = readExposition(page, { atMs });
  return expositionBody({ source: "fuzz", scrapes: [scrape, scrape], wanted: ["a_total"] });
}

test("no mutated text makes the reader throw, and every place that is told is in the text", () => {
  fc.assert(
    fc.property(MUTATED, (text) => {
      const lines = text.split("\n");
      for (const { line, column, code, text: said } of judged(text).problems) {
        assert.ok((EXPOSITION_CODES as readonly string[]).includes(code));
        assert.ok(line === null || (line >= 1 && line <= lines.length + 1), `${code} ${line}`);
        assert.ok(line === null || (column ?? 1) <= (lines[line - 1] ?? "").length + 1, `${code} ${said} ${column}`);
      }
    }),
    { numRuns: RUNS },
  );
});

test("no bytes make the reader throw", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      assert.equal(judged(bytes).source, "fuzz");
    }),
    { numRuns: RUNS },
  );
});

const NAME = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const VALUE = fc.string({ unit: "binary", maxLength: 10 }).map((text) => text.toWellFormed());
const escaped = (text: string): string => text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");

test("what is written as the format says is read as it was meant", () => {
  const entry = fc.tuple(
    NAME,
    fc.dictionary(NAME, VALUE, { maxKeys: 4 }),
    fc.double().map((value) => value || 0),
  );
  fc.assert(
    fc.property(fc.uniqueArray(entry, { selector: ([name]) => name, maxLength: 8 }), fc.boolean(), (entries, open) => {
      const lines = entries.map(([name, labels, value]) => {
        const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
        return `${name}${pairs.length === 0 ? "" : `{${pairs.join(",")}}`} ${value}\n`;
      });
      const page = readExposition(lines.join("") + (open ? "# EOF\n" : ""), { atMs: 0 });
      assert.deepEqual(page.faults, []);
      const read = page.families.flatMap(({ samples }) => samples);
      assert.deepEqual(
        read.map((one) => [one.name, Object.fromEntries(one.labels), one.value]),
        entries.map(([name, labels, value]) => [name, { ...labels }, value]),
      );
    }),
    { numRuns: RUNS },
  );
});

test("one line that is taken out of a sound histogram, and any bucket that is moved, is noticed", () => {
  const buckets = fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(buckets, fc.nat(), (own, at) => {
      let count = 0;
      const lines = own.map((one, index) => `h_bucket{le="${index}"} ${(count += one)}\n`);
      const samples = [...lines, `h_bucket{le="+Inf"} ${count}\n`, "h_sum 1\n", `h_count ${count}\n`];
      const head = "# HELP h H.\n# TYPE h histogram\n";
      assert.deepEqual(judged(head + samples.join("")).problems, []);
      const last = samples.slice(lines.length);
      const without = last.filter((_, index) => index !== at % last.length);
      assert.notDeepEqual(judged(head + [...lines, ...without].join("")).problems, []);
      const moved = [...lines, `h_bucket{le="+Inf"} ${count + 1}\n`, ...last.slice(1)];
      assert.ok(judged(head + moved.join("")).problems.some(({ code }) => code === "inf-not-count"));
    }),
    { numRuns: RUNS },
  );
});
