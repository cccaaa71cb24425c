import assert from "node:assert/strict";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { CaseList } from "./case-list.ts";
import { NO_TOTALS, totalsDifferences } from "./differences.ts";
import { jsonLine } from "./json-lines.ts";
import { headText, textLines } from "./text-lines.ts";
import { rootName } from "./xml/root-name.ts";
import { classOf, withoutClass } from "./xml/type-name.ts";

const found = { file: null, className: null, suites: [], name: "a", status: "passed", message: null, line: 1 } as const;

test("a case is named, bounded and put in order whatever a reader found", () => {
  const list = new CaseList({ file: "r", root: "/w" });
  list.add({ ...found, durationMs: 1.23456, flaky: true, writtenIn: "/w/a.js", message: "  x  " });
  list.add({ ...found, status: "failed", durationMs: -1, flaky: true, message: "😀".repeat(1_500) });
  list.add({ ...found, name: "", durationMs: Number.POSITIVE_INFINITY, message: " " });
  const [first, second, third] = list.cases;
  assert.deepEqual(
    [first?.id, first?.file, first?.durationMs, first?.flaky, first?.message],
    ["a", "a.js", 1.235, true, "x"],
  );
  assert.deepEqual([second?.durationMs, second?.flaky, second?.message?.length], [null, false, 2_000]);
  assert.deepEqual([third?.id, third?.durationMs, third?.message], ["(unnamed)", null, null]);
  assert.equal(list.count("passed"), 2);
  assert.throws(() => list.add({ ...found, name: "x".repeat(70_000), durationMs: null }), {
    code: "HP-READ-TOO-LARGE",
    place: { file: "r", line: 1 },
  });
});

test("totals must fit one of the ways to count, else the nearest is told", () => {
  const declared = { ...NO_TOTALS, tests: 3, failures: 1 };
  const at = { suite: "s", line: 2, declared };
  assert.deepEqual(
    totalsDifferences(at, [
      { ...NO_TOTALS, tests: 2 },
      { ...NO_TOTALS, tests: 3, failures: 1 },
    ]),
    [],
  );
  assert.deepEqual(
    totalsDifferences(at, [
      { ...NO_TOTALS, tests: 2, failures: 2 },
      { ...NO_TOTALS, tests: 4 },
    ]),
    [{ suite: "s", line: 2, what: "tests", declared: 3, counted: 4 }],
  );
  assert.deepEqual(totalsDifferences(at, []), []);
});

test("lines end with LF or CRLF, and the last one may have no end", () => {
  const lines = [...textLines(Buffer.from("\ufeffa\r\n\nb\r"), "f")];
  assert.deepEqual(
    lines.map(({ text, number, ended }) => [text, number, ended]),
    [
      ["a", 1, true],
      ["", 2, true],
      ["b", 3, false],
    ],
  );
  assert.deepEqual([...textLines(Buffer.alloc(0), "f")], []);
  assert.throws(() => [...textLines(Buffer.from([0x61, 0xff]), "f")], { code: "HP-READ-ENCODING" });
});

test("a JSON line is an object, and one that is cut off is truncated only at the end of the file", () => {
  const read = (text: string, ended: boolean): string => {
    try {
      return JSON.stringify(jsonLine({ text, number: 7, ended }, "f"));
    } catch (thrown) {
      return isHoldpointError(thrown) ? `${thrown.code} ${thrown.place.line}:${thrown.place.column}` : "?";
    }
  };
  assert.equal(read('{"a":1}', true), '{"a":1}');
  assert.equal(read('{"a":', true), "HP-READ-SYNTAX 7:6");
  assert.equal(read('{"a":', false), "HP-READ-TRUNCATED 7:6");
  assert.equal(read("3", true), "HP-READ-SYNTAX 7:1");
  assert.equal(read('{"a":1,"a":2}', true), "HP-READ-DUPLICATE-KEY 7:8");
});

test("the root element is found behind whatever may stand before it", () => {
  const cases: Readonly<Record<string, string | null>> = {
    "<a/>": "a",
    '\ufeff<?xml version="1.0"?>\n<!-- <b> -->\n<!DOCTYPE a SYSTEM "a.dtd"><a b="c">': "a",
    "<x:a>": "x:a",
    "<?xml version='1.0'?>": null,
    "text <a>": null,
    "<!-- never ends": null,
    "{": null,
  };
  for (const [text, expected] of Object.entries(cases)) assert.equal(rootName(Buffer.from(text)), expected, text);
  assert.equal(headText(Buffer.from([0xfe, 0xff, 0x00, 0x61])), "a");
  assert.equal(headText(Buffer.from([0xc3])), "\ufffd");
});

test("classes of .NET are found in full names, and left out of short ones", () => {
  assert.equal(classOf("N.C.T"), "N.C");
  assert.equal(classOf('N.C.T("a.b", 1.5)'), "N.C");
  assert.equal(classOf("T"), null);
  assert.equal(classOf("N.C.T<A.B>"), "N.C");
  assert.equal(withoutClass("N.C.T(1.5)", "N.C"), "T(1.5)");
  assert.equal(withoutClass("N.CT", "N.C"), "N.CT");
  assert.equal(withoutClass("N.C.", "N.C"), "N.C.");
  assert.equal(withoutClass("T", null), "T");
});
