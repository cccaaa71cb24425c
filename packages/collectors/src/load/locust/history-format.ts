import type { LoadBody, LoadWindow } from "@holdpoint/core";
import { HoldpointError, LOAD_WINDOWS_MAX } from "@holdpoint/core";
import { csvRecords } from "../csv.ts";
import { disagree, draftBody } from "../draft.ts";
import { countIn } from "../figures.ts";
import type { LoadFormatReader } from "../format.ts";
import type { LocustTimes } from "./columns.ts";
import { countAt, LOCUST_ROUNDING, timesOf } from "./columns.ts";

/** `PREFIX_stats_history.csv` of `locust --csv PREFIX`. */
export const locustHistory: LoadFormatReader = {
  format: "locust-history",
  looksLike: (head) => /^\ufeff?"?Timestamp"?,"?User Count"?,"?Type"?,"?Name"?,/.test(head),
  read: readHistory,
};

interface Mark {
  readonly atS: number;
  readonly sent: number;
  readonly failed: number;
}

/**
 * Reads Locust's counts second by second. It ends up to a second before the run does, and its percentiles are of the
 * last ten seconds, so it tells windows and no percentiles of the run.
 *
 * @throws HoldpointError `HP-READ-*` with file and line
 */
function readHistory(bytes: Uint8Array, file: string): LoadBody {
  const marks: Mark[] = [];
  let times: LocustTimes = { service: null, told: null };
  let falls = false;
  for (const record of csvRecords(bytes, file, ["Timestamp", "Total Request Count", "Total Failure Count"])) {
    const place = { file, line: record.line, column: 1 };
    // `--csv-full-history` has a row for each request beside.
    if (record.field("Name") !== "Aggregated" || record.field("Type") !== "") continue;
    const mark = {
      atS: countIn(record.field("Timestamp"), "Timestamp", place),
      sent: countAt(record, "Total Request Count", place),
      failed: countAt(record, "Total Failure Count", place),
    };
    const before = marks.at(-1);
    if (mark.failed > mark.sent)
      throw new HoldpointError("HP-READ-SYNTAX", `${mark.failed} failures of ${mark.sent} requests`, place);
    if (before !== undefined && mark.atS < before.atS)
      throw new HoldpointError("HP-READ-SYNTAX", "a row of an earlier second", place);
    const sound = (one: Mark): number => one.sent - one.failed;
    falls ||= before !== undefined && (sound(mark) < sound(before) || mark.failed < before.failed);
    marks.push(mark);
    times = timesOf(record, mark.sent, "Total ", place);
  }
  const [first, last] = [marks[0], marks.at(-1)];
  const { sent, failed } = last ?? { sent: 0, failed: 0 };
  return draftBody({
    tool: { name: "locust", version: null },
    trust: "closed-service-only",
    sent,
    completed: sent - failed,
    failed,
    durationMs: first === undefined || last === undefined ? 0 : (last.atS - first.atS) * 1000,
    failures: [["failed", failed]],
    ...times,
    rounding: LOCUST_ROUNDING,
    windows: falls ? [] : windowsOf(marks),
    reasons: falls ? [disagree("its running totals fall")] : [],
  });
}

/** Between two marks as much was sent as the totals grew. */
function windowsOf(marks: readonly Mark[]): LoadWindow[] {
  const [first, last] = [marks[0], marks.at(-1)];
  if (first === undefined || last === undefined || first.atS === last.atS) return [];
  const sizeS = Math.ceil((last.atS - first.atS) / LOAD_WINDOWS_MAX);
  const count = Math.ceil((last.atS - first.atS) / sizeS);
  let [next, told] = [0, { sent: 0, failed: 0 }];
  return Array.from({ length: count }, (_, at) => {
    let reached = told;
    while (next < marks.length && (marks[next]?.atS ?? 0) <= first.atS + (at + 1) * sizeS) {
      reached = marks[next] ?? reached;
      next += 1;
    }
    const [sent, failed] = [reached.sent - told.sent, reached.failed - told.failed];
    told = reached;
    return {
      startMs: at * sizeS * 1000,
      sizeMs: sizeS * 1000,
      sent,
      completed: sent - failed,
      failed,
      dropped: 0,
      queued: 0,
      response: null,
      service: null,
      lagMax: null,
    };
  });
}
