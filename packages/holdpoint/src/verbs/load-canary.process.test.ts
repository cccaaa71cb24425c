import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import type { Ending } from "@holdpoint/testkit";
import { scratch } from "@holdpoint/testkit";
import { artifactText, noisy } from "../load/canary/testing-canary.ts";
import type { Ran } from "../testing.ts";
import { fakeHost, ran } from "../testing.ts";

interface Told {
  readonly outcome: string;
  readonly metrics: readonly { readonly metric: string; readonly outcome: string; readonly reason: string }[];
  readonly differences: readonly { readonly term: string }[];
}

function canary(t: Ending, files: Readonly<Record<string, string>>, ...args: string[]): Promise<Ran> {
  return ran(fakeHost(scratch(t, files)), "load", "canary", ...args);
}

const SOUND = noisy(40, 60, 1);
const ARTIFACTS = {
  "a.jsonl": artifactText(SOUND),
  "same.jsonl": artifactText(noisy(40, 60, 2)),
  "slow.jsonl": artifactText(noisy(60, 60, 3)),
  "fast.jsonl": artifactText(noisy(20, 60, 4)),
  "freezes.jsonl": artifactText(SOUND.map((value, at) => (at % 10 === 3 ? 900 : value))),
  "gaps.jsonl": artifactText(SOUND.map((value, at) => (at % 3 === 0 ? null : value))),
  "invalid.jsonl": artifactText(SOUND, { validity: "invalid" }),
  "moved.jsonl": artifactText(noisy(40, 60, 2), { header: { testbedSha256: "9".repeat(64) } }),
  "short.jsonl": artifactText(noisy(40, 8, 2)),
  "cut.jsonl": artifactText(SOUND).slice(0, -20),
};

for (const [candidate, outcome, exit] of [
  ["same", "same", 0],
  ["fast", "better", 0],
  ["slow", "worse", 1],
  ["freezes", "worse", 1],
  ["gaps", "inconclusive", 3],
  ["invalid", "inconclusive", 3],
  ["moved", "inconclusive", 3],
  ["short", "inconclusive", 3],
] as const) {
  test(`a load run that is ${candidate}: ${outcome}, which ends with ${exit}`, async (t) => {
    const args = ["a.jsonl", `${candidate}.jsonl`, "--metric", "response.p50", "--metric", "response.p99"];
    const plain = await canary(t, ARTIFACTS, ...args);
    assert.deepEqual([plain.exit, plain.stderr], [exit, ""], plain.stdout);
    assert.ok(plain.stdout.startsWith(`The candidate is ${outcome === "same" ? "the same" : outcome}.`), plain.stdout);
    const told = JSON.parse((await canary(t, ARTIFACTS, ...args, "--json")).stdout) as Told;
    assert.equal(told.outcome, outcome);
  });
}

test("runs that differ in the machine are judged when that is asked, and never those that are cut off", async (t) => {
  const anyway = await canary(t, ARTIFACTS, "a.jsonl", "moved.jsonl", "--anyway", "--json");
  const { outcome, differences, metrics } = JSON.parse(anyway.stdout) as Told;
  assert.deepEqual([anyway.exit, outcome, differences[0]?.term, metrics.length], [0, "same", "machine", 4]);
  const cut = await canary(t, ARTIFACTS, "a.jsonl", "cut.jsonl", "--anyway");
  assert.equal(cut.exit, 3);
  assert.match(cut.stderr, /cut\.jsonl:\d+:1: .*\[HP-READ-TRUNCATED\]/);
});

test("longer slices of a run are asked for, in whole seconds", async (t) => {
  const pair = ["a.jsonl", "slow.jsonl", "--metric", "response.p50"];
  const told = JSON.parse((await canary(t, ARTIFACTS, ...pair, "--every", "5s", "--json")).stdout) as Told;
  assert.deepEqual([told.outcome, told.metrics.length], ["worse", 1]);
  assert.equal((await canary(t, ARTIFACTS, ...pair, "--every", "20s")).exit, 3, "three values tell nothing");
  const refused = await canary(t, ARTIFACTS, ...pair, "--every", "500ms");
  assert.deepEqual([refused.exit, /whole seconds/.test(refused.stderr)], [2, true]);
});

const series = (...levels: readonly number[]): string =>
  JSON.stringify({
    orders: levels.flatMap((level, block) =>
      noisy(level, 20, block + 1).map((value, at) => [block * 300 + at * 15, value]),
    ),
  });

test("series of any tool are judged by the direction that is said, and by any shift where none is", async (t) => {
  const files = { "a.json": series(50), "more.json": series(70) };
  const exits = async (...args: string[]): Promise<number> =>
    (await canary(t, files, "a.json", "more.json", ...args)).exit;
  assert.equal(await exits("--direction", "higher"), 0);
  assert.equal(await exits("--direction", "lower"), 1);
  assert.equal(await exits(), 1);
  assert.equal(await exits("--tolerance", "50%"), 0);
  assert.equal(await exits("--tolerance", "25"), 0);
  assert.equal(await exits("--metric", "order"), 3);
  assert.equal(await exits("--metric", "order", "--missing", "fail"), 1);
  assert.equal(await exits("--min-effect", "2"), 2);
  assert.equal(await exits("--direction", "sideways"), 2);
});

test("scrapes are a folder, in the order of their numbers, or one file of pages", async (t) => {
  const page = (depth: number): string => `# TYPE depth gauge\ndepth ${depth}\n`;
  const folder = (name: string, level: number): [string, string][] =>
    noisy(level, 15, 7).map((depth, at) => [`${name}/scrape-${at}.prom`, page(depth)]);
  const files = {
    ...Object.fromEntries([...folder("old", 10), ...folder("new", 30)]),
    "old.prom": noisy(10, 15, 8).map(page).join(""),
  };
  const worse = await canary(t, files, "old", "new", "--metric", "depth", "--direction", "lower");
  assert.equal(worse.exit, 1, worse.stdout + worse.stderr);
  const same = await canary(t, files, "old", "old.prom", "--metric", "depth");
  assert.equal(same.exit, 0, same.stdout + same.stderr);
  const all = await canary(t, files, "old", "new");
  assert.equal(all.exit, 2);
  assert.match(all.stderr, /--metric says what is judged; there is depth/);
});

test("what cannot be read ends with its error and its file, never with a judgement", async (t) => {
  const files = {
    "a.json": series(50),
    "empty.json": " \n",
    "page.html": "<html>\n",
    "broken.json": '{"orders":[[1,',
    "x/.keep": "",
  };
  for (const [file, code] of [
    ["none.json", "HP-READ-ABSENT"],
    ["empty.json", "HP-READ-EMPTY"],
    ["page.html", "HP-READ-SYNTAX"],
    ["broken.json", "HP-READ-TRUNCATED"],
    ["x", "HP-READ-EMPTY"],
    [join("a.json", "b"), "HP-READ-ABSENT"],
  ] as const) {
    const { exit, stdout, stderr } = await canary(t, files, "a.json", file);
    assert.deepEqual([exit, stdout], [3, ""], file);
    assert.ok(stderr.includes(`[${code}]`) && stderr.includes(file), stderr);
  }
});
