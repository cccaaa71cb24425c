import assert from "node:assert/strict";
import { test } from "node:test";
import type { ComponentConfig, CoverageFile } from "@holdpoint/core";
import type { BandTerms } from "./band-table.ts";
import { bandTable } from "./band-table.ts";
import { bandsText } from "./bands-text.ts";

function file(path: string, covered: number, total: number, branches: number | null = null): CoverageFile {
  return {
    path,
    resolved: true,
    lines: { covered, total },
    branches: branches === null ? null : { covered: branches, total: 10 },
    functions: null,
    statements: null,
    regions: null,
    coveredLines: "",
    uncoveredLines: "",
  };
}

const component = (id: string, path: string, critical: boolean): ComponentConfig => ({
  id,
  paths: [path],
  floors: { lines: 1 },
  maxUncovered: {},
  shards: [],
  tags: [],
  critical,
  advisoryUntil: null,
});

const FILES = [
  file("main.ts", 10, 10),
  file("src/a.ts", 977, 1_000),
  file("src/store/b.ts", 0, 10, 5),
  file("src/store/c.ts", 1, 10),
  file("src/types.ts", 0, 0),
];

const TERMS: BandTerms = {
  by: "folder",
  metric: "lines",
  components: [component("store", "src/store/**", true), component("all", "**", false)],
  unmeasured: ["src/store/d.ts", "lib/e.ts"],
};

function bandsOf(by: BandTerms["by"]): Record<string, readonly string[]> {
  const { bands } = bandTable(FILES, { ...TERMS, by });
  return Object.fromEntries(
    bands.flatMap(({ id, entries }) => (entries.length > 0 ? [[id, entries.map(({ name }) => name)]] : [])),
  );
}

test("a folder is its own files, a component what its patterns fit, a file itself", () => {
  assert.deepEqual(bandsOf("folder"), { "100": ["."], "90-99": ["src"], "below-20": ["src/store"] });
  assert.deepEqual(bandsOf("component"), { "90-99": ["all"], "below-20": ["store"] });
  assert.deepEqual(bandsOf("file"), {
    "100": ["main.ts"],
    "90-99": ["src/a.ts"],
    "below-20": ["src/store/c.ts"],
    "0": ["src/store/b.ts"],
  });
});

test("what is not measured, and what has nothing to cover, is in no band and named", () => {
  const table = bandTable(FILES, { ...TERMS, by: "file" });
  assert.deepEqual(table.nothingToCover, ["src/types.ts"]);
  assert.deepEqual(table.notMeasured, ["lib/e.ts", "src/store/d.ts"]);
  const branches = bandTable(FILES, { ...TERMS, metric: "branches" });
  assert.deepEqual(branches.notMeasured, [".", "lib", "src"]);
});

test("every band is listed, and the counts add up", () => {
  const { bands, nothingToCover, notMeasured } = bandTable(FILES, { ...TERMS, by: "file" });
  assert.deepEqual(
    bands.map(({ id }) => id),
    ["100", "90-99", "70-89", "50-69", "20-49", "below-20", "0"],
  );
  const inBands = bands.reduce((sum, { count }) => sum + count, 0);
  assert.equal(inBands + nothingToCover.length + notMeasured.length, FILES.length + TERMS.unmeasured.length);
});

test("critical components stand apart with their worst files", () => {
  const { critical, bands } = bandTable(FILES, TERMS);
  assert.equal(critical.length, 1);
  const [store] = critical;
  assert.equal(store?.band, "below-20");
  assert.equal(store.percent, "5.00%");
  assert.equal(store.unmeasured, 1);
  assert.deepEqual(
    store.worst.map(({ name, band }) => `${name} ${band}`),
    ["src/store/b.ts 0", "src/store/c.ts below-20"],
  );
  assert.deepEqual(bands.flatMap(({ entries }) => entries).find(({ name }) => name === "src/store")?.critical, [
    "store",
  ]);
  const nothing = bandTable([], TERMS).critical[0];
  assert.deepEqual([nothing?.band, nothing?.percent], [null, "0 of 0"]);
});

