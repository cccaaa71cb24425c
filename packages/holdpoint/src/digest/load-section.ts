import { sparkline } from "../load/picture/sparkline.ts";
import { changeText, digestText, endsText } from "../load/trend/change-text.ts";
import type { LoadTrend } from "../load/trend/load-trends.ts";
import { P99, trendMetric } from "../load/trend/trend-metrics.ts";
import type { Digest } from "./digest.ts";
import type { Cell, DocumentSection } from "./document.ts";
import { boundedTable } from "./document.ts";
import { many } from "./numbers.ts";

const LINE_COLUMNS = 40;
const HEAD = ["Load", "Machine, plan", "Runs", "First p99", "Last p99", "Change", "Run by run"];

/** Response times of loads, each on one machine by one plan; what differs in either is a row of its own. */
export function loadSection({ load }: Digest): DocumentSection | null {
  if (load === null) return null;
  const { trends, more, incomparable, changes } = load;
  const invalid = trends.flatMap(({ points }) => points).filter(({ value }) => value === null).length;
  const says = [
    ...changes.map((one) => `Load ${one.load}, ${one.metric}: ${changeText(one, trendMetric(one.metric))}.`),
    ...(changes.length === 0 ? ["No change of level is seen; it takes runs on both sides."] : []),
    ...(invalid > 0 ? [`Invalid, and in no figure below: ${many(invalid, "load run")}.`] : []),
    ...(incomparable > 0 ? [`Without plan or machine, and in no row: ${many(incomparable, "load run")}.`] : []),
  ];
  const table = boundedTable(HEAD, trends.map(row), trends.length);
  return { title: "Load", says, ...(trends.length === 0 ? {} : { table: { ...table, more } }) };
}

function row(trend: LoadTrend): Cell[] {
  const { load, testbedSha256, planSha256, points } = trend;
  const terms = `${digestText(testbedSha256)}, ${digestText(planSha256)}`;
  const line = sparkline(
    points.map(({ value }) => value),
    LINE_COLUMNS,
  );
  return [{ code: load }, { code: terms }, String(points.length), ...endsText(trend, P99), line];
}
