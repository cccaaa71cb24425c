import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rowOf, timesFaster } from "../harness/rounds.ts";
import type { Row } from "../harness/row.ts";
import { generateCobertura } from "./generate-cobertura.ts";
import { generateJacoco } from "./generate-jacoco.ts";
import { generateLcov } from "./generate-lcov.ts";
import { bundleOurs } from "./parts/bundle-ours.ts";
import { differences } from "./parts/compare-totals.ts";
import { readerRow, refused } from "./parts/reader-row.ts";
import { runNode } from "./parts/run-tool.ts";
import type { Totals } from "./parts/totals.ts";

export const rounds = 3;
export const debianPackages: readonly string[] = ["mawk", "libxml2-utils"];

const MEGABYTE = 1_000_000;
const LCOV_MB = 200;
const XML_MB = 100;
const ALL_CORES = "2";

const AWK =
  '/^DA:/ { found += 1; split(substr($0, 4), fields, ","); if (fields[2] > 0) hit += 1 } END { print hit, found }';
const LCOV_PACKAGES = ["parse-lcov", "lcov-parse", "@friedemannsommer/lcov-parser"];

/** Reading large reports: ours with the full model and digests on one core, peers as they are. */
export async function rows(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "holdpoint-bench-"));
  try {
    const program = join(folder, "program");
    mkdirSync(program);
    const ours = await bundleOurs(program);
    return [
      ...(await lcovRows(folder, ours)),
      await xmlRow("cobertura", folder, ours),
      await xmlRow("jacoco", folder, ours),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function lcovRows(folder: string, ours: string): Promise<Row[]> {
  const report = join(folder, "lcov.info");
  const written = await generateLcov(report, LCOV_MB);
  const { row, seconds } = await readerRow({
    name: "lcov",
    report,
    written,
    ours,
    packages: LCOV_PACKAGES,
    program: { name: "awk counting DA", args: [AWK, report], lines: awkLines },
    targets: [
      { what: "MB/s", asked: 120, goal: 150 },
      { what: "peak MB", asked: 400, goal: 300 },
      { what: "fastest npm parser", asked: 6, goal: 10 },
      { what: "awk counting DA", asked: 0.9, goal: 0.9 },
    ],
  });
  return [row, await twoCores(report, written, ours, seconds)];
}

function awkLines(stdout: string): { covered: number; total: number } {
  const [covered = Number.NaN, total = Number.NaN] = stdout.trim().split(" ").map(Number);
  return { covered, total };
}

async function twoCores(report: string, written: Totals, ours: string, alone: readonly number[]): Promise<Row> {
  const seconds: number[] = [];
  let peakBytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    const measured = await runNode([ours, report, ALL_CORES], true);
    const different = differences(measured, written);
    if (different.length > 0) return refused("lcov-2-cores", different);
    seconds.push(measured.seconds);
    peakBytes = Math.max(peakBytes, measured.peakBytes);
  }
  const sizeMb = statSync(report).size / MEGABYTE;
  const rates = seconds.map((each) => sizeMb / each);
  const info = { threads: Number(ALL_CORES), peakMegabytes: Math.round(peakBytes / MEGABYTE) };
  return rowOf("lcov-2-cores", "MB/s", rates, { "one core": timesFaster(seconds, alone) }, info);
}

async function xmlRow(name: "cobertura" | "jacoco", folder: string, ours: string): Promise<Row> {
  const report = join(folder, `${name}.xml`);
  const written = await (name === "cobertura" ? generateCobertura : generateJacoco)(report, XML_MB);
  const { row } = await readerRow({
    name,
    report,
    written,
    ours,
    packages: [`${name}-parse`],
    program: { name: "xmllint --stream", args: ["--stream", "--noout", "--huge", report], lines: null },
    targets: [
      { what: "MB/s", asked: 80, goal: 100 },
      { what: "peak MB", asked: 400, goal: 300 },
      { what: "fastest npm parser", asked: 8, goal: 10 },
      { what: "xmllint --stream", asked: 0.9, goal: 0.9 },
    ],
  });
  rmSync(report);
  return row;
}