test("a person reads how many are in each band, the worst first, and what is missing", () => {
  const text = bandsText(bandTable(FILES, TERMS), TERMS);
  assert.match(text, /^By folder, lines\n100 %: 1\n {2}100\.00% {2}10 of 10 {2}\.\n90–99 %: 1\n/);
  assert.match(text, /< 20 %: 1\n {2}5\.00% {2}1 of 20 {2}src\/store \(critical, 1 files not measured\)\n0 %: 0\n/);
  assert.match(text, /Measured by no report: 1\n {2}lib\n\nCritical\n {2}below-20 {2}5\.00%/);
  const many = Array.from({ length: 20 }, (_, index) => file(`f${index}/a.ts`, index, 100));
  assert.match(bandsText(bandTable(many, TERMS), TERMS), /< 20 %: 19\n(?: {2}.*\n){15} {2}and 4 more\n/);
});

test("in a band the better share comes first, by exact counts, and names decide between equals", () => {
  // As fractions of a hundred they are the same; as numbers of floating point the last two are as well.
  const large = Number.MAX_SAFE_INTEGER;
  const files = [
    file("d.ts", large - 2, large),
    file("c.ts", large - 1, large),
    file("b.ts", 92, 100),
    file("a.ts", 46, 50),
    file("e.ts", 99, 100),
  ];
  for (const order of [files, files.toReversed()]) {
    const { bands } = bandTable(order, { ...TERMS, by: "file", components: [], unmeasured: [] });
    const band = bands.find(({ id }) => id === "90-99");
    assert.deepEqual(
      band?.entries.map(({ name }) => name),
      ["c.ts", "d.ts", "e.ts", "a.ts", "b.ts"],
    );
  }
});

test("critical is what is in a critical component, whole or in part, measured or not", () => {
  const components = [
    component("store", "src/store/**", true),
    { ...component("types", "src/types.ts", true), paths: ["src/types.ts", "lib/e.ts"] },
    component("all", "**", false),
  ];
  const criticalBy = (by: BandTerms["by"]): Record<string, readonly string[]> => {
    const { bands } = bandTable(FILES, { ...TERMS, by, components });
    return Object.fromEntries(bands.flatMap(({ entries }) => entries.map(({ name, critical }) => [name, critical])));
  };
  assert.deepEqual(criticalBy("component"), { all: [], store: ["store"] }, "a component is none but its own");
  assert.deepEqual(criticalBy("folder"), { ".": [], src: ["types"], "src/store": ["store"] });
  assert.deepEqual(criticalBy("file"), {
    "main.ts": [],
    "src/a.ts": [],
    "src/store/b.ts": ["store"],
    "src/store/c.ts": ["store"],
  });
});

test("of a critical component the twenty worst files are told, and none that is whole", () => {
  const files = Array.from({ length: 30 }, (_, index) =>
    file(`src/store/${String(index).padStart(2, "0")}.ts`, index, 29),
  );
  const [store] = bandTable(files, TERMS).critical;
  assert.equal(store?.worst.length, 20);
  assert.deepEqual([store.worst[0]?.name, store.worst.at(-1)?.name], ["src/store/00.ts", "src/store/19.ts"]);
  const whole = bandTable(files.slice(-2), TERMS).critical[0];
  assert.deepEqual(
    whole?.worst.map(({ name }) => name),
    ["src/store/28.ts"],
  );
});

test("a person reads no list of nothing, and is told exactly how many more there are", () => {
  const names = (length: number): string[] => Array.from({ length }, (_, index) => `lib/${index}.ts`);
  const text = (count: number): string => {
    const terms: BandTerms = { by: "file", metric: "lines", components: TERMS.components, unmeasured: names(count) };
    return bandsText(bandTable([file("empty.ts", 0, 0)], terms), terms);
  };
  assert.match(text(0), /^0 %: 0\nNothing to cover: 1\n {2}empty\.ts\n\nCritical\n {2}not measured {2}0 of 0 /m);
  assert.match(text(15), /^Measured by no report: 15\n(?: {2}lib.*\n){15}\nCritical/m);
  assert.match(text(16), /^Measured by no report: 16\n(?: {2}lib.*\n){15} {2}and 1 more\n\nCritical/m);
  const whole = (count: number): string => {
    const files = Array.from({ length: count }, (_, index) => file(`f${index}.ts`, 1, 1));
    const terms: BandTerms = { ...TERMS, by: "file", components: [], unmeasured: [] };
    return bandsText(bandTable(files, terms), terms);
  };
  assert.match(whole(15), /^100 %: 15\n(?: {2}100\.00%.*\n){15}90–99/m);
  assert.match(whole(16), /^100 %: 16\n(?: {2}100\.00%.*\n){15} {2}and 1 more\n90–99/m);
  assert.ok(!whole(1).includes("Critical") && !whole(1).includes("Measured by no report"));
});
