import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { benchmarksPage } from "./page.ts";
import type { BenchResult } from "./row.ts";

const RESULT: BenchResult = {
  area: "gateway",
  machine: { cpu: "Some CPU", cores: 2, memoryBytes: 16 * 2 ** 30, node: "v24.0.0", platform: "linux-x64" },
  durability: "actions.ts: flushed",
  rounds: 3,
  rows: [
    {
      name: "action-http-100",
      value: 20_123.4,
      unit: "actions/s",
      low: 19_000,
      high: 21_000,
      ratios: { "bullmq-always": 5.123, dbos: 40 },
      info: {
        p50Ms: 4.5678,
        p99Ms: 12,
        targets: [{ what: "times the best peer", asked: 5, goal: 8, reached: 5.123 }],
        peers: {
          "bullmq-always": {
            perSecond: 4000,
            low: 3900,
            high: 4100,
            p50Ms: 1,
            p99Ms: 2,
            overHttpPerSecond: 3000,
            configuration: "a | b",
          },
        },
      },
    },
    {
      name: "freeze-p99",
      value: 905,
      unit: "ms",
      low: 905,
      high: 905,
      ratios: {},
      info: {
        tools: [
          { tool: "ours", requests: 15_000, told: 909.3, truth: 900.6 },
          { tool: "other", requests: 13_000, told: null, truth: 900 },
        ],
      },
    },
    { name: "plain", value: null, unit: "ms", low: null, high: null, ratios: {} },
  ],
};

describe("the page of benchmarks", () => {
  const lines = benchmarksPage([RESULT]).split("\n");

  test("says by which command, on which machine and how durable", () => {
    const wanted = [
      "- command: `npm run -s bench -- gateway --json`",
      "- machine: Some CPU, 2 cores, 16 GiB, linux-x64, Node v24.0.0",
      "- durability: actions.ts: flushed",
      "- rounds: 3",
    ];
    for (const line of wanted) assert.ok(lines.includes(line), line);
  });

  test("rows, targets and peers are tables; an absent value says so", () => {
    const wanted = [
      "| action-http-100 | 20,100 actions/s | 19,000 – 21,000 | 5.12× bullmq-always<br>40× dbos | 4.57 / 12 |",
      "| plain | absent ms | absent – absent | – | – |",
      "| ours | 15,000 | 909.3 | 900.6 | 0.966 % |",
      "| other | 13,000 | not told | 900 | – |",
      "| times the best peer | 5 | 8 | 5.12 |",
      "| bullmq-always | 4,000 | 3,900 – 4,100 | 1 / 2 | 3,000 | a \\| b |",
    ];
    for (const line of wanted) assert.ok(lines.includes(line), `${line}\nis not in\n${lines.join("\n")}`);
  });

  test("every table has as many cells in each of its lines", () => {
    const tables = lines.join("\n").trimEnd().split("\n\n");
    const cells = tables
      .filter((part) => part.startsWith("|"))
      .map((part) => new Set(part.split("\n").map((line) => line.replaceAll("\\|", "").split("|").length)).size);
    assert.ok(cells.length >= 3, "the tables were looked at");
    assert.ok(cells.every((sizes) => sizes === 1));
  });

  test("several results follow each other; none, and one without rows, are refused", () => {
    const page = benchmarksPage([RESULT, { ...RESULT, area: "core" }]);
    assert.deepEqual(
      [...page.matchAll(/^## (.*)$/gm)].map(([, area]) => area),
      ["gateway", "core"],
    );
    assert.throws(() => benchmarksPage([]), /no result/);
    assert.throws(() => benchmarksPage([{ ...RESULT, rows: [] }]), /'gateway' has no rows/);
  });
});
