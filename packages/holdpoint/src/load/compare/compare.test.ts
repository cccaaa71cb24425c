import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { painter } from "../../reporters/text/paint.ts";
import { loadBody } from "../testing-load-body.ts";
import { header, second } from "../testing-seconds.ts";
import type { FigurePair } from "./compare-figures.ts";
import { compareFigures } from "./compare-figures.ts";
import { compareText } from "./compare-text.ts";
import { differingTerms } from "./differing-terms.ts";
import { exitOfCompare } from "./exit-of-compare.ts";
import { blocksFor, RunBlocks } from "./run-blocks.ts";
import type { RunFigures } from "./run-figures.ts";
import { figuresOf, figuresOfRun } from "./run-figures.ts";

const RELEVANCE = { percent: 5, ms: 1 };

function figures(ms: number, over: Partial<RunFigures> = {}): RunFigures {
  const latencies = { "response p50": ms / 2, "response p95": ms * 0.9, "response p99": ms, "service p99": ms / 3 };
  return { ...latencies, failed: 0, succeeded: 100, ...over };
}

function pairs(candidate: (index: number) => RunFigures | null, count: number = 6): FigurePair[] {
  return Array.from({ length: count }, (_, index) => ({
    baseline: figures(100 + index),
    candidate: candidate(index),
  }));
}

function outcome(all: readonly FigurePair[]): string {
  return compareFigures(all, RELEVANCE).outcome;
}

describe("a comparison", () => {
  test("the same, better and worse", () => {
    assert.equal(outcome(pairs((index) => figures(100.5 + index))), "same");
    assert.equal(outcome(pairs((index) => figures(60 + index))), "better");
    assert.equal(outcome(pairs((index) => figures(150 + index))), "worse");
  });

  test("what is better in one figure and worse in another is worse", () => {
    assert.equal(outcome(pairs((index) => figures(60 + index, { failed: 2 }))), "worse");
    assert.equal(outcome(pairs((index) => figures(100 + index, { succeeded: 80 }))), "worse");
  });

  test("a difference that does not matter is none", () => {
    assert.equal(outcome(pairs((index) => figures(100 + index, { failed: 0.01 }))), "same");
    assert.equal(
      compareFigures(
        pairs((index) => figures(104 + index)),
        { percent: 50, ms: 1 },
      ).outcome,
      "same",
    );
  });

  test("too few pairs, a run that is missing and a figure that is missing leave it open, never better", () => {
    assert.equal(outcome(pairs((index) => figures(50 + index), 4)), "inconclusive");
    assert.equal(outcome([]), "inconclusive");
    assert.equal(outcome(pairs((index) => (index === 2 ? null : figures(50 + index)))), "inconclusive");
    assert.equal(outcome(pairs((index) => figures(50 + index, { "service p99": null }))), "inconclusive");
  });

  test("ends with 0, 1 or 3", () => {
    assert.deepEqual((["better", "same", "worse", "inconclusive"] as const).map(exitOfCompare), [0, 0, 1, 3]);
  });
});

describe("figures", () => {
  test("what was dropped failed; without anything there is no share", () => {
    const none = { response: null, service: null, completed: 0, failed: 0, dropped: 0, durationMs: 0 };
    assert.deepEqual(Object.values(figuresOf(none)), [null, null, null, null, null, null]);
    const some = figuresOf({ ...none, completed: 90, failed: 6, dropped: 4, durationMs: 2000 });
    assert.deepEqual([some.failed, some.succeeded], [10, 45]);
  });

  test("an invalid run has none", () => {
    assert.equal(figuresOfRun(loadBody({ validity: "invalid" })), null);
    assert.equal(figuresOfRun(loadBody())?.succeeded, 100);
  });
});

