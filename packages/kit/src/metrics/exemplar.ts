import { labelsText, numberText } from "./text.ts";

/** What one observation was part of, as `{ trace_id: "4bf9…" }`; written in OpenMetrics only. */
export type Exemplar = Readonly<Record<string, string>>;

/** The newest observation of a bucket that said what it was part of. */
export interface TakenExemplar {
  readonly exemplar: Exemplar;
  readonly value: number;
  readonly atMs: number | null;
}

/** Names and values together, in Unicode characters (OpenMetrics 1.0, "Exemplars"). */
const CHARS_MAX = 128;
const LABEL_NAME = /^(?!__)[a-zA-Z_][a-zA-Z0-9_]{0,99}$/;

/** What stands behind a bucket's sample; nothing for labels that OpenMetrics does not allow. */
export function exemplarText({ exemplar, value, atMs }: TakenExemplar): string {
  const names = Object.keys(exemplar);
  const values = Object.values(exemplar).map((text) => text.toWellFormed());
  const chars = [...names, ...values].reduce((sum, text) => sum + Array.from(text).length, 0);
  if (chars > CHARS_MAX || !names.every((name) => LABEL_NAME.test(name))) return "";
  const at = atMs === null ? "" : ` ${numberText(atMs / 1000)}`;
  return ` # {${labelsText(names, values)}} ${numberText(value)}${at}`;
}
