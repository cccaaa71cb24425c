import type { LoadBody } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import { csvRecords } from "../csv.ts";
import { amountIn } from "../figures.ts";
import type { LoadFormatReader } from "../format.ts";
import { instantMs } from "./instant.ts";
import { isMetricValue, isReadMetric, K6Points } from "./points.ts";

/** `k6 run --out csv=…`. */
export const k6Csv: LoadFormatReader = {
  format: "k6-csv",
  looksLike: (head) => /^\ufeff?metric_name,timestamp,metric_value,/.test(head),
  read: readK6Csv,
};

/**
 * Reads k6's CSV. Its times are whole seconds unless `K6_CSV_TIME_FORMAT` says otherwise, which makes windows coarse
 * and times no less exact.
 *
 * @throws HoldpointError `HP-READ-*` with file and line
 */
function readK6Csv(bytes: Uint8Array, file: string): LoadBody {
  const points = new K6Points();
  for (const { field, line } of csvRecords(bytes, file, ["metric_name", "timestamp", "metric_value", "status"])) {
    const place = { file, line, column: 1 };
    const metric = field("metric_name");
    if (!isReadMetric(metric)) continue;
    const value = amountIn(field("metric_value"), "metric_value", place);
    if (!isMetricValue(value))
      throw new HoldpointError("HP-READ-SYNTAX", "metric_value is too large to be held", place);
    points.add({ metric, atMs: instantMs(field("timestamp"), place), value, tag: field });
  }
  return points.finish();
}
