import type { DataPlan } from "@holdpoint/core";
import { didYouMean } from "@holdpoint/core";
import type { Draw } from "../schedule/random.ts";
import type { PlannedText } from "./place.ts";
import { mistake } from "./place.ts";
import type { Value } from "./template.ts";

/** What one arrival has to fill in: the same again for the same seed and index, whichever worker sends it. */
export interface ArrivalValues {
  /** Of all arrivals of the run, from 0. */
  readonly index: number;
  readonly draw: Draw;
  readonly extracted: Map<string, string>;
  /** The row that this arrival took, by data set. */
  readonly rows: Map<DataPlan, Readonly<Record<string, string>>>;
}

const RANDOM = /^random\.(-?\d{1,15})\.(-?\d{1,15})$/;
const COLUMN = /^([^.]+)\.(.+)$/s;

/** Finds who gives a name: an extract of an earlier step, the run, or a column. */
export function valueOf(
  name: string,
  planned: PlannedText,
  index: number,
  known: { readonly data: readonly DataPlan[]; readonly extracted: readonly string[] },
): Value<ArrivalValues> {
  if (name === "seq") return ({ index }) => String(index);
  if (name === "uuid") return ({ draw }) => uuid(draw);
  const random = RANDOM.exec(name);
  if (random !== null) return randomValue(Number(random[1]), Number(random[2]), planned, index);
  if (known.extracted.includes(name)) return ({ extracted }) => extracted.get(name) ?? "";
  const column = COLUMN.exec(name);
  const source = column === null ? null : sourceOf(column[1] ?? "", column[2] ?? "", planned, index, known.data);
  if (source !== null) return columnValue(source.data, source.column);
  const names = [...known.extracted, "seq", "uuid", "random.1.100", ...known.data.flatMap(columnNames)];
  throw mistake("HP-LOAD-PLACEHOLDER", planned, index, `nothing gives \${${name}}${didYouMean(name, names)}`);
}

function randomValue(from: number, to: number, planned: PlannedText, index: number): Value<ArrivalValues> {
  if (from > to) throw mistake("HP-LOAD-PLACEHOLDER", planned, index, `${from} is above ${to}`);
  return ({ draw }) => String(from + Math.floor(draw() * (to - from + 1)));
}

/** `data.column` looks through all data sets; more than one with that column is not decided by their order. */
function sourceOf(
  set: string,
  column: string,
  planned: PlannedText,
  index: number,
  data: readonly DataPlan[],
): { readonly data: DataPlan; readonly column: string } | null {
  const named = data.filter(({ name }) => name === set);
  const candidates = (named.length > 0 || set !== "data" ? named : data).filter((one) => hasColumn(one, column));
  if (candidates.length > 1) {
    const names = candidates.map(({ name }) => name).join(", ");
    throw mistake("HP-LOAD-PLACEHOLDER", planned, index, `several data sets have the column ${column}: ${names}`);
  }
  const [only] = candidates;
  if (only === undefined) return null;
  const without = only.rows.findIndex((row) => !Object.hasOwn(row, column));
  if (without >= 0) {
    throw mistake("HP-LOAD-PLACEHOLDER", planned, index, `row ${without + 1} of ${only.name} has no ${column}`);
  }
  return { data: only, column };
}

function hasColumn({ rows }: DataPlan, column: string): boolean {
  return rows.some((row) => Object.hasOwn(row, column));
}

function columnNames({ name, rows }: DataPlan): readonly string[] {
  return Object.keys(rows[0] ?? {}).map((column) => `${name}.${column}`);
}

/** All columns of one data set come from one row for one arrival. */
function columnValue(data: DataPlan, column: string): Value<ArrivalValues> {
  return ({ rows, index, draw }) => {
    let row = rows.get(data);
    if (row === undefined) {
      const at = data.pick === "sequential" ? index % data.rows.length : Math.floor(draw() * data.rows.length);
      row = data.rows[at] ?? {};
      rows.set(data, row);
    }
    return row[column] ?? "";
  };
}

/** Version 4 (RFC 9562, section 5.4) of seeded bits: to tell requests apart, not to keep anything secret. */
function uuid(draw: Draw): string {
  const words = Array.from({ length: 8 }, () => Math.floor(draw() * 65_536));
  const hex = words.map((word) => word.toString(16).padStart(4, "0")).join("");
  const variant = "89ab"[Math.floor(draw() * 4)] ?? "8";
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20),
  ];
  return parts.join("-");
}
