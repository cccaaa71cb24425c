import type { LoadBody, LoadSeries } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import type { CsvRecord } from "../csv.ts";
import { csvRecords } from "../csv.ts";
import { differing, draftBody } from "../draft.ts";
import { amountIn, rounded } from "../figures.ts";
import type { LoadFormatReader } from "../format.ts";
import { countAt, LOCUST_ROUNDING, timesOf } from "./columns.ts";

/** `PREFIX_stats.csv` of `locust --csv PREFIX`. */
export const locustStats: LoadFormatReader = {
  format: "locust-stats",
  looksLike: (head) => /^\ufeff?"?Type"?,"?Name"?,"?Request Count"?,"?Failure Count"?,/.test(head),
  read: readStats,
};

interface Row {
  readonly name: string;
  readonly sent: number;
  readonly failed: number;
  readonly record: CsvRecord;
}

/**
 * Reads Locust's table of requests, whose last row adds up the others. Failures are in its times.
 *
 * @throws HoldpointError `HP-READ-*` with file and line; `HP-READ-TRUNCATED` without the row of totals
 */
function readStats(bytes: Uint8Array, file: string): LoadBody {
  const rows: Row[] = [];
  let total: Row | null = null;
  for (const record of csvRecords(bytes, file, ["Type", "Name", "Request Count", "Failure Count", "Requests/s"])) {
    const place = { file, line: record.line, column: 1 };
    if (total !== null) throw new HoldpointError("HP-READ-SYNTAX", "a row after the row of totals", place);
    const [sent, failed] = [countAt(record, "Request Count", place), countAt(record, "Failure Count", place)];
    if (failed > sent) throw new HoldpointError("HP-READ-SYNTAX", `${failed} failures of ${sent} requests`, place);
    const name = [record.field("Type"), record.field("Name")].filter(Boolean).join(" ");
    const row = { name, sent, failed, record };
    if (record.field("Type") === "" && /^(?:Aggregated|Total)$/.test(record.field("Name"))) total = row;
    else rows.push(row);
  }
  if (total === null) throw new HoldpointError("HP-READ-TRUNCATED", "it has no row of totals", { file });
  const place = { file, line: total.record.line, column: 1 };
  const perS = amountIn(total.record.field("Requests/s"), "Requests/s", place);
  const sum = (of: "sent" | "failed"): number => rows.reduce((all, row) => all + row[of], 0);
  return draftBody({
    tool: { name: "locust", version: null },
    trust: "closed-service-only",
    sent: total.sent,
    completed: total.sent - total.failed,
    failed: total.failed,
    durationMs: perS === 0 ? 0 : rounded((total.sent * 1000) / perS),
    failures: [["failed", total.failed]],
    ...timesOf(total.record, total.sent, "", place),
    rounding: LOCUST_ROUNDING,
    series: rows.map((row) => seriesOf(row, file)),
    reasons: [
      ...differing("requests", total.sent, sum("sent")),
      ...differing("failed requests", total.failed, sum("failed")),
    ],
  });
}

function seriesOf({ name, sent, failed, record }: Row, file: string): LoadSeries {
  const { service, told } = timesOf(record, sent, "", { file, line: record.line, column: 1 });
  const series = { of: "endpoint", name, completed: sent - failed, failed, response: null, service: null } as const;
  return { ...series, summary: service, ...(told === null ? {} : { told }) };
}
