import type { CoverageProposal, CoverageRegister } from "@holdpoint/core";
import { COVERAGE_METRICS } from "@holdpoint/core";
import type { ExceptionState } from "@holdpoint/ledger";
import type { RegisterRow } from "./columns.ts";
import { COLUMNS, stateOf } from "./columns.ts";
import type { Register } from "./parse-register.ts";
import { syncRows } from "./sync-rows.ts";

type Difference = Pick<CoverageRegister, "line" | "text">;

/** The first place at which a register says something else than the records; null when it is current. */
export function registerDifference(register: Register, states: readonly ExceptionState[]): Difference | null {
  const { rows, columns, hasMarks } = register;
  if (!hasMarks) return { line: null, text: "the marks that the table stands between are missing" };
  const lacking = COLUMNS.find((column) => !columns.includes(column));
  if (lacking !== undefined) return { line: null, text: `the column ${lacking} is missing` };
  const wanted = syncRows(rows, states, null);
  for (const row of rows) {
    const should = wanted.find(({ id }) => id === row.id);
    if (should === undefined) return { line: row.line, text: `${row.id} has been decided about` };
    const column = COLUMNS.find((one) => row.cells[one] !== should.cells[one]);
    if (column === undefined) continue;
    const text = `${row.id}: ${column} is "${row.cells[column]}", the records say "${should.cells[column]}"`;
    return { line: row.line, text };
  }
  const absent = wanted.find(({ line }) => line === null);
  if (absent !== undefined) return { line: null, text: `the row of ${absent.id} is missing` };
  const moved = rows.find((row, index) => wanted[index]?.id !== row.id);
  return moved === undefined ? null : { line: moved.line, text: `${moved.id} stands in another place` };
}

/** Rows that no signed record stands behind, but those that lapsed. */
export function proposalsOf(rows: readonly RegisterRow[], states: readonly ExceptionState[]): CoverageProposal[] {
  const known = new Set(states.map(({ exception }) => exception.id));
  return rows.flatMap((row) => {
    const metric = COVERAGE_METRICS.find((one) => one === row.cells.Metric);
    if (row.line === null || known.has(row.id) || stateOf(row) === "lapsed") return [];
    return [{ id: row.id, path: row.cells.Path || row.id, metric: metric ?? "lines", line: row.line }];
  });
}

/** Whether a register would be written with the very same cells, so that its file can stay as it is. */
export function isWritten({ rows, columns, hasMarks }: Register, wanted: readonly RegisterRow[]): boolean {
  if (!hasMarks || columns.length !== COLUMNS.length || rows.length !== wanted.length) return false;
  return rows.every((row, index) => {
    const should = wanted[index];
    return should !== undefined && row.id === should.id && COLUMNS.every((one) => row.cells[one] === should.cells[one]);
  });
}
