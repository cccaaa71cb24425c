import { visible } from "../../../reporters/view/printable.ts";
import type { SourceMarks } from "../marks.ts";
import { hitsText } from "../marks.ts";

/** So much of one file is shown. */
export const LINES_SHOWN_MAX = 20_000;
export const LINE_CHARACTERS_MAX = 2_000;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const UNSAFE = /[&<>]/g;
/** Anything but what nearly all source is made of. */
const RARE = /[^\t\u0020-\u007e]/;

/** Lines of a source as tools count them, without their ends. */
export function sourceLinesOf(source: string): string[] {
  const lines = source.split(/\r\n|\n|\r/);
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

/**
 * The lines as items of a list: how often each was hit, how many of its ways out were taken, its text. Every mark is
 * text: `0` is a line that no test ran, `1 of 2` a branch that went one way only.
 */
export function sourceList(lines: readonly string[], marks: SourceMarks): string {
  const items: string[] = [];
  const shown = Math.min(lines.length, LINES_SHOWN_MAX);
  let at = 0;
  for (let index = 0; index < shown; index += 1) {
    const line = index + 1;
    while ((marks.lines[at] ?? Number.POSITIVE_INFINITY) < line) at += 1;
    const text = lineText(lines[index] ?? "");
    const isMeasured = marks.lines[at] === line;
    items.push(`${isMeasured ? measured(marks, at, line) : unmeasured(marks, line)}${text}`);
  }
  return `<ol class=s>${items.join("\n")}</ol>`;
}

function measured(marks: SourceMarks, at: number, line: number): string {
  const more = ways(marks, line);
  const isHit = marks.covered[at] === 1;
  const start = isHit ? (more.isWhole ? "<li>" : "<li class=p>") : `<li class=m id=L${line}>`;
  const count = marks.hits === null ? `<b class=w>${isHit ? "hit" : "missed"}</b>` : `<b>${hitsText(marks, at)}</b>`;
  return `${start}${count}${more.text}`;
}

/** A branch or a function may stand on a line that is not measured itself. */
function unmeasured(marks: SourceMarks, line: number): string {
  const more = ways(marks, line);
  return `${more.isWhole ? "<li>" : "<li class=p>"}${more.text}`;
}

function ways({ branches, functions }: SourceMarks, line: number): { text: string; isWhole: boolean } {
  const taken = branches.get(line);
  const called = functions.get(line);
  const isUncalled = called !== undefined && called.covered < called.total;
  if (taken === undefined && !isUncalled) return { text: "", isWhole: true };
  const said = [
    ...(taken === undefined ? [] : [`${taken.covered} of ${taken.total}`]),
    ...(isUncalled ? ["uncalled"] : []),
  ];
  const isWhole = !isUncalled && (taken === undefined || taken.covered === taken.total);
  return { text: `<i>${said.join(" ")}</i>`, isWhole };
}

function lineText(line: string): string {
  const cut = line.length > LINE_CHARACTERS_MAX ? `${line.slice(0, LINE_CHARACTERS_MAX)}… (cut)` : line;
  const seen = RARE.test(cut) ? visible(cut) : cut;
  return seen.replaceAll(UNSAFE, (character) => ENTITIES[character] ?? "");
}
