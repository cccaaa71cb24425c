import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { figures, mismatchesOf, readCut, readText, remarksOf } from "../xml/testing.ts";
import { cobertura } from "./format.ts";

const fixture = (name: string): string => readFileSync(new URL(`./fixtures/${name}.xml`, import.meta.url), "utf8");

const COVERAGE_PY = fixture("coverage-py");

test("coverage.py: named in a comment, paths below a source folder, branches of a line in one number", () => {
  const report = readText(cobertura, COVERAGE_PY);
  assert.equal(figures(report, "price.py"), "3/4 1/2 - - [5]");
  assert.equal(figures(report, "__init__.py"), "- - - - []");
  assert.equal(report.instrumenter, "coverage.py");
  assert.deepEqual(report.folders, ["/build/app/src"]);
  assert.deepEqual(mismatchesOf(report), []);
  assert.deepEqual(remarksOf(report), ["nothing-measured 10:5"]);
});

const GCOVR = fixture("gcovr");

test("gcovr: the lines of methods repeat those of the class and count once", () => {
  const report = readText(cobertura, GCOVR);
  assert.equal(figures(report, "a.c"), "2/3 2/4 1/1 - [6]");
  assert.equal(report.instrumenter, "gcovr");
  assert.deepEqual([...(report.files.get("a.c")?.hits ?? [])], [1, 1, 0]);
  assert.deepEqual([...mismatchesOf(report), ...remarksOf(report)], []);
});

const ISTANBUL = fixture("istanbul");

test("Istanbul: the line of a function is where it stands, no line of the class", () => {
  const report = readText(cobertura, ISTANBUL);
  assert.equal(figures(report, "a.js"), "1/2 - 1/2 - [8]");
  assert.equal(report.instrumenter, "unknown");
  assert.deepEqual([...mismatchesOf(report), ...remarksOf(report)], []);
});

const COVERLET = fixture("coverlet");

test("coverlet: classes of one file are joined, and only a line that they contradict each other on is told", () => {
  const report = readText(cobertura, COVERLET);
  assert.equal(figures(report, "App/Cart.cs"), "4/5 1/2 1/1 - [8]");
  // The tool counts line 6 for each class; its totals are those of the classes.
  assert.deepEqual(mismatchesOf(report), []);
  assert.deepEqual(remarksOf(report), ["duplicate-file 23:9"]);
  assert.match(report.remarks[0]?.text ?? "", /line 6 of App\/Cart\.cs/);
  const agreeing = COVERLET.replace('number="6" hits="0"', 'number="6" hits="1"').replace(
    'line-rate="0.5"',
    'line-rate="1"',
  );
  assert.deepEqual(
    readText(cobertura, agreeing).remarks.filter(({ code }) => code === "duplicate-file"),
    [],
  );
});

const PHPUNIT = fixture("phpunit");

test("PHPUnit: a report that says 0 of 0 branches did not measure any", () => {
  const report = readText(cobertura, PHPUNIT);
  assert.equal(figures(report, "A.php"), "1/2 - 1/2 - [14]");
  assert.deepEqual([...mismatchesOf(report), ...remarksOf(report)], []);
});

const COVER2COVER = fixture("cover2cover");

test("cover2cover and older writers: where a line counts no ways, its jumps do", () => {
  const report = readText(cobertura, COVER2COVER);
  assert.equal(figures(report, "com/a/B.java"), "2/2 3/4 1/1 - []");
  assert.deepEqual([...mismatchesOf(report), ...remarksOf(report)], []);
  const unclear = COVER2COVER.replaceAll('type="jump"', 'type="switch"').replaceAll('branch-rate="0.75"', "");
  assert.equal(figures(readText(cobertura, unclear), "com/a/B.java"), "2/2 - 1/1 - []");
  assert.deepEqual(remarksOf(readText(cobertura, unclear)).length, 1);
});

test("dotnet-coverage: Windows paths, conditions beside the ways that they repeat", () => {
  const report = readText(cobertura, fixture("dotnet-coverage"));
  assert.equal(figures(report, "C:\\build\\Shop\\Cart.cs"), "2/3 1/2 1/1 - [12]");
  assert.deepEqual([...mismatchesOf(report), ...remarksOf(report)], []);
});

test("gocover-cobertura: a class a type, several of one file that do not meet", () => {
  const report = readText(cobertura, fixture("gocover"));
  assert.equal(figures(report, "cart.go"), "3/4 - 2/2 - [11]");
  assert.deepEqual([...(report.files.get("cart.go")?.hits ?? [])], [2, 3, 3, 0]);
  assert.deepEqual([...mismatchesOf(report), ...remarksOf(report)], []);
});

test("simplecov-cobertura: rates with two digits are right as they are rounded", () => {
  const report = readText(cobertura, fixture("simplecov"));
  assert.equal(figures(report, "lib/cart.rb"), "2/3 1/2 - - [4]");
  assert.deepEqual([...mismatchesOf(report), ...remarksOf(report)], []);
});

test("kcov: neither totals nor methods", () => {
  const report = readText(cobertura, fixture("kcov"));
  assert.equal(figures(report, "bin/cart.sh"), "1/2 - - - [4]");
  assert.deepEqual(report.folders, ["/build/shop//"]);
  assert.deepEqual([...mismatchesOf(report), ...remarksOf(report)], []);
});

test("tarpaulin: the largest count of 64 bits is a count", () => {
  const report = readText(cobertura, fixture("tarpaulin"));
  assert.equal(figures(report, "src/lib.rs"), "1/2 - - - [8]");
  assert.deepEqual([...mismatchesOf(report), ...remarksOf(report)], []);
});

test("scoverage: a line for each statement counts once, totals are of statements, branches have no ways", () => {
  const report = readText(cobertura, fixture("scoverage"));
  assert.equal(figures(report, "shop/Cart.scala"), "2/3 - 1/1 - [6]");
  assert.deepEqual(mismatchesOf(report), ["lines 3 4/6 2/3", "branches 3 1/2 0/0"]);
  assert.deepEqual(remarksOf(report), ["nothing-measured 8:9"]);
  assert.match(report.remarks[0]?.text ?? "", /calls 2 lines branches/);
});

test("every fixture is recognised by its head alone, and says the same in pieces", () => {
  const names = readdirSync(new URL("./fixtures/", import.meta.url)).filter((name) => name.endsWith(".xml"));
  assert.equal(names.length, 12);
  for (const name of names) {
    const bytes = readFileSync(new URL(`./fixtures/${name}`, import.meta.url));
    assert.ok(cobertura.looksLike(bytes.subarray(0, 1_024)), name);
    const cuts = Array.from({ length: bytes.length }, (_, at) => at);
    const [whole, cut] = [readText(cobertura, bytes), readCut(cobertura, bytes, cuts)];
    assert.deepEqual(cut, whole, name);
  }
});
