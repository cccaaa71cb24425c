/** Columns that the records fill, in their order; every other column of the table is people's own. */
export const COLUMNS = [
  "Id",
  "State",
  "Path",
  "Metric",
  "Type",
  "At decision",
  "Now",
  "Owner",
  "Approver",
  "Rationale",
  "Mitigation",
  "Decided",
  "Expires",
  "Next review",
  "Final",
] as const;

export type Column = (typeof COLUMNS)[number];

/**
 * `open`, `resolved`: of a signed record. `proposed`: below its floor, and nobody has decided anything yet.
 * `lapsed`: was proposed and is no longer needed. `unsigned`: says what no record that can be trusted says.
 */
export type RowState = "open" | "resolved" | "proposed" | "lapsed" | "unsigned";

export const ROW_STATES: readonly RowState[] = ["open", "proposed", "unsigned", "resolved", "lapsed"];

/** A row as it is meant, without the signs of Markdown. */
export interface RegisterRow {
  readonly id: string;
  readonly cells: Readonly<Record<Column, string>>;
  /** By name of the column, as somebody wrote them. */
  readonly own: Readonly<Record<string, string>>;
  /** Where it stands in the file; null for a row that is not there yet. */
  readonly line: number | null;
}

export const NO_CELLS: Readonly<Record<Column, string>> = Object.fromEntries(
  COLUMNS.map((column) => [column, ""]),
) as Record<Column, string>;

export function stateOf({ cells }: RegisterRow): RowState | null {
  return ROW_STATES.find((state) => state === cells.State) ?? null;
}
