import type { CheckResult, GateResult, Location } from "@holdpoint/core";
import type { Explanation, Hold } from "../view/explain.ts";
import { explainCheck } from "../view/explain.ts";
import { formatPlace } from "../view/format.ts";
import type { CheckOfGate } from "../view/notes.ts";
import { formatChecks } from "../view/notes.ts";
import { clip, printable } from "../view/printable.ts";
import { codeSpan, escapeHtmlBlock, escapeMarkdown, escapeProse } from "./escape.ts";

const TEXT_CHARACTERS_MAX = 600;
const LOCATIONS_SHOWN_MAX = 10;

/** Clipped before it is escaped, so that no escape is cut in two. */
export function inline(text: string): string {
  return escapeMarkdown(clip(printable(text), TEXT_CHARACTERS_MAX));
}

export function code(text: string): string {
  return codeSpan(clip(printable(text), TEXT_CHARACTERS_MAX));
}

/** The same for prose that may mark code with back quotes. */
export function prose(text: string): string {
  return escapeProse(clip(printable(text), TEXT_CHARACTERS_MAX));
}

function block(text: string): string {
  return escapeHtmlBlock(clip(printable(text), TEXT_CHARACTERS_MAX));
}

export function gateRow(gate: GateResult): string {
  const cells = [
    code(gate.id),
    gate.verdict,
    gate.blocking ? "yes" : "no",
    formatChecks(gate.checks),
    gate.sections.join(" "),
  ];
  return `| ${cells.join(" | ")} |`;
}

/** One hold reason, folded; the summary line says what and why. */
export function holdBlock(hold: Hold): string {
  return [
    `<details><summary><b>${block(hold.outcome)}</b> ${block(hold.title)}: ${block(hold.reason)}</summary>`,
    "",
    `- Reason code: ${code(hold.code)}`,
    ...explanationItems(hold),
    "",
    "</details>",
  ].join("\n");
}

export function noticeItem({ gate, check }: CheckOfGate): string {
  const title = code(`${gate.id} / ${check.id}`);
  return `- **${check.outcome}** ${title}: ${inline(explainCheck(check).reason)}${flip(check)}`;
}

function flip(check: CheckResult): string {
  return check.flip === null ? "" : ` (${inline(check.flip)})`;
}

function explanationItems(told: Explanation): string[] {
  const rows: readonly (readonly [string, string | null])[] = [
    ["Seen", told.seen],
    ["Wanted", told.wanted],
    ["What would flip it", told.flip],
    ["What to do", told.remediation],
  ];
  const items = rows.flatMap(([label, text]) => (text === null || text === "" ? [] : [`- ${label}: ${prose(text)}`]));
  return told.locations.length === 0 ? items : [...items, "- Where:", ...locationItems(told.locations)];
}

function locationItems(locations: readonly Location[]): string[] {
  const items = locations
    .slice(0, LOCATIONS_SHOWN_MAX)
    .map((location) => `  - ${code(formatPlace(location))} ${inline(location.text)}`);
  const more = locations.length - LOCATIONS_SHOWN_MAX;
  return more > 0 ? [...items, `  - and ${more} more`] : items;
}
