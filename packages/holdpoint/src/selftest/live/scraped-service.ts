import type { Config } from "@holdpoint/core";
import { ageFile, commitAll, editFile, writeFiles } from "../../io/plant-files.ts";

const FIRST = "metrics/scrape-1.prom";
export const SECOND = "metrics/scrape-2.prom";

const APART_MS = 15_000;

/** A service that counts its requests and measures how long they take, after so many rounds of them. */
function classicPage(rounds: number): string {
  return `# HELP process_start_time_seconds Start of the process since the epoch.
# TYPE process_start_time_seconds gauge
process_start_time_seconds 1700000000
# HELP requests_total Requests.
# TYPE requests_total counter
requests_total{code="200"} ${7 * rounds}
requests_total{code="500"} ${2 * rounds}
# HELP request_seconds Time that a request took.
# TYPE request_seconds histogram
request_seconds_bucket{le="0.1"} ${rounds}
request_seconds_bucket{le="0.5"} ${2 * rounds}
request_seconds_bucket{le="1"} ${3 * rounds}
request_seconds_bucket{le="+Inf"} ${4 * rounds}
request_seconds_sum ${3.95 * rounds}
request_seconds_count ${4 * rounds}
`;
}

/** The same as OpenMetrics writes it. */
function openPage(rounds: number): string {
  const open = classicPage(rounds)
    .replaceAll("# HELP requests_total", "# HELP requests")
    .replaceAll("# TYPE requests_total", "# TYPE requests")
    .replace('le="1"', 'le="1.0"');
  return `${open}# EOF\n`;
}

type Format = "classic" | "openmetrics";

const FORMATS: Readonly<Record<Format, { readonly type: string; readonly page: (rounds: number) => string }>> = {
  classic: { type: "text/plain; version=0.0.4; charset=utf-8", page: classicPage },
  openmetrics: { type: "application/openmetrics-text; version=1.0.0; charset=utf-8", page: openPage },
};

/** Two scrapes of it, as `curl --include` stores them. */
export async function scrapedService(folder: string, format: Format = "classic"): Promise<void> {
  const { type, page } = FORMATS[format];
  const stored = (rounds: number): string => `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n${page(rounds)}`;
  writeFiles(folder, { ".gitignore": "metrics/\n", [FIRST]: stored(1), [SECOND]: stored(2) });
  ageFile(folder, FIRST, APART_MS);
  commitAll(folder);
}

export const SCRAPED: Partial<Config> = {
  metrics: [{ id: "api", files: ["metrics/*.prom"], wanted: ["requests_total", "request_seconds"] }],
};

/** Rewrites the second scrape; nothing found to replace is a harm that was not done, and throws. */
export async function editScrape(folder: string, from: string | RegExp, to: string): Promise<void> {
  editFile(folder, SECOND, (bytes) => bytes.toString("utf8").replace(from, to));
}