describe("blocks", () => {
  test("are of even length, at most twenty, and the drain belongs to none", () => {
    for (const [durationMs, count, sizeS] of [
      [5000, 5, 1],
      [20_000, 20, 1],
      [30_500, 15, 2],
      [900, 0, 1],
    ] as const) {
      const blocks = new RunBlocks(durationMs);
      for (let at = 0; at < durationMs / 1000 + 3; at += 1) blocks.take(second(at, 10, at + 1));
      assert.deepEqual([blocks.figures().length, blocks.sizeS], [count, sizeS], String(durationMs));
    }
  });

  test("each has its own figures, a silent one has none", () => {
    const blocks = new RunBlocks(3000);
    blocks.take(second(0, 100, 5));
    blocks.take(second(1, 0, 0));
    blocks.take(second(2, 100, 50, { completed: 50, failed: 50 }));
    const [first, silent, last] = blocks.figures();
    assert.deepEqual([first?.["response p99"], first?.failed], [5, 0]);
    assert.deepEqual([silent?.["response p99"], silent?.failed, silent?.succeeded], [null, null, 0]);
    assert.deepEqual([last?.["response p99"], last?.failed], [50, 50]);
  });
});

describe("few requests", () => {
  const run = (perS: number, seconds: number = 12): RunBlocks => {
    const blocks = new RunBlocks(seconds * 1000);
    for (let at = 0; at < seconds; at += 1) blocks.take(second(at, perS, 5));
    return blocks;
  };

  test("blocks grow until each has enough for a p99, five of them stay, and no second is left out", () => {
    assert.equal(blocksFor([run(100)]), 12);
    assert.equal(blocksFor([run(60)]), 6);
    assert.equal(blocksFor([run(100), run(50)]), 6);
    assert.equal(blocksFor([run(10)]), 12);
    assert.equal(blocksFor([run(1000, 3)]), 3);
    assert.equal(blocksFor([]), 0);
    const uneven = run(60, 13).figures(5);
    assert.deepEqual([uneven.length, uneven.every(({ succeeded }) => succeeded === 60)], [5, true]);
  });

  test("the slowest of two requests is no p99: what is compared by it stays open", () => {
    const [few] = run(2).figures();
    assert.deepEqual([few?.["response p50"], few?.["service p99"], few?.succeeded], [null, null, 2]);
    const all = run(2)
      .figures()
      .map((figure) => ({ baseline: figure, candidate: figure }));
    const compared = compareFigures(all, RELEVANCE);
    assert.equal(compared.outcome, "inconclusive");
    assert.match(compareText(compared, [], painter(false)), /p99: 12 of 12 pairs .* wants 100 requests on each side/);
  });
});

describe("terms", () => {
  test("where they are the same there is no difference, whatever the target is called", () => {
    assert.deepEqual(differingTerms(header(), header({ url: "http://other", planSha256: "xx", id: "b" })), []);
  });

  test("each that differs is told, and one that is not said is no agreement", () => {
    const { testbedSha256: _, ...silent } = header();
    const phases = [{ name: "main", durationMs: 5000, arrival: "poisson" }];
    const series = [
      { of: "run", name: "" },
      { of: "tag", name: "t" },
    ] as const;
    for (const [other, term] of [
      [header({ phases }), "phases"],
      [header({ workers: 2 }), "workers"],
      [header({ series }), "series"],
      [header({ sentSha256: "other" }), "what is sent"],
      [header({ testbedSha256: "other" }), "machine"],
      [silent, "machine"],
    ] as const) {
      assert.deepEqual(
        differingTerms(header(), other).map((one) => one.term),
        [term],
      );
    }
    assert.deepEqual(
      differingTerms(silent, silent).map((one) => one.candidate),
      ["not said"],
    );
  });
});

test("the text names the outcome, a row a figure and what is open", () => {
  const worse = compareText(
    compareFigures(
      pairs((index) => figures(150 + index)),
      RELEVANCE,
    ),
    ["a note"],
    painter(false),
  );
  assert.match(worse, /^The candidate is worse\.\na note\n/);
  assert.match(worse, /response p99 ms {2}worse +103 +\+50 +\+50 to \+50 +\+1 +5\.13$/m);
  assert.ok(worse.split("\n").every((line) => line.length <= 80));
  const open = compareText(compareFigures([], RELEVANCE), [], painter(false));
  assert.match(open, /^ {2}response p50, .*, failed, succeeded: 0 pairs, 5 are needed$/m);
  assert.match(
    compareText(
      compareFigures(
        pairs((index) => figures(100 + index)),
        RELEVANCE,
      ),
      [],
      painter(false),
    ),
    /is the same\./,
  );
});
