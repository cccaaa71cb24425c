import type { Check, CheckInput, CoverageFile, CoverageMetric, Finding, JsonObject } from "@holdpoint/core";
import { COVERAGE_METRICS, measuredFiles } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { coverageReports } from "../../../evidence/coverage-files.ts";
import { stringsParam, wrong } from "../../../params.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const all = metricsParam(input.params, "all");
  const oneOf = metricsParam(input.params, "oneOf");
  const files = measuredFiles(coverageReports(input));
  const measured = COVERAGE_METRICS.filter((metric) => files.some((file) => file[metric] !== null));
  const problems = [
    ...all.filter((metric) => !measured.includes(metric)).map((metric) => missing("not-measured", metric, measured)),
    ...(oneOf.length === 0 || oneOf.some((metric) => measured.includes(metric))
      ? []
      : [missing("none-of", oneOf.join(" or "), measured)]),
    ...measured
      .filter((metric) => all.includes(metric) || oneOf.includes(metric))
      .flatMap((metric) => partly(metric, files)),
  ];
  return conclude(problems, {
    reason: `${measured.join(", ")} measured in ${count(files.length, "file")}`,
    observed: measured.join(", "),
    threshold: [...all, oneOf.join(" or ")].filter((part) => part !== "").join(", "),
  });
}

function metricsParam(params: JsonObject, name: string): readonly CoverageMetric[] {
  return stringsParam(params, name).map((text) => {
    const metric = COVERAGE_METRICS.find((one) => one === text);
    if (metric === undefined) throw wrong(name, `a list of ${COVERAGE_METRICS.join(", ")}`, text);
    return metric;
  });
}

function missing(code: string, metric: string, measured: readonly string[]): Problem {
  const seen = measured.length === 0 ? "nothing" : measured.join(", ");
  return {
    outcome: "missing",
    code,
    text: `no report measures ${metric}, only ${seen}`,
    observed: seen,
    threshold: metric,
    flip: `would be judged with a report that counts ${metric}`,
  };
}

function partly(metric: CoverageMetric, files: readonly CoverageFile[]): Problem[] {
  const without = files.filter((file) => file[metric] === null);
  if (without.length === 0) return [];
  const names = listed(without.map((file) => file.path));
  return [
    {
      outcome: "warn",
      code: "partly-measured",
      text: `${without.length} of ${count(files.length, "file")} without ${metric}: ${names}`,
      observed: files.length - without.length,
      threshold: files.length,
      flip: `would pass with ${metric} in all ${files.length} files`,
      locations: without.map((file) => ({ file: file.path, text: `${metric} are not measured` })),
    },
  ];
}
