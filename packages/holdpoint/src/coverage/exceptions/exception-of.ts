import type { ComponentConfig, Count, CoverageFile, CoverageMetric } from "@holdpoint/core";
import {
  COVERAGE_METRICS,
  didYouMean,
  durationMs,
  exceptionNeed,
  HoldpointError,
  isTwoPeople,
  parseInstant,
  sha256Hex,
} from "@holdpoint/core";
import type { GovernanceException } from "@holdpoint/ledger";
import { EXCEPTION_TYPE_PATTERN } from "@holdpoint/ledger";
import { matchingFiles } from "./matching-files.ts";

const DAY_MS = 86_400_000;
const EXCEPTION_AGE_MAX_MS = 365 * DAY_MS;
const REVIEW_MS = 30 * DAY_MS;

export interface ExceptionWish {
  /** Path of a tracked file, or a glob. */
  readonly path: string;
  readonly metric: string;
  readonly type: string;
  readonly owner: string;
  readonly approver: string;
  readonly rationale: string;
  readonly mitigation: string;
  /** Duration, or RFC 3339 date or time. */
  readonly expires: string;
  /** The same; empty: in 30 days, at the latest when it ends. */
  readonly nextReview: string;
}

const WORDS: readonly (keyof ExceptionWish)[] = [
  "path",
  "metric",
  "type",
  "owner",
  "approver",
  "rationale",
  "mitigation",
  "expires",
  "nextReview",
];

/** What the repository and its reports say now. */
export interface ExceptionGround {
  readonly tracked: readonly string[];
  readonly files: readonly CoverageFile[];
  readonly components: readonly ComponentConfig[];
  readonly nowMs: number;
}

/**
 * The exception that somebody wishes for, with the numbers of now.
 *
 * @throws HoldpointError `HP-USAGE` for anything that no exception may say, and for one that would excuse nothing
 */
export function exceptionOf(wish: ExceptionWish, ground: ExceptionGround): GovernanceException {
  const texts = Object.fromEntries(WORDS.map((name) => [name, wish[name].trim()])) as Record<
    keyof ExceptionWish,
    string
  >;
  for (const [name, text] of Object.entries(texts)) {
    if (text === "" && name !== "nextReview") throw usage(`an exception needs its ${name}`);
    if (/\p{Cc}/u.test(text)) throw usage(`the ${name} of an exception is one line of text`);
  }
  const { path, type, owner, approver, rationale, mitigation } = texts;
  if (!EXCEPTION_TYPE_PATTERN.test(type))
    throw usage(`the type "${type}" is not one word in small letters, like generated, platform or legacy`);
  if (!isTwoPeople(owner, approver)) throw usage("the approver must be somebody else than the owner");
  const metric = metricOf(texts.metric);
  const createdAt = new Date(ground.nowMs).toISOString();
  const expiresAt = instantOf(texts.expires, "ends", ground.nowMs);
  if (Date.parse(expiresAt) - ground.nowMs > EXCEPTION_AGE_MAX_MS)
    throw usage("an exception may not last longer than 365 days");
  const nextReviewAt =
    texts.nextReview === ""
      ? new Date(Math.min(ground.nowMs + REVIEW_MS, Date.parse(expiresAt))).toISOString()
      : instantOf(texts.nextReview, "is reviewed", ground.nowMs);
  if (nextReviewAt > expiresAt) throw usage("the next review must not be later than the end");
  return {
    schema: "holdpoint/exception/v1",
    id: exceptionId(path, metric, createdAt),
    path,
    metric,
    type,
    rationale,
    mitigation,
    atDecision: countOf(path, metric, ground),
    nextReviewAt,
    owner,
    approver,
    createdAt,
    expiresAt,
  };
}

/** `cov-20260102-0a1b2c3d`: the day of the decision, and a digest of what was decided about. */
function exceptionId(path: string, metric: CoverageMetric, createdAt: string): string {
  const day = createdAt.slice(0, "2026-01-01".length).replaceAll("-", "");
  return `cov-${day}-${sha256Hex([path, metric, createdAt].join("\0")).slice(0, ID_DIGITS)}`;
}

const ID_DIGITS = 8;

function metricOf(text: string): CoverageMetric {
  const metric = COVERAGE_METRICS.find((one) => one === text);
  if (metric !== undefined) return metric;
  throw new HoldpointError("HP-USAGE-NAME", `there is no metric "${text}"${didYouMean(text, COVERAGE_METRICS)}`);
}

/** What is uncovered now is all that the exception will stand for, so without numbers there is none. */
function countOf(path: string, metric: CoverageMetric, { tracked, files, components }: ExceptionGround): Count {
  const matches = matchingFiles(path, tracked);
  if (matches.length === 0) throw usage(`${path} fits no tracked file${didYouMean(path, tracked)}`);
  const { count, reached, components: asking, floor } = exceptionNeed(matches, metric, files, components);
  if (count === null || count.total === 0) throw usage(`no report measures ${metric} of ${path}; run the tests first`);
  if (asking.length === 0) throw usage(`no component asks for ${metric} of ${path}, so there is nothing to except`);
  if (reached === true) {
    const asked = floor === null ? "" : ` of ${floor}%`;
    throw usage(`${path} reaches its floor${asked} already: ${count.covered} of ${count.total} ${metric}`);
  }
  return count;
}

/** An instant from now on: a duration, or a date or time. */
export function instantOf(text: string, does: string, nowMs: number): string {
  const inMs = durationMs(text);
  const atMs =
    inMs === null ? parseInstant(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text) : nowMs + inMs;
  if (Number.isNaN(atMs))
    throw usage(`"${text}" is no time at which an exception ${does}; for example 90d or 2030-01-31`);
  if (atMs <= nowMs) throw usage(`an exception that ${does} at ${new Date(atMs).toISOString()} comes too late`);
  return new Date(atMs).toISOString();
}

function usage(text: string): HoldpointError {
  return new HoldpointError("HP-USAGE", text);
}
