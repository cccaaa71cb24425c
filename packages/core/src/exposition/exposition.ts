import type { ExpositionFamily } from "../evidence/exposition.ts";
import type { ExpositionCode } from "./codes.ts";

export type ExpositionFormat = "prometheus" | "openmetrics";

/** `untyped` is what OpenMetrics calls unknown. */
export type ExpositionType = ExpositionFamily["type"];

/** One page of metrics as it was read: everything that could be read, and everything that could not. */
export interface Exposition {
  readonly format: ExpositionFormat;
  readonly contentType: string | null;
  readonly sizeBytes: number;
  /** When it was scraped, milliseconds since the epoch. */
  readonly atMs: number;
  /** File that it lay in; null: it was asked for over a network. */
  readonly file: string | null;
  readonly families: readonly MetricFamily[];
  /** Where the text breaks its format; what the samples say is judged by `validateExposition`. */
  readonly faults: readonly ExpositionFault[];
  /** Faults beyond the bound. */
  readonly faultsLeftOut: number;
}

export interface MetricFamily {
  readonly name: string;
  readonly type: ExpositionType;
  /** Line of its TYPE; null: it has none. */
  readonly typeLine: number | null;
  readonly help: string | null;
  readonly unit: string | null;
  /** Its first line, of whatever kind. */
  readonly line: number;
  readonly samples: readonly MetricSample[];
}

export interface MetricSample {
  readonly name: string;
  /** What its name has more than the family's: `_bucket`, `_sum`, `_total`, or nothing. */
  readonly suffix: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly value: number;
  /** Milliseconds since the epoch, in both formats. */
  readonly timestampMs: number | null;
  readonly exemplar: MetricExemplar | null;
  readonly line: number;
}

export interface MetricExemplar {
  readonly labels: ReadonlyMap<string, string>;
  readonly value: number;
  readonly timestampMs: number | null;
  readonly column: number;
}

/** Something wrong at a place of a page. Lines and columns count from 1, columns in UTF-16 code units. */
export interface ExpositionFault {
  readonly code: ExpositionCode;
  readonly text: string;
  readonly line: number | null;
  readonly column: number | null;
}
