import type { LineCursor } from "./cursor.ts";
import { readQuoted } from "./quoted.ts";

const LABEL_NAME = /[a-zA-Z_][a-zA-Z0-9_]*/y;
const UP_TO_EQUALS = /[^=,}" \t]*/y;

export interface LabelSet {
  readonly labels: ReadonlyMap<string, string>;
  /** Name of the metric where it stands quoted among the labels, as Prometheus 3 writes names in UTF-8. */
  readonly metric: string | null;
}

/** Labels in braces from here on; null where they cannot be read. */
export function readLabels(cursor: LineCursor, labelsMax: number): LabelSet | null {
  const labels = new Map<string, string>();
  let metric: string | null = null;
  cursor.at += 1;
  cursor.blanks();
  while (!cursor.take("}")) {
    const nameAt = cursor.at;
    const isQuoted = cursor.char === '"';
    const name = isQuoted ? readQuoted(cursor) : readLabelName(cursor);
    if (name === null) return null;
    cursor.blanks();
    if (isQuoted && /[,}]/.test(cursor.char)) {
      if (metric !== null || labels.size > 0 || name === "") {
        return cursor.fail("bad-name", "the quoted name of a metric stands once, first, and is not empty", nameAt);
      }
      metric = name;
    } else {
      const value = readLabelValue(cursor);
      if (value === null) return null;
      if (name === "") cursor.note("bad-label-name", "the name of a label is empty", nameAt);
      if (labels.has(name)) cursor.note("duplicate-label", `the label ${shown(name)} stands there twice`, nameAt);
      else labels.set(name, value);
      if (labels.size > labelsMax)
        return cursor.fail("too-large", `a sample has more than ${labelsMax} labels`, nameAt);
    }
    cursor.blanks();
    if (cursor.char === "}") continue;
    if (!cursor.take(",")) return cursor.fail("bad-labels", "a comma or a closing brace is wanted here");
    cursor.blanks();
    if (cursor.openMetrics && cursor.char === "}") cursor.note("bad-labels", "no comma before the closing brace");
  }
  return { labels, metric };
}

function readLabelName(cursor: LineCursor): string | null {
  const from = cursor.at;
  const name = cursor.match(LABEL_NAME);
  if (name !== null && /^(?:[=,}" \t]|$)/.test(cursor.char)) return name;
  cursor.at = from;
  const whole = cursor.match(UP_TO_EQUALS) ?? "";
  if (whole === "") return cursor.fail("bad-labels", "the name of a label is wanted here", from);
  cursor.note("bad-label-name", `${shown(whole)} is no name of a label unless it is quoted`, from);
  return whole;
}

function readLabelValue(cursor: LineCursor): string | null {
  if (!cursor.take("=")) return cursor.fail("bad-labels", "an equals sign is wanted here");
  cursor.blanks();
  return cursor.char === '"' ? readQuoted(cursor) : cursor.fail("bad-labels", "a quoted value is wanted here");
}

const SHOWN_CHARS_MAX = 80;

/** A name as it may stand in a message: quoted, cut. */
export function shown(text: string): string {
  return JSON.stringify(text.length > SHOWN_CHARS_MAX ? `${text.slice(0, SHOWN_CHARS_MAX)}…` : text);
}
