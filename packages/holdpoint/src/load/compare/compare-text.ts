import { indented, table } from "../../format/table.ts";
import type { Meaning, Paint } from "../../reporters/text/paint.ts";
import type { Compared, ComparedFigure, CompareOutcome } from "./compare-figures.ts";

const MEANINGS: Readonly<Record<CompareOutcome, Meaning>> = {
  better: "good",
  same: "good",
  worse: "bad",
  inconclusive: "unknown",
};

const HEADS: Readonly<Record<CompareOutcome, string>> = {
  better: "The candidate is better.",
  same: "The candidate is the same.",
  worse: "The candidate is worse.",
  inconclusive: "Nothing can be told about the candidate.",
};

/** A comparison for a person: the outcome, a row a figure, and why for those that are not the same. */
export function compareText({ outcome, figures }: Compared, notes: readonly string[], paint: Paint): string {
  const rows = table([
    ["", "outcome", "baseline", "shift", "interval", "effect", "matters"],
    ...figures.map((one) => [`${one.figure} ${one.unit}`, one.outcome, ...cellsOf(one)]),
  ]);
  const painted = rows.map((line, index) => {
    const one = figures[index - 1];
    return one === undefined ? paint("faint", line) : paint(MEANINGS[one.outcome], line);
  });
  const open = figures.filter(({ outcome: one }) => one === "inconclusive");
  const why = [...Map.groupBy(open, ({ reason }) => reason)].map(([reason, of]) => {
    return `${of.map(({ figure }) => figure).join(", ")}: ${reason}`;
  });
  return [
    paint(MEANINGS[outcome], HEADS[outcome]),
    ...notes,
    "",
    ...indented(painted),
    ...(why.length === 0 ? [] : ["", ...indented(why)]),
  ].join("\n");
}

/** In the unit that stands beside the figure's name; the effect is Cliff's delta. */
function cellsOf({ baseline, shift, relevant, effect }: ComparedFigure): string[] {
  const text = (value: number | null | undefined, sign: string = ""): string => {
    if (value === null || value === undefined) return "-";
    return `${value > 0 ? sign : ""}${Number(value.toPrecision(3))}`;
  };
  const [low, high] = shift?.interval ?? [null, null];
  const interval = low === null ? "-" : `${text(low, "+")} to ${text(high, "+")}`;
  return [text(baseline), text(shift?.shift, "+"), interval, text(effect?.delta, "+"), text(relevant)];
}
