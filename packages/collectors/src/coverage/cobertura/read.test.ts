import assert from "node:assert/strict";
import { test } from "node:test";
import { HITS_MAX } from "../counts/hit-counts.ts";
import { LINE_MAX } from "../counts/line-hits.ts";
import { figures, mismatchesOf, readText, refusal, remarksOf } from "../xml/testing.ts";
import { cobertura } from "./format.ts";

/** A report of one class with these lines; what is added stands in the root's tag. */
function report(lines: string, root = 'line-rate="1"', file = 'filename="a.py"'): string {
  const start = `<coverage ${root}><packages><package><classes><class ${file}><lines>\n`;
  return `${start}${lines}</lines></class></classes></package></packages></coverage>`;
}

test("totals come from the lines, and totals and rates that lie are told", () => {
  const lines = '<line number="1" hits="0"/><line number="2" hits="1"/>';
  const lying = readText(cobertura, report(lines, 'lines-valid="2" lines-covered="2" line-rate="1"'));
  assert.equal(figures(lying, "a.py"), "1/2 - - - [1]");
  assert.deepEqual(mismatchesOf(lying), ["lines 1 2/2 1/2"]);
  const rated = readText(cobertura, report(lines, 'line-rate="0.9812"'));
  assert.deepEqual(mismatchesOf(rated), []);
  assert.deepEqual(remarksOf(rated), ["rate-differs 1:1"]);
  assert.deepEqual(remarksOf(readText(cobertura, report(lines, 'line-rate="NaN"'))), ["rate-differs 1:1"]);
  assert.deepEqual(remarksOf(readText(cobertura, report(lines, 'line-rate="0,5"'))), ["rate-differs 1:1"]);
  assert.deepEqual(remarksOf(readText(cobertura, report(lines, 'line-rate="0.50"'))), []);
  assert.deepEqual(mismatchesOf(readText(cobertura, report(lines, 'lines-covered="2"'))), ["lines 1 2/2 1/2"]);
  assert.deepEqual(mismatchesOf(readText(cobertura, report(lines, 'lines-valid="3"'))), ["lines 1 1/3 1/2"]);
  const branches = readText(cobertura, report(lines, 'branches-valid="4" branches-covered="4" line-rate="0.5"'));
  assert.deepEqual(mismatchesOf(branches), ["branches 1 4/4 0/0"]);
});

test("a package and a class that declare another rate than theirs are told where they stand", () => {
  const source = `<coverage line-rate="0.5"><packages>
<package line-rate="0.9"><classes>
<class filename="a.py" line-rate="0.8"><lines><line number="1" hits="0"/><line number="2" hits="1"/></lines></class>
</classes></package></packages></coverage>`;
  assert.deepEqual(remarksOf(readText(cobertura, source)), ["rate-differs 2:1", "rate-differs 3:1"]);
});

test("a line that stands twice in a class counts once, and the more of its ways", () => {
  const twice = readText(
    cobertura,
    report(
      '<line number="2" hits="0" branch="true" condition-coverage="0% (0/2)"/>' +
        '<line number="1" hits="1"/><line number="2" hits="3" branch="true" condition-coverage="50% (2/4)"/>',
      "line-rate='1'",
    ),
  );
  assert.equal(figures(twice, "a.py"), "2/2 2/4 - - []");
});

test("counts beyond 64 bits are the largest, and told", () => {
  const found = readText(cobertura, report(`<line number="1" hits="${"9".repeat(40)}"/><line number="2" hits="7"/>`));
  assert.deepEqual([...(found.files.get("a.py")?.hits ?? [])], [HITS_MAX, 7]);
  assert.deepEqual(remarksOf(found), ["hits-saturated 2:24"]);
});

test("entities, quotes and white space in tags mean what XML says", () => {
  const source = `<coverage
  line-rate = '1' >
  <!-- line number="9" hits="9" -->
  <packages ><package><classes><class filename = 'src/&lt;a&gt; &amp; &#x62;&#99;.py'
  ><lines>
  <line hits='1'
    number = "1" /><line number="2" hits="1"></line><![CDATA[ <line number="3" hits="0"/> ]]>
  </lines></class></classes></package></packages></coverage>`;
  assert.equal(figures(readText(cobertura, source), "src/<a> & bc.py"), "2/2 - - - []");
});

test("a report without any class measures nothing, and says so", () => {
  const none = readText(cobertura, '<coverage line-rate="1"><packages/></coverage>');
  assert.equal(none.files.size, 0);
  assert.deepEqual(remarksOf(none), ["nothing-measured 1:null"]);
});

