import type { Json } from "../../noun/json.ts";
import type { Form } from "./form.ts";
import { amount, count, digest, flag, kinds, list, nullable, number, object, oneOf, optional, text } from "./form.ts";
import type { ArtifactHeader } from "./header.ts";

const SCHEMAS = ["holdpoint/load-artifact/v1", "holdpoint/load-artifact/v2"] as const;
/** Each series holds histograms for every second. */
const SERIES_MAX = 1000;
const ADDRESS = /^(?:https?|wss?):\/\/[^/?#\s@]+(?:[/?#]\S*)?$/;
const EPOCH_MS_MAX = 8.64e15;

const clock = oneOf("response", "service");
const common = {
  id: text,
  scope: object({ phase: nullable(text), endpoint: nullable(text), tag: nullable(text) }),
  window: nullable(object({ sizeMs: amount, stepMs: amount, violationsMax: count })),
};
const burn = object({ longMs: amount, shortMs: amount, factor: amount });
const objective = kinds("kind", {
  percentile: object({ ...common, clock, quantile: amount, maxMs: amount, minSamples: count }),
  events: object({
    ...common,
    within: nullable(object({ clock, maxMs: amount })),
    ratio: amount,
    minSamples: count,
    burn: list(burn),
  }),
  throughput: object({ ...common, minPerS: amount }),
});

const made = object({
  version: text,
  synthetic: flag,
  target: nullable(amount),
  connections: count,
  poolFull: text,
  pacing: text,
  warmUpMs: amount,
  seed: number,
  testbed: text,
  objectives: list(objective, 100),
  abort: nullable(object({ objectives: list(text), windowMs: amount, holdMs: amount })),
  validity: object({ lagP99Ms: amount, achievedRatio: amount }),
  windowS: positive,
  checks: list(text),
});

const version1 = object({
  id: text,
  startedAtMs: instant,
  url: address,
  planSha256: digest,
  sentSha256: optional(digest),
  testbedSha256: optional(digest),
  workers: count,
  phases: list(object({ name: text, durationMs: amount, arrival: text })),
  series: list(object({ of: oneOf("run", "phase", "endpoint", "tag"), name: text }), SERIES_MAX),
});
const version2 = object({ sentSha256: digest, testbedSha256: digest, made });

/** Whether the first line of a file says that it is an artifact; whether it is a sound one, `headerProblem` says. */
export function isHeader(value: Json): value is Json & ArtifactHeader {
  const known = object({ schema: oneOf(...SCHEMAS) });
  return known(value, "") === null;
}

/** What is wrong with a header, as a clause; null when nothing is. */
export function headerProblem(header: Json & ArtifactHeader): string | null {
  const problem = version1(header, "header");
  if (problem !== null) return problem;
  if (header.series[0]?.of !== "run") return "header.series must begin with the run";
  return header.schema === SCHEMAS[0] ? null : version2(header, "header");
}

function positive(...[value, place]: Parameters<Form>): string | null {
  return count(value, place) ?? (value === 0 ? `${place} must be above 0` : null);
}

function instant(...[value, place]: Parameters<Form>): string | null {
  return amount(value, place) ?? (Number(value) > EPOCH_MS_MAX ? `${place} is no instant` : null);
}

/** Credentials in it would become evidence. */
function address(...[value, place]: Parameters<Form>): string | null {
  const isSound = typeof value === "string" && ADDRESS.test(value);
  return isSound ? null : `${place} must be an address of http, https, ws or wss without credentials`;
}
