import type { ErrorPlace } from "../errors/holdpoint-error.ts";
import { checkObjectives } from "./check-objectives.ts";
import { minSamplesOf } from "./min-samples.ts";
import type { Clock, Objective, Scope, WindowTerms } from "./objective.ts";
import { ObjectiveReader } from "./reader.ts";

const CLAUSES = ["on", "in", "over", "max", "with"] as const;
const SECOND_MS = 1000;

interface Clauses {
  readonly scope: Scope;
  readonly window: WindowTerms | null;
  readonly samples: number;
}

/**
 * Reads an objective as a person writes it:
 *
 * - `p99 < 300ms`, `p95 of service <= 20ms`: a percentile of response time, unless `service` is named
 * - `99.9% ok`, `99% ok under 300ms`, `99% under 300ms of service`: a share of good requests
 * - `rate >= 480/s`: successes a second
 *
 * each followed, in any order, by `on endpoint:NAME` or `on tag:NAME`, `in phase:NAME`, `over 10s` or `over 10s/2s`
 * (every window of 10 s, one each 2 s; else one each second), `max 2` (so many windows may be missed) and
 * `with 5000 samples` (at least). A name with blanks stands in quotation marks. `<` and `<=` are one.
 *
 * @param id by which results and abort name it; else made of the text
 * @param place where the text begins; columns count on from it
 * @throws HoldpointError `HP-CONFIG-VALUE` with the column that is wrong
 * @example
 * parseObjective("p95 of service <= 20ms on endpoint:create in phase:steady over 10s/1s max 2").id;
 * // "p95-of-service-20ms-on-endpoint-create-in-phase-steady-over-10s-1s-max-2"
 */
export function parseObjective(text: string, id: string | null = null, place: ErrorPlace = {}): Objective {
  const reader = new ObjectiveReader(text, place);
  const make = terms(reader);
  const objective = make(id ?? objectiveId(text), clauses(reader));
  try {
    checkObjectives([objective], null);
  } catch (thrown) {
    throw reader.refuse(`cannot be judged: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
  return objective;
}

/** Kebab case of the text: letters, digits and points stay. */
function objectiveId(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}

type Make = (id: string, clauses: Clauses) => Objective;

function terms(reader: ObjectiveReader): Make {
  const percentile = reader.take(/p(\d+(?:\.\d+)?)(?![\w.])/);
  if (percentile !== null) return percentileTerms(reader, Number(`${percentile[1]}e-2`));
  const share = reader.take(/(\d+(?:\.\d+)?) ?%/);
  if (share !== null) return eventTerms(reader, Number(`${share[1]}e-2`));
  reader.want(/rate\b/, 'an objective like "p99 < 300ms", "99% ok under 300ms" or "rate >= 480/s"');
  reader.want(/>=?/, ">=");
  const [, rate = ""] = reader.want(/(\d+(?:\.\d+)?) ?\/ ?s\b/, "a rate like 480/s");
  return (id, { scope, window, samples }) => {
    if (samples > 0) throw reader.refuse("asks for samples, which a rate does not have");
    return { id, kind: "throughput", minPerS: Number(rate), scope, window };
  };
}

function percentileTerms(reader: ObjectiveReader, quantile: number): Make {
  const clock = clockOf(reader);
  reader.want(/<=?/, "<=");
  const maxMs = reader.duration("a limit");
  return (id, { scope, window, samples }) => {
    const minSamples = Math.max(samples, quantile < 1 ? minSamplesOf(quantile) : 1);
    return { id, kind: "percentile", clock, quantile, maxMs, minSamples, scope, window };
  };
}

function eventTerms(reader: ObjectiveReader, ratio: number): Make {
  const isPlain = reader.take(/ok\b/) !== null;
  const isLimited = reader.take(/under\b|within\b|<=?/) !== null;
  if (!isPlain && !isLimited) throw reader.refuse('wants "ok" or "under 300ms" here');
  const maxMs = isLimited ? reader.duration("a limit") : null;
  const within = maxMs === null ? null : { clock: clockOf(reader), maxMs };
  return (id, { scope, window, samples }) => {
    const minSamples = Math.max(samples, ratio < 1 ? minSamplesOf(ratio) : 1);
    return { id, kind: "events", within, ratio, minSamples, burn: [], scope, window };
  };
}

function clockOf(reader: ObjectiveReader): Clock {
  if (reader.take(/of\b/) === null) return "response";
  const [clock] = reader.want(/(?:response|service)\b/, "response or service");
  reader.take(/time\b/);
  return clock as Clock;
}

function clauses(reader: ObjectiveReader): Clauses {
  const scope = { phase: null as string | null, endpoint: null as string | null, tag: null as string | null };
  const seen = new Set<string>();
  let [size, step, max, samples] = [null as number | null, SECOND_MS, 0, 0];
  while (!reader.isAtEnd) {
    const word = reader.take(new RegExp(`(?:${CLAUSES.join("|")})\\b`))?.[0];
    if (word === undefined) throw reader.refuseRest(CLAUSES);
    if (seen.has(word)) throw reader.refuse(`says "${word}" twice`);
    seen.add(word);
    if (word === "on")
      scope[reader.want(/(endpoint|tag):/, "endpoint:NAME or tag:NAME")[1] as "endpoint"] = reader.name("it");
    if (word === "in") {
      reader.want(/phase:/, "phase:NAME");
      scope.phase = reader.name("a phase");
    }
    if (word === "over") {
      size = reader.duration("a window");
      if (reader.take(/\//) !== null) step = reader.duration("a step");
    }
    if (word === "max") max = Number(reader.want(/\d{1,9}\b/, "a number of windows")[0]);
    if (word === "with") samples = Number(reader.want(/(\d{1,12}) samples\b/, 'a number like "5000 samples"')[1]);
  }
  if (seen.has("max") && size === null) throw reader.refuse('says "max" of windows, and has no window: "over 10s"');
  const window = size === null ? null : { sizeMs: size, stepMs: step, violationsMax: max };
  return { scope, window, samples };
}
