import type { Json, JsonObject, RunFigures } from "@holdpoint/core";
import { COVERAGE_METRICS, parseInstant } from "@holdpoint/core";

/** The body of a `figures` record; null when it is of another form, of an older version, or says the impossible. */
export function readFigures(body: JsonObject): RunFigures | null {
  const texts = ["verdict", "profile", "service", "environment", "commit"];
  const isSound =
    texts.every((name) => isText(body[name])) &&
    isInstant(body["judgedAt"]) &&
    typeof body["partial"] === "boolean" &&
    isCount(body["durationMs"]) &&
    isList(body["gates"], isGate) &&
    isObject(body["figures"]) &&
    Object.entries(PARTS).every(([gate, isPart]) => isPartOf(body["figures"] as JsonObject, gate, isPart));
  return isSound ? (body as unknown as RunFigures) : null;
}

/** A gate that was not judged left no figures, which is no fault. */
function isPartOf(figures: JsonObject, gate: string, isPart: (part: JsonObject) => boolean): boolean {
  if (!Object.hasOwn(figures, gate)) return true;
  const part = figures[gate];
  return isObject(part) && isPart(part);
}

const PARTS: Readonly<Record<string, (part: JsonObject) => boolean>> = {
  coverage: ({ totals, files, components }) => isTotals(totals) && isCount(files) && isList(components, isComponent),
  tests: ({ suites }) =>
    isList(suites, ({ suite, flaky }) => isText(suite) && Array.isArray(flaky) && flaky.every(isText)),
  exceptions: ({ listed }) => isList(listed, isException),
  performance: ({ runs, unreadable }) => isText(unreadable) || isList(runs, isLoadRun),
  "test-mapping": ({ modules, tested, untested }) =>
    isCount(modules) && isCount(tested) && tested <= modules && Array.isArray(untested) && untested.every(isText),
};

function isGate({ id, checks }: JsonObject): boolean {
  return isText(id) && isList(checks, (check) => ["id", "outcome", "code"].every((name) => isText(check[name])));
}

function isComponent({ id, tags, critical, totals }: JsonObject): boolean {
  return isText(id) && Array.isArray(tags) && tags.every(isText) && typeof critical === "boolean" && isTotals(totals);
}

function isException(one: JsonObject): boolean {
  return (
    ["id", "path", "owner"].every((name) => isText(one[name])) &&
    [one["expiresAt"], one["nextReviewAt"]].every(isInstant)
  );
}

function isLoadRun(run: JsonObject): boolean {
  const { id, tool, validity, planSha256, testbedSha256, testbed, response, service, achieved, failedShare } = run;
  return (
    [id, tool, validity].every(isText) &&
    [planSha256, testbedSha256, testbed].every((one) => one === null || isText(one)) &&
    [achieved, failedShare].every((one) => one === null || isQuantity(one)) &&
    [response, service].every(
      (one) => one === null || (isObject(one) && ["p50", "p95", "p99"].every((name) => isQuantity(one[name]))),
    )
  );
}

function isTotals(totals: Json | undefined): boolean {
  return (
    isObject(totals) && COVERAGE_METRICS.every((metric) => totals[metric] === undefined || isShare(totals[metric]))
  );
}

function isShare(value: Json): boolean {
  if (!isObject(value)) return false;
  const { covered, total } = value;
  return isCount(covered) && isCount(total) && covered <= total;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isList(value: Json | undefined, isItem: (item: JsonObject) => boolean): boolean {
  return Array.isArray(value) && value.every((item: Json) => isObject(item) && isItem(item));
}

function isInstant(value: Json | undefined): boolean {
  return typeof value === "string" && !Number.isNaN(parseInstant(value));
}

function isText(value: Json | undefined): value is string {
  return typeof value === "string";
}

function isQuantity(value: Json | undefined): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

function isCount(value: Json | undefined): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
