import type { ComponentDigest } from "./components.ts";
import type { Digest, MetricChange } from "./digest.ts";
import type { Cell, DocumentSection } from "./document.ts";
import { boundedTable } from "./document.ts";
import { bandTitle, share, signed, sparkline } from "./numbers.ts";

const ROWS_MAX = 200;
const HEAD = ["Part", "Metric", "First", "Last", "Points", "Uncovered", "Band"];

/** Coverage of the whole and its components, bands, and the critical ones apart. */
export const coverageSections: readonly ((digest: Digest) => DocumentSection | null)[] = [coverage, bands, critical];

function coverage(digest: Digest): DocumentSection | null {
  const { whole, components, trend, latest } = digest;
  if (latest.length === 0) return null;
  if (whole === null) return { title: "Coverage", says: ["No run of this time measured coverage."] };
  const rows = [whole, ...components].flatMap((part) => part.metrics.map((change) => row(part, change)));
  const line = sparkline(trend);
  const [from, to] = [trend[0] ?? null, trend.at(-1) ?? null];
  const says = [
    ...doubts(digest),
    ...(trend.length === 1 ? ["Only one run measured it, so first and last are the same."] : []),
    ...(line === "" ? [] : [`Lines of the whole, run by run: ${line} from ${share(from)} to ${share(to)}.`]),
  ];
  return { title: "Coverage", says, table: boundedTable(HEAD, rows, ROWS_MAX) };
}

/** What has to be said before anybody believes the figures; nothing when the gate let them through. */
export function doubts({ coverageVerdict: verdict }: Digest): string[] {
  if (verdict === "PASS" || verdict === "WARN") return [];
  if (verdict === null) return ["The gate coverage did not judge the run that the last figures are from."];
  return [`The gate coverage ended ${verdict} in the run that the last figures are from: do not rely on them.`];
}

function row({ id, tags }: ComponentDigest, change: MetricChange): Cell[] {
  const name = tags.length === 0 ? id : `${id} (${tags.join(", ")})`;
  return [name, change.metric, ...changeCells(change)];
}

function changeCells({ first, last, points, uncovered, band }: MetricChange): string[] {
  return [share(first), share(last), points ?? "", signed(uncovered), bandTitle(band)];
}

/** How many components are in each band of lines, best first. */
function bands({ components }: Digest): DocumentSection | null {
  const byBand = new Map<string, string[]>();
  for (const { id, metrics } of components) {
    const band = bandTitle(metrics.find(({ metric }) => metric === "lines")?.band ?? null) || "not measured";
    byBand.set(band, [...(byBand.get(band) ?? []), id]);
  }
  if (byBand.size === 0) return null;
  const order = components.flatMap(({ metrics }) => metrics).filter(({ metric }) => metric === "lines");
  const best = [...byBand].sort(([a], [b]) => lowest(order, b) - lowest(order, a));
  const rows = best.map(([band, ids]) => [band, String(ids.length), ids.join(", ")]);
  return { title: "Bands", says: [], table: boundedTable(["Lines", "Components", "Which"], rows, ROWS_MAX) };
}

/** Share of any of the band, which is enough to order bands by; what was not measured comes last. */
function lowest(lines: readonly MetricChange[], title: string): number {
  const one = lines.find(({ band }) => bandTitle(band) === title)?.last;
  return one === undefined ? -1 : one.covered / one.total;
}

function critical({ components }: Digest): DocumentSection | null {
  const rows = components
    .filter((component) => component.critical)
    .flatMap(({ id, metrics }) => metrics.map((change) => [id, change.metric, ...changeCells(change)] as Cell[]));
  if (rows.length === 0) return null;
  const says = ["Components that are declared critical; carried evidence does not count for them."];
  return { title: "Critical components", says, table: boundedTable(HEAD, rows, ROWS_MAX) };
}
