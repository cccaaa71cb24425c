import { joinLine, writeCell } from "./cells.ts";
import type { RegisterRow } from "./columns.ts";
import { COLUMNS } from "./columns.ts";
import type { Register } from "./parse-register.ts";
import { BEGIN_MARK, END_MARK } from "./parse-register.ts";

const INTRODUCTION = [
  "# Coverage exceptions",
  "",
  "A view of the signed records under `governance/`: `holdpoint coverage exceptions sync` writes the table. Nothing that",
  "is typed into its columns counts; further columns, and everything outside of the two marks, are yours.",
  "",
];

/** A register that is not there yet. */
export const NEW_REGISTER: string = `${INTRODUCTION.join("\n")}\n`;

/** The whole file with other rows; everything outside of the marks stays byte for byte as it was. */
export function writeRegister(register: Register, rows: readonly RegisterRow[]): string {
  const { before, after, hasMarks, lineBreak, own } = register;
  const header = [...COLUMNS, ...own.map(({ name }) => name)];
  const dashes = [...COLUMNS.map(() => "---"), ...own.map((column) => column.dashes)];
  const table = [header, dashes, ...rows.map((row) => cellsOf(row, own))].map(joinLine);
  const block = ["", ...table, ""].map((line) => line + lineBreak).join("");
  if (hasMarks) return before + block + after;
  const gap = before === "" || before.endsWith(lineBreak.repeat(2)) ? "" : lineBreak;
  const ended = before === "" || before.endsWith(lineBreak) ? "" : lineBreak;
  return `${before}${ended}${gap}${BEGIN_MARK}${lineBreak}${block}${END_MARK}${lineBreak}`;
}

function cellsOf(row: RegisterRow, own: Register["own"]): string[] {
  return [...COLUMNS.map((column) => writeCell(row.cells[column])), ...own.map(({ name }) => row.own[name] ?? "")];
}
