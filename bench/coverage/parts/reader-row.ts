import { statSync } from "node:fs";
import { middle, rowOf, timesFaster } from "../../harness/rounds.ts";
import type { Row } from "../../harness/row.ts";
import { differences, lineDifferences } from "./compare-totals.ts";
import type { Measured } from "./measured.ts";
import { onOneCore, runNode, runPackage, timeProgram } from "./run-tool.ts";
import type { Tally, Totals } from "./totals.ts";

const MEGABYTE = 1_000_000;
const ATTEMPTS = 3;

export interface ReaderTerms {
  readonly name: string;
  /** The report, and what was written into it. */
  readonly report: string;
  readonly written: Totals;
  /** Our bundled program. */
  readonly ours: string;
  readonly packages: readonly string[];
  /** A program that is no package, and how it prints its lines; null where it counts none. */
  readonly program: {
    readonly name: string;
    readonly args: readonly string[];
    readonly lines: ((stdout: string) => Tally) | null;
  };
  readonly targets: readonly { readonly what: string; readonly asked: number; readonly goal: number }[];
}

/** Our reader against its peers, each in a process of its own and in turn. Nothing is printed of totals that differ. */
export async function readerRow(
  terms: ReaderTerms,
): Promise<{ readonly row: Row; readonly seconds: readonly number[] }> {
  const { name, report, written, ours, packages, program } = terms;
  const own: Measured[] = [];
  const peers: Record<string, number[]> = { [program.name]: [] };
  const peaks: Record<string, number> = {};
  for (let round = 0; round < ATTEMPTS; round += 1) {
    const measured = await runNode([ours, report, "1"]);
    const different = differences(measured, written);
    if (different.length > 0) return { row: refused(name, different), seconds: [] };
    own.push(measured);
    const { seconds, stdout } = timeProgram(program.name.split(" ")[0] ?? "", program.args);
    assertSame(program.name, program.lines === null ? [] : lineDifferences({ lines: program.lines(stdout) }, written));
    peers[program.name]?.push(seconds);
    for (const peer of packages) {
      const theirs = await runPackage(peer, report);
      assertSame(peer, lineDifferences(theirs, written));
      (peers[peer] ??= []).push(theirs.seconds);
      peaks[peer] = Math.max(peaks[peer] ?? 0, Math.round(theirs.peakBytes / MEGABYTE));
    }
  }
  const seconds = own.map((each) => each.seconds);
  const sizeMb = statSync(report).size / MEGABYTE;
  const ratios = Object.fromEntries(Object.entries(peers).map(([peer, each]) => [peer, timesFaster(seconds, each)]));
  const peakMegabytes = Math.round(Math.max(...own.map(({ peakBytes }) => peakBytes)) / MEGABYTE);
  const rates = seconds.map((each) => sizeMb / each);
  const reached: Readonly<Record<string, number>> = {
    "MB/s": middle(rates),
    "peak MB": peakMegabytes,
    ...Object.fromEntries(Object.entries(ratios).map(([peer, each]) => [peer, middle(each)])),
    "fastest npm parser": Math.min(...packages.map((peer) => middle(ratios[peer] ?? []))),
  };
  const info = {
    sizeMegabytes: Math.round(sizeMb),
    files: written.files,
    lines: written.lines,
    branches: written.branches,
    cores: onOneCore,
    peakMegabytes,
    peakMegabytesOfPeers: peaks,
    targets: terms.targets.map((target) => ({ ...target, reached: reached[target.what] ?? Number.NaN })),
  };
  return { row: rowOf(name, "MB/s", rates, ratios, info), seconds };
}

/** A row that was not measured, which fails the command. */
export function refused(name: string, different: readonly string[]): Row {
  const info = { refused: "our totals are not what was written", different };
  return { name, value: null, unit: "MB/s", low: null, high: null, ratios: {}, info };
}

function assertSame(peer: string, different: readonly string[]): void {
  if (different.length > 0) throw new Error(`${peer} found other totals: ${different.join(", ")}`);
}
