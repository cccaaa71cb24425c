import { indented, table } from "../../format/table.ts";
import type { BandEntry, BandTable, BandTerms } from "./band-table.ts";

const SHOWN_MAX = 15;

/** Bands for a person: how many are in each, the worst of them, and the critical ones apart. */
export function bandsText({ bands, nothingToCover, notMeasured, critical }: BandTable, terms: BandTerms): string {
  const lines = bands.flatMap(({ title, entries }) => {
    const shown = entries.toReversed().slice(0, SHOWN_MAX);
    const rest = entries.length - shown.length;
    const rows = shown.map((entry) => rowOf(entry));
    const more = rest > 0 ? [`and ${rest} more`] : [];
    return [`${title}: ${entries.length}`, ...indented([...table(rows), ...more])];
  });
  const apart = critical.map(({ band, ...entry }) => [band ?? "not measured", ...rowOf(entry)]);
  return [
    `By ${terms.by}, ${terms.metric}`,
    ...lines,
    ...listed("Nothing to cover", nothingToCover),
    ...listed("Measured by no report", notMeasured),
    ...(apart.length === 0 ? [] : ["", "Critical", ...indented(table(apart))]),
  ].join("\n");
}

function rowOf({ name, percent, covered, total, unmeasured, critical }: BandEntry): string[] {
  const notes = [
    ...(critical.length === 0 ? [] : ["critical"]),
    ...(unmeasured === 0 ? [] : [`${unmeasured} files not measured`]),
  ];
  return [percent, `${covered} of ${total}`, notes.length === 0 ? name : `${name} (${notes.join(", ")})`];
}

function listed(title: string, names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  const rest = names.length - SHOWN_MAX;
  return [
    `${title}: ${names.length}`,
    ...indented([...names.slice(0, SHOWN_MAX), ...(rest > 0 ? [`and ${rest} more`] : [])]),
  ];
}
