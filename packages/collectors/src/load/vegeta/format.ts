import type { LoadBody } from "@holdpoint/core";
import { jsonDocument } from "../cursor.ts";
import { differing, draftBody } from "../draft.ts";
import { rounded, toldOf } from "../figures.ts";
import type { LoadFormatReader } from "../format.ts";
import { isSuccess, statusIn, statusKind } from "../status.ts";

const NS_PER_MS = 1e6;

/** `vegeta report -type=json`. */
export const vegeta: LoadFormatReader = {
  format: "vegeta",
  looksLike: (head) => /^\ufeff?\s*\{\s*"latencies"\s*:\s*\{/.test(head) && /"status_codes"\s*:/.test(head),
  read: readVegeta,
};

/**
 * Reads vegeta's JSON report. Requests went out at a rate; their times are from the actual send.
 *
 * @throws HoldpointError `HP-READ-*` with file and JSON pointer
 */
function readVegeta(bytes: Uint8Array, file: string): LoadBody {
  const top = jsonDocument(bytes, file, (one) => one.at("latencies").isObject && one.at("status_codes").isObject);
  const statuses = top
    .at("status_codes")
    .entries()
    .map(([status, one]) => [statusIn(status, one), one.count()] as const);
  const counted = statuses.reduce((sum, [, count]) => sum + count, 0);
  const completed = statuses.reduce((sum, [status, count]) => sum + (isSuccess(status) ? count : 0), 0);
  const sent = top.at("requests").count();
  const success = top.at("success").amount();
  const latency = top.at("latencies");
  const ms = (key: string): number => rounded(latency.at(key).amount() / NS_PER_MS);
  const percentiles = latency.entries().flatMap(([name, one]) => {
    const [, rank] = /^(\d{1,2}(?:\.\d+)?)th$/.exec(name) ?? [];
    return rank === undefined ? [] : [{ name, q: rounded(Number(rank) / 100), ms: rounded(one.amount() / NS_PER_MS) }];
  });
  return draftBody({
    tool: { name: "vegeta", version: null },
    trust: "open-service-only",
    sent,
    completed,
    failed: Math.max(0, sent - completed),
    durationMs: rounded((top.at("duration").amount() + top.at("wait").amount()) / NS_PER_MS),
    failures: statuses
      .filter(([status]) => !isSuccess(status))
      .map(([status, count]) => [status === 0 ? "no answer" : statusKind(status), count]),
    told: toldOf({
      count: sent,
      min: latency.at("min").isThere ? ms("min") : null,
      mean: ms("mean"),
      max: ms("max"),
      percentiles,
    }),
    achieved: top.at("rate").amount(),
    reasons: [
      ...differing("requests", sent, counted),
      ...differing("successes", Math.round(success * sent), completed),
    ],
  });
}
