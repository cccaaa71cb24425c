import type { Judgement, Location } from "@holdpoint/core";
import type { Explanation } from "../view/explain.ts";
import { explainCheck, explainHolds } from "../view/explain.ts";
import { formatPlace } from "../view/format.ts";
import type { CheckOfGate } from "../view/notes.ts";
import { advisoryFindings, checksWith } from "../view/notes.ts";
import { printable } from "../view/printable.ts";
import type { Paint } from "./paint.ts";
import { meaningOf } from "./paint.ts";
import { displayWidth } from "./width.ts";
import { labelled } from "./wrap.ts";

const LOCATIONS_SHOWN_MAX = 8;
const INDENT = 10;

/** For each hold reason: what was seen, what was wanted, what would flip it, what to do, where to look. */
export function holdLines(judgement: Judgement, columns: number, paint: Paint): string[] {
  const holds = explainHolds(judgement);
  if (holds.length === 0) return [];
  return [
    heading("Why it is held", paint),
    ...holds.flatMap((hold) => [
      "",
      ...titleLines(hold.outcome, `${hold.title} · ${printable(hold.code)}`, columns, paint),
      ...explanationLines(hold, columns, paint),
    ]),
  ];
}

/** What let through and still wants eyes: advisory gates that do not pass, warnings, waivers. */
export function noticeLines(judgement: Judgement, columns: number, paint: Paint): string[] {
  const group = (title: string, found: readonly CheckOfGate[]): string[] => {
    if (found.length === 0) return [];
    const lines = found.flatMap(({ gate, check }) => [
      "",
      ...titleLines(check.outcome, printable(`${gate.id} / ${check.id} · ${check.code}`), columns, paint),
      ...explanationLines(explainCheck(check), columns, paint),
    ]);
    return ["", heading(`${title} (${found.length})`, paint), ...lines];
  };
  return [
    ...group("Not passed, in advisory gates", advisoryFindings(judgement)),
    ...group("Warnings", checksWith(judgement, ["warn"])),
    ...group("Waived", checksWith(judgement, ["waived"])),
  ];
}

export function heading(text: string, paint: Paint): string {
  return paint("strong", text);
}

function titleLines(outcome: string, title: string, columns: number, paint: Paint): string[] {
  const lines = labelled(outcome, displayWidth(outcome) + 2, title, columns);
  return lines.map((line, index) =>
    index === 0 ? paint(meaningOf(outcome), outcome) + line.slice(outcome.length) : line,
  );
}

function explanationLines(told: Explanation, columns: number, paint: Paint): string[] {
  const rows: readonly (readonly [string, string | null])[] = [
    ["what", told.reason],
    ["seen", told.seen],
    ["wanted", told.wanted],
    ["flip", told.flip],
    ["do", told.remediation],
  ];
  const lines = rows.flatMap(([label, text]) =>
    text === null || text === "" ? [] : labelled(`  ${label}`, INDENT, text, columns),
  );
  return [...lines, ...locationLines(told.locations, columns)].map((line) =>
    line.replace(/^ {2}[a-z]+(?= )/, (label) => paint("faint", label)),
  );
}

function locationLines(locations: readonly Location[], columns: number): string[] {
  const shown = locations
    .slice(0, LOCATIONS_SHOWN_MAX)
    .flatMap((location, index) =>
      labelled(index === 0 ? "  where" : "", INDENT, `${formatPlace(location)} ${printable(location.text)}`, columns),
    );
  const more = locations.length - LOCATIONS_SHOWN_MAX;
  return more > 0 ? [...shown, `${" ".repeat(INDENT)}and ${more} more`] : shown;
}
