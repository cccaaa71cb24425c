import type { LoadBody } from "@holdpoint/core";
import { shortDuration } from "../../format/duration.ts";
import { indented, table } from "../../format/table.ts";
import type { Meaning, Paint } from "../../reporters/text/paint.ts";
import { printable } from "../../reporters/view/printable.ts";
import type { LoadOutcome } from "../outcome.ts";
import { distributionLines } from "./distribution-text.ts";
import { countText, latencyText, rateText } from "./figures.ts";
import { sloLines } from "./slo-text.ts";
import { sparkline } from "./sparkline.ts";
import { toldRows } from "./told-rows.ts";
import { checkLines, clockLines, failureLines, seriesLines } from "./tables-text.ts";

export interface LoadTextTerms {
  readonly outcome: LoadOutcome;
  readonly paint: Paint;
  readonly columns: number;
  /** Further rows for the table of both clocks. */
  readonly percentiles?: readonly (readonly [label: string, response: string, service: string])[];
  /** Where things lie, as a person would name them. */
  readonly written: readonly (readonly [what: string, path: string])[];
}

const MARKS: Readonly<Record<LoadOutcome, Meaning>> = {
  pass: "good-mark",
  valid: "good-mark",
  fail: "bad-mark",
  inconclusive: "unknown",
  invalid: "bad-mark",
};
const COLUMNS_MAX = 120;

/** What a run came to, for a person at a terminal: everything that the JSON says, but for its windows one by one. */
export function loadText(
  body: LoadBody,
  { outcome, paint, columns, written, percentiles = [] }: LoadTextTerms,
): string {
  const width = Math.min(COLUMNS_MAX, columns);
  const sections: readonly (readonly [title: string, lines: readonly string[]])[] = [
    ["", headLines(body, outcome, paint)],
    ["Two clocks", clockLines(body, percentiles)],
    [`Service time as ${printable(body.tool.name)} tells it`, table(toldRows(body))],
    ["Response time, how many took how long", distributionLines(body, width)],
    ["Objectives", sloLines(body.slo, paint, width - 2)],
    ["Failures", failureLines(body, paint)],
    ["Checks", checkLines(body, paint)],
    ["Series", seriesLines(body, width)],
    [windowTitle(body), windowLines(body, width, paint)],
    ["Written", table(written.map(([what, path]) => [what, printable(path)]))],
  ];
  return sections
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => (title === "" ? lines : [paint("strong", title), ...indented(lines)]).join("\n"))
    .join("\n\n");
}

function headLines(body: LoadBody, outcome: LoadOutcome, paint: Paint): string[] {
  const { url, durationMs, terms, tool, due, sent, completed, failed, dropped, retried = 0 } = body;
  const model = [terms.model === "unknown" ? "" : `${terms.model} model`, terms.arrivals.join(", ")];
  const what = [printable(url ?? tool.name), shortDuration(durationMs), ...model].filter((part) => part !== "");
  const asked = body.target === null ? [] : [`asked ${rateText(body.target)}`];
  const rates = [...asked, `went out ${rateText(body.achieved)}`];
  const counts = [
    ...(due === null ? [] : [`due ${countText(due)}`]),
    `sent ${countText(sent)}`,
    `succeeded ${countText(completed)}`,
    failed > 0 ? paint("bad", `failed ${countText(failed)}`) : `failed 0`,
    ...(dropped > 0 ? [paint("bad", `dropped ${countText(dropped)}`)] : []),
    ...(retried > 0 ? [`sent again ${countText(retried)}`] : []),
  ];
  return [
    `${paint(MARKS[outcome], ` ${outcome.toUpperCase()} `)} ${what.join(" · ")}`,
    ...body.reasons.map(({ code, text }) => paint("bad", `  ${code}: ${printable(text)}`)),
    ...hintLines(body),
    `  ${rates.join("  ")}`,
    `  ${counts.join("  ")}`,
    ...(trustLine(body) ?? []),
  ];
}

/** What would make the next run one that counts. */
function hintLines({ reasons, terms }: LoadBody): string[] {
  const isLate = reasons.some(({ code }) => code === "lag" || code === "generator-blocked");
  if (!isLate) return [];
  const pacing = terms.pacing === "economical" ? "--pacing precise, " : "";
  return [`  What may help: ${pacing}more --workers, a machine that does nothing else, a rate it can send.`];
}

function trustLine({ trust }: LoadBody): string[] | null {
  if (trust === "open-both-clocks") return null;
  if (trust === "open-service-only")
    return ["  Timed from the send only: what waited to be sent is not in these figures."];
  if (trust === "unknown") return ["  Nobody says how this was measured."];
  return ["  Closed model: callers who wait do not come meanwhile, so a stall looks smaller than users would feel it."];
}

function windowTitle({ windows }: LoadBody): string {
  const [first] = windows;
  return first === undefined ? "" : `Over time, ${first.sizeMs / 1000} s a window`;
}

const LABEL_COLUMNS = 13;
const VALUE_COLUMNS = 30;

function windowLines({ windows }: LoadBody, width: number, paint: Paint): string[] {
  if (windows.length < 2) return [];
  const columns = Math.max(10, width - LABEL_COLUMNS - VALUE_COLUMNS);
  const line = (label: string, values: readonly (number | null)[], text: (value: number) => string): string => {
    const known = values.filter((value) => value !== null);
    if (known.length === 0) return `${label.padEnd(LABEL_COLUMNS)}nothing was answered`;
    const [least, most] = [Math.min(...known), Math.max(...known)];
    return `${label.padEnd(LABEL_COLUMNS)}${sparkline(values, columns)}  ${text(least)} to ${text(most)}`;
  };
  const perS = windows.map(({ sent, sizeMs }) => (sent * 1000) / sizeMs);
  const bad = windows.map(({ failed, dropped }) => failed + dropped);
  return [
    line(
      "response p99",
      windows.map(({ response }) => response?.p99 ?? null),
      latencyText,
    ),
    line(
      "service p99",
      windows.map(({ service }) => service?.p99 ?? null),
      latencyText,
    ),
    line("sent", perS, rateText),
    ...(bad.some((count) => count > 0) ? [paint("bad", line("failed", bad, countText))] : []),
  ];
}
