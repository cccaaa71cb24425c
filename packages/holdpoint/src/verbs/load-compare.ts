import { resolve } from "node:path";
import { wantsColor } from "../color.ts";
import type { LoadCompareFlags } from "../commands/load-compare-flags.ts";
import { EXIT } from "../exit-codes.ts";
import { table } from "../format/table.ts";
import type { Host } from "../host.ts";
import { compareFigures } from "../load/compare/compare-figures.ts";
import { compareText } from "../load/compare/compare-text.ts";
import { differingTerms } from "../load/compare/differing-terms.ts";
import { exitOfCompare } from "../load/compare/exit-of-compare.ts";
import type { BlockRun } from "../load/compare/read-blocks.ts";
import { readBlocks } from "../load/compare/read-blocks.ts";
import { blocksFor } from "../load/compare/run-blocks.ts";
import { painter } from "../reporters/text/paint.ts";
import { printable } from "../reporters/view/printable.ts";
import type { Answer } from "../verb.ts";

const SCHEMA = "holdpoint/load-compare/v1";

export default async function loadCompare(
  host: Host,
  { percent, ms }: LoadCompareFlags,
  baselineFile: string,
  candidateFile: string,
): Promise<Answer> {
  const baseline = await readBlocks(resolve(host.cwd, baselineFile), baselineFile);
  const candidate = await readBlocks(resolve(host.cwd, candidateFile), candidateFile);
  const differences = differingTerms(baseline.header, candidate.header);
  if (differences.length > 0) {
    return {
      exit: EXIT.noVerdict,
      json: () => ({ schema: SCHEMA, outcome: "inconclusive", differences, figures: [] }),
      text: () =>
        [
          "These runs cannot be compared: they differ in more than what was put under load.",
          "",
          ...table([
            ["  ", "baseline", "candidate"],
            ...differences.map((one) => [`  ${one.term}`, printable(one.baseline), printable(one.candidate)]),
          ]),
        ].join("\n"),
    };
  }
  const runs = [baseline, candidate].flatMap(({ blocks }) => blocks ?? []);
  const count = blocksFor(runs);
  const [then, now] = [baseline, candidate].map(({ blocks }) => blocks?.figures(count));
  const pairs = Array.from({ length: count }, (_, index) => ({
    baseline: then?.[index] ?? null,
    candidate: now?.[index] ?? null,
  }));
  const compared = compareFigures(pairs, { percent, ms });
  const blockS = Math.max(0, ...runs.map((run) => (run.count * run.sizeS) / Math.max(1, count)));
  const notes = [
    `${count} blocks of ${Number(blockS.toPrecision(3))} s each, one after the other; runs that alternate tell more: load ab.`,
    ...invalidNotes("baseline", baseline),
    ...invalidNotes("candidate", candidate),
  ];
  return {
    exit: exitOfCompare(compared.outcome),
    json: () => ({ schema: SCHEMA, ...compared, differences, blockS, notes }),
    text: () => compareText(compared, notes, painter(wantsColor(host.stdout, host.env))),
  };
}

function invalidNotes(name: string, { blocks, reasons }: BlockRun): string[] {
  if (blocks !== null) return [];
  return [`The ${name} is an invalid run: ${reasons.map(({ text }) => printable(text)).join("; ")}.`];
}
