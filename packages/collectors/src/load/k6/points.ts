import type { LoadBody, LoadReason } from "@holdpoint/core";
import { ArrivalSpan } from "../arrival-span.ts";
import { disagree, draftBody } from "../draft.ts";
import { LoadSamples } from "../samples.ts";
import { isSuccess, statusKind } from "../status.ts";

/** One measurement in a stream of k6. */
interface K6Point {
  readonly metric: string;
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  readonly value: number;
  /** By name; "" where there is none. */
  readonly tag: (name: string) => string;
}

const CHECKS_MAX = 500;
/** Metrics that are read; any other is the script's own, and may hold whatever it likes. */
const READ: ReadonlySet<string> = new Set([
  "http_req_duration",
  "http_reqs",
  "http_req_failed",
  "dropped_iterations",
  "checks",
  "iterations",
]);
/** So that a time in microseconds is still exact. */
const VALUE_MAX = Math.floor(Number.MAX_SAFE_INTEGER / 1000);

/** Whether a metric is of those that are read, and so its value must be sound. */
export function isReadMetric(metric: string): boolean {
  return READ.has(metric);
}

/** Whether a value can be of a metric that is read. */
export function isMetricValue(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= VALUE_MAX;
}

/**
 * Adds up a stream of k6, in which every request has a point in each of several metrics. The time of a request says
 * whether it failed; the other metrics must agree, so that a stream with a part cut out is told.
 */
export class K6Points {
  readonly #samples = new LoadSamples();
  readonly #checks = new Map<string, { passed: number; failed: number }>();
  readonly #iterations = new ArrivalSpan();
  #requests = 0;
  #told = { failed: 0, all: 0 };

  add(point: K6Point): void {
    const { metric, value } = point;
    if (metric === "http_req_duration") this.#request(point);
    else if (metric === "http_reqs") this.#requests += value;
    else if (metric === "iterations") this.#iterations.add(point.atMs, value);
    else if (metric === "dropped_iterations") this.#samples.drop(point.atMs, Math.ceil(value));
    else if (metric === "checks") this.#check(point.tag("check") || "(unnamed)", value);
    else if (metric === "http_req_failed") {
      this.#told.all += 1;
      this.#told.failed += value === 0 ? 0 : 1;
    }
  }

  finish(): LoadBody {
    const { completed, failed } = this.#samples;
    const reasons: LoadReason[] = [];
    if (this.#requests !== completed + failed)
      reasons.push(disagree(`it counts ${this.#requests} requests and has the times of ${completed + failed}`));
    // Before version 0.31 there is no such metric, and the tags of each request tell.
    if (this.#told.all > 0 && (this.#told.failed !== failed || this.#told.all !== completed + failed))
      reasons.push(disagree(`it says ${this.#told.failed} of ${this.#told.all} failed, its requests say ${failed}`));
    const checks = [...this.#checks].map(([check, counts]) => ({ check, ...counts }));
    return draftBody({
      tool: { name: "k6", version: null },
      trust: "unknown",
      ...this.#samples.finish(),
      achieved: this.#iterations.perS,
      checks: checks.sort((a, b) => (a.check < b.check ? -1 : 1)),
      reasons,
    });
  }

  #request({ atMs, value, tag }: K6Point): void {
    const name = tag("name") || tag("url");
    const endpoint = name === "" ? null : `${tag("method")} ${name}`.trim();
    this.#samples.add({ endMs: atMs, durationMs: value, failure: failureOf(tag), endpoint });
  }

  #check(name: string, value: number): void {
    const key = this.#checks.has(name) || this.#checks.size < CHECKS_MAX ? name : "(others)";
    const counts = this.#checks.get(key) ?? { passed: 0, failed: 0 };
    if (value === 0) counts.failed += 1;
    else counts.passed += 1;
    this.#checks.set(key, counts);
  }
}

/** What a script expects as an answer decides, where it is told. */
function failureOf(tag: (name: string) => string): string | null {
  const [expected, code, status] = [tag("expected_response"), tag("error_code"), Number(tag("status") || "0")];
  if (expected === "true") return null;
  if (expected === "" && isSuccess(status)) return null;
  if (status > 0) return statusKind(status);
  return code === "" ? "no answer" : `error ${code}`;
}
