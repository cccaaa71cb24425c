import assert from "node:assert/strict";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { artifactText, noisy } from "../load/canary/testing-canary.ts";
import { fakeHost, ran } from "../testing.ts";

type Points = readonly (readonly [time: number | string, value: number | null])[];

const VALUES = noisy(40, 60, 1);
const timed = (values: readonly (number | null)[], stepS: number = 15): Points =>
  values.map((value, at) => [at * stepS, value]);
const json = (points: Points, name: string = "m"): string => JSON.stringify({ [name]: points });

const SOUND = json(timed(VALUES));
const RUN = artifactText(VALUES);
const page = (name: string, value: number): string => `# TYPE ${name} counter\n${name} ${value}\n`;
/** A counter that gains 40 a scrape. */
const PAGES = VALUES.map((value, at) => page("m", at * 40 + value / 100)).join("");

/** Everything that a judge in a hurry would take for a pass: the other side is sound, and so is what is left of it. */
const VACUOUS: readonly (readonly [what: string, sound: string, candidate: string, metric: string])[] = [
  ["a series without a value", SOUND, json([]), "m"],
  ["no series at all", SOUND, "{}", "m"],
  ["nothing but gaps", SOUND, json(timed(VALUES.map(() => null))), "m"],
  ["one value", SOUND, json([[0, 40]]), "m"],
  ["nine values", SOUND, json(timed(VALUES.slice(0, 9))), "m"],
  ["a series that ends after two thirds", SOUND, json(timed(VALUES.slice(0, 40))), "m"],
  ["a gap of a quarter in the middle", SOUND, json(timed(VALUES).toSpliced(20, 15)), "m"],
  ["every second value", SOUND, json(timed(VALUES).filter((_, at) => at % 2 === 0)), "m"],
  ["values a second apart", SOUND, json(timed(VALUES, 1)), "m"],
  ["another name", SOUND, json(timed(VALUES), "n"), "m"],
  ["a name that neither has", SOUND, SOUND, "x"],
  ["a metric that load runs have not", RUN, RUN, "response.p42"],
  ["a run that was too short", RUN, artifactText(VALUES.slice(0, 9)), "response.p50"],
  ["an invalid run", RUN, artifactText(VALUES, { validity: "invalid" }), "response.p50"],
  ["a run in which nothing was answered", RUN, artifactText(VALUES.map(() => null)), "response.p50"],
  ["a run in which nothing failed, as nothing came", RUN, artifactText(VALUES.map(() => null)), "failed"],
  [
    "a run of another machine",
    RUN,
    artifactText(VALUES, { header: { testbedSha256: "f".repeat(64) } }),
    "response.p50",
  ],
  ["a counter that is reset all the time", PAGES, VALUES.map((_, at) => page("m", at % 2)).join(""), "m"],
  ["labels that nothing has", PAGES, PAGES, 'm{path="/"}'],
  ["a percentile of a counter", PAGES, PAGES, "p99(m)"],
];

const host = (files: string): ReturnType<typeof fakeHost> => fakeHost(files);

for (const [what, sound, candidate, metric] of VACUOUS) {
  test(`${what} is no pass, on either side`, async (t) => {
    const files = scratch(t, { sound, candidate });
    for (const sides of [
      ["sound", "candidate"],
      ["candidate", "sound"],
    ]) {
      const { exit, stdout } = await ran(host(files), "load", "canary", ...sides, "--metric", metric);
      assert.equal(exit, 3, stdout);
      assert.match(stdout, /^The candidate is inconclusive\.$/m);
      const strict = [...sides, "--metric", metric, "--missing", "fail", "--direction", "lower", "--tolerance", "900%"];
      assert.ok([1, 3].includes((await ran(host(files), "load", "canary", ...strict)).exit));
    }
  });
}

test("the sound sides pass, or none of this would show anything", async (t) => {
  for (const [text, metric] of [
    [SOUND, "m"],
    [RUN, "response.p50"],
    [PAGES, "m"],
  ] as const) {
    const files = scratch(t, { a: text, b: text });
    const { exit, stdout, stderr } = await ran(host(files), "load", "canary", "a", "b", "--metric", metric);
    assert.equal(exit, 0, stdout + stderr);
  }
});

test("a counter that gains less is worse where more is better", async (t) => {
  const slower = VALUES.map((value, at) => page("m", at * 30 + value / 100)).join("");
  const files = scratch(t, { a: PAGES, b: slower });
  const exits = async (...args: string[]): Promise<number> =>
    (await ran(host(files), "load", "canary", "a", "b", "--metric", "increase(m)", ...args)).exit;
  assert.equal(await exits("--direction", "higher"), 1);
  assert.equal(await exits("--direction", "lower"), 0);
  assert.equal(await exits("--direction", "higher", "--tolerance", "30%"), 0);
  assert.equal(await exits("--metric", "rate(m)"), 2, "a rate wants a time");
  assert.equal(await exits("--metric", "rate(m)", "--every", "15s", "--direction", "higher"), 1);
});
