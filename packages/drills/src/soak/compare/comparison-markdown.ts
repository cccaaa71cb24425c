import { figure, markdownPage, markdownTable } from "../report/markdown.ts";
import type { ComparedKpi, SoakComparison } from "./compare-soaks.ts";

/** The shift is found to a ten-thousandth: more digits say nothing. */
const SHIFT_DIGITS = 4;

export function comparisonMarkdown({ a, b, differences, kpis }: SoakComparison): string {
  const rows = kpis.map((one) => [
    one.id,
    figure(one.a.value, one.unit),
    figure(one.b.value, one.unit),
    shiftText(one),
    figure(one.cliffsDelta),
    one.verdict,
  ]);
  return markdownPage([
    `# ${a.id} ${a.run} against ${b.id} ${b.run}`,
    "",
    `Strict: ${a.outcome} with ${a.steady} steady iterations, then ${b.outcome} with ${b.steady}.`,
    ...differences.map((text) => `**Not comparable**: ${text}.`),
    "",
    ...markdownTable(["KPI", "before", "after", "shift", "Cliff's delta", "so it is"], rows, "They share no KPI."),
  ]);
}

function shiftText({ shift, shiftRatio, unit }: ComparedKpi): string {
  if (shift === null) return "gap";
  const percent = shiftRatio === null ? "" : ` (${(shiftRatio * 100).toFixed(1)} %)`;
  return `${shift > 0 ? "+" : ""}${figure(Number(shift.toPrecision(SHIFT_DIGITS)), unit)}${percent}`;
}
