import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import type { Ending } from "@holdpoint/testkit";
import { scratch } from "@holdpoint/testkit";
import { problemsOf } from "../bench/harness/problems.ts";
import type { BenchResult, Row } from "../bench/harness/row.ts";
import { ROOT } from "../scripts/root.ts";

const ROW: Row = { name: "a", value: 2, unit: "ms", low: 1, high: 3, ratios: { peer: 1.5 } };

function bench(folder: string, ...args: string[]): { code: number | null; stdout: string; stderr: string } {
  const end = spawnSync(process.execPath, [join(folder, "bench/run.ts"), ...args], { encoding: "utf8" });
  return { code: end.status, stdout: end.stdout, stderr: end.stderr };
}

/** The real harness with planted areas. */
function benchCopy(t: Ending, planted: Readonly<Record<string, string>>): string {
  const files = Object.entries(planted).map(([path, content]) => [`bench/${path}`, content]);
  const folder = scratch(t, { "package.json": `{"type": "module"}`, ...Object.fromEntries(files) });
  for (const path of ["bench/run.ts", "bench/harness", "scripts/bootstrap"]) {
    cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  }
  return folder;
}

function moduleOf(rows: readonly object[], more = ""): string {
  return `export async function rows() { return ${JSON.stringify(rows)}; }\n${more}`;
}

describe("bench", () => {
  test("prints one document, or a table", (t) => {
    const more = `export const rounds = 7; export const durability = "synchronous=FULL";`;
    const folder = benchCopy(t, {
      "core/b.ts": moduleOf([ROW], more),
      "core/a.ts": moduleOf([{ ...ROW, name: "b" }], more),
    });
    const { code, stdout, stderr } = bench(folder, "core", "--json");
    assert.equal(code, 0, stderr);
    const result = JSON.parse(stdout) as BenchResult;
    assert.deepEqual(
      result.rows.map(({ name }) => name),
      ["b", "a"],
    );
    assert.equal(result.area, "core");
    assert.equal(result.rounds, 7);
    assert.match(result.durability, /b\.ts: synchronous=FULL/);
    assert.ok(result.machine.cores > 0);
    assert.match(bench(folder, "core").stdout, /^a {2}2 ms {2}\[1 – 3\] {2}1\.5× peer$/m);
  });

  test("an absent peer fails the command, and its row is printed", (t) => {
    const folder = benchCopy(t, {
      "core/a.ts": moduleOf([ROW, { ...ROW, name: "peer", value: null, low: null, high: null }]),
    });
    const { code, stdout, stderr } = bench(folder, "core", "--json");
    assert.equal(code, 1);
    assert.equal((JSON.parse(stdout) as BenchResult).rows[1]?.value, null);
    assert.match(stderr, /'peer' was not measured/);
  });

  test("an area without rows, without files, with a file that measures nothing, or that throws, fails", (t) => {
    const plants: readonly (readonly [string, string, RegExp])[] = [
      ["a.ts", moduleOf([]), /there are no rows/],
      ["a.txt", "", /area 'core' has no file/],
      ["a.ts", "export const a = 1;", /exports no rows\(\)/],
      ["a.ts", `export async function rows() { throw new Error("planted"); }`, /bench: planted/],
    ];
    for (const [name, content, expected] of plants) {
      const { code, stderr } = bench(benchCopy(t, { [`core/${name}`]: content }), "core");
      assert.equal(code, 1);
      assert.match(stderr, expected);
    }
  });

  test("usage errors end with 2 and name the areas", (t) => {
    const folder = benchCopy(t, { "core/a.ts": moduleOf([ROW]), "load/a.ts": "" });
    for (const args of [[], ["nope"], ["core", "load"], ["harness"]]) {
      const { code, stderr } = bench(folder, ...args);
      assert.equal(code, 2);
      assert.match(stderr, /wants one of core, load;/);
    }
  });
});

describe("rows that cannot be", () => {
  const plants: readonly (readonly [readonly Row[], RegExp])[] = [
    [[], /no rows/],
    [[ROW, ROW], /'a' is there twice/],
    [[{ ...ROW, value: Number.NaN }], /not a number/],
    [[{ ...ROW, low: null }], /not a number/],
    [[{ ...ROW, value: 4 }], /outside its own rounds/],
    [[{ ...ROW, ratios: { peer: 0 } }], /against peer is 0/],
    [[{ ...ROW, ratios: { peer: Number.POSITIVE_INFINITY } }], /against peer is Infinity/],
    [[{ ...ROW, value: null, info: { reason: "no dist" } }], /not measured: .*no dist/],
  ];
  for (const [index, [rows, expected]] of plants.entries()) {
    test(`plant ${index}: ${expected}`, () => assert.match(problemsOf(rows).join("\n"), expected));
  }

  test("a sound row has no problem", () => assert.deepEqual(problemsOf([ROW]), []));
});
