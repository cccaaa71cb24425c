import type { LoadBody } from "@holdpoint/core";
import { disagree, draftBody } from "../draft.ts";
import { amountIn, countIn, rateFits, rounded, toldOf } from "../figures.ts";
import { TextReport } from "../text-report.ts";

const PERCENTILE = /^\s+(\d+)%\s+(\d+)(?: \(longest request\))?$/;
const HEADING = "Percentage of the requests served within a certain time (ms)";

/**
 * Reads what ab prints. `Failed requests` of ab does not hold answers with another status than 2xx; they are failures
 * here, and one that was both counts twice rather than not at all.
 *
 * @throws HoldpointError `HP-READ-*` with file and line
 */
export function readAb(bytes: Uint8Array, file: string): LoadBody {
  const report = new TextReport(bytes, file);
  const told = (name: string): { readonly groups: readonly string[]; readonly place: object } =>
    report.must(new RegExp(String.raw`^${name}:\s+(\S+)(?: seconds| bytes)?$`), name);
  const number = (name: string): number => countIn(told(name).groups[0] ?? "", name, told(name).place);
  const [answered, broken] = [number("Complete requests"), number("Failed requests")];
  const optional = (form: RegExp): number => {
    const found = report.one(form);
    return found === null ? 0 : countIn(found.groups[0] ?? "", "responses", found.place);
  };
  const refused = optional(/^Non-2xx responses:\s+(\S+)$/);
  const seconds = amountIn(
    told("Time taken for tests").groups[0] ?? "",
    "the time",
    told("Time taken for tests").place,
  );
  const rate = report.must(/^Requests per second:\s+(\S+) \[#\/sec\] \(mean\)$/, "rate of requests");
  const perS = amountIn(rate.groups[0] ?? "", "the rate", rate.place);
  const percentiles = report.section(HEADING, PERCENTILE).map(({ groups: [name = "", ms = ""], place }) => ({
    name: `${name}%`,
    q: Math.min(100, countIn(name, "the percentile", place)) / 100,
    ms: countIn(ms, "the time", place),
  }));
  // Its table ends with the longest request; ab prints none for a single one.
  if (answered > 1) report.must(/(longest request)\)$/, "longest request, its last line");
  report.assertEnded();
  const failed = Math.min(answered, broken + refused);
  const fits = rateFits(answered, perS, seconds, { perS: 0.01, s: 0.001 });
  return draftBody({
    tool: { name: "ab", version: report.must(/^This is ApacheBench, Version (\S+)/, "version").groups[0] ?? null },
    trust: "closed-service-only",
    sent: answered,
    completed: answered - failed,
    failed,
    durationMs: rounded(seconds * 1000),
    failures:
      failed === broken + refused
        ? [
            ["failed", broken],
            ["status", refused],
          ]
        : [["failed", failed]],
    told: answered === 0 ? null : toldOf({ count: answered, max: percentiles.at(-1)?.ms ?? null, percentiles }),
    achieved: rounded(perS),
    terms: { connections: number("Concurrency Level") },
    reasons: [
      ...(fits ? [] : [disagree(`${answered} requests in ${seconds} s are not ${perS} a second`)]),
      ...(broken + refused > answered ? [disagree(`${broken + refused} failures of ${answered} requests`)] : []),
    ],
  });
}