test("what no Cobertura report holds is refused at its place", () => {
  const line = (attributes: string): string => report(`<line ${attributes}/>`);
  const cases: readonly (readonly [string, string])[] = [
    [line('number="1" hits="undefined"'), "HP-READ-SYNTAX 2:24"],
    [line('number="1" hits="====="'), "HP-READ-SYNTAX 2:24"],
    [line('number="1" hits="-1"'), "HP-READ-SYNTAX 2:24"],
    [line('number="1" hits="1.5"'), "HP-READ-SYNTAX 2:24"],
    [line('number="1" hits=""'), "HP-READ-SYNTAX 2:24"],
    [line('number="1" hits=" 1"'), "HP-READ-SYNTAX 2:24"],
    [line('number="1"'), "HP-READ-SYNTAX 2:1"],
    [line('hits="1"'), "HP-READ-SYNTAX 2:1"],
    [line('number="0" hits="1"'), "HP-READ-SYNTAX 2:15"],
    [line(`number="${LINE_MAX + 1}" hits="1"`), "HP-READ-SYNTAX 2:15"],
    [line('number="1" hits="1" branch="true" condition-coverage="150% (3/2)"'), "HP-READ-SYNTAX 2:61"],
    [line('number="1" hits="1" branch="true" condition-coverage="50% (1/"'), "HP-READ-SYNTAX 2:61"],
    [line('number="1" hits="1" branch="true" condition-coverage="50% (1/2) "'), "HP-READ-SYNTAX 2:61"],
    [line('number="1" hits="1" branch="true" condition-coverage="50% (1-2)"'), "HP-READ-SYNTAX 2:61"],
    [line('number="1" hits="1" branch="true" condition-coverage="0% (0/70000)"'), "HP-READ-SYNTAX 2:61"],
    [line('number="1" number="2" hits="1"'), "HP-READ-DUPLICATE-KEY 2:18"],
    [report("", 'line-rate="1"', ""), "HP-READ-SYNTAX 1:53"],
    [report("", 'line-rate="1"', 'filename=" "'), "HP-READ-SYNTAX 1:70"],
    [report("", 'line-rate="1" lines-valid="-3"'), "HP-READ-SYNTAX 1:38"],
    [report("<class filename='b'/>"), "HP-READ-SYNTAX 2:1"],
    ['<coverage line-rate="1"><line number="1" hits="1"/></coverage>', "HP-READ-SYNTAX 1:25"],
    ['<coverage line-rate="1"><lines/></coverage>', "HP-READ-SYNTAX 1:25"],
    ['<coverage line-rate="1"><method/></coverage>', "HP-READ-SYNTAX 1:25"],
    [report('<line number="1" hits="1"><line number="2" hits="1"/></line>'), "HP-READ-SYNTAX 2:27"],
    [report("").slice(0, -4), "HP-READ-TRUNCATED 2:55"],
    [`${report("")}<coverage/>`, "HP-READ-SYNTAX 2:59"],
    ["<report/>", "HP-READ-NOT-THE-FORMAT 1:1"],
    ["<html><body>502</body></html>", "HP-READ-NOT-THE-FORMAT 1:1"],
    ["<!DOCTYPE html>\n<html>", "HP-READ-NOT-THE-FORMAT 1:1"],
    ['<coverage clover="3"><project/></coverage>', "HP-READ-NOT-THE-FORMAT 1:22"],
    ['<coverage version="1"><file path="a"/></coverage>', "HP-READ-NOT-THE-FORMAT 1:23"],
    ['<coverage version="1"><class filename="a"/></coverage>', "HP-READ-NOT-THE-FORMAT 1:23"],
    ["<coverage/>", "HP-READ-NOT-THE-FORMAT 1:1"],
    ["{}", "HP-READ-NOT-THE-FORMAT 1:1"],
    ["SF:a.ts\nend_of_record\n", "HP-READ-NOT-THE-FORMAT 1:1"],
    ["", "HP-READ-EMPTY undefined:undefined"],
  ];
  assert.deepEqual(
    cases.map(([source]) => [source, refusal(cobertura, source)]),
    cases,
  );
});

test("a few bytes cannot claim more branches than a machine holds", () => {
  const line = '<line number="1" hits="1" branch="true" condition-coverage="0% (0/65535)"/>';
  assert.match(refusal(cobertura, report(line.repeat(20))), /^HP-READ-TOO-LARGE /);
});

test("the head of a report tells it from those that name their root alike", () => {
  const fits = (head: string): boolean => cobertura.looksLike(Buffer.from(head));
  assert.ok(fits('<?xml version="1.0"?>\n<coverage line-rate="1"><sources>'));
  assert.ok(fits("<coverage><!-- x --><packages>"));
  assert.ok(fits('<coverage lines-valid="1">'));
  assert.ok(!fits('<coverage clover="1"><project>'));
  assert.ok(!fits('<coverage version="1"><file path="a">'));
  assert.ok(!fits("<coverage>"));
  assert.ok(!fits("<report><package>"));
  assert.ok(!fits('<report line-rate="1"><packages>'));
  assert.ok(!fits("<coverage line-rate='1'&>"));
  assert.ok(!fits(""));
});
