import type { Check, CheckInput, ComponentConfig, CoverageBody, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { coverageReports } from "../../../evidence/coverage-files.ts";
import type { ShardParam } from "../../../evidence/coverage-params.ts";
import { componentsParam, shardsParam } from "../../../evidence/coverage-params.ts";
import { noneNamed } from "../../../evidence/coverage-parts.ts";
import { suiteRuns } from "../../../evidence/suite-runs.ts";
import { byText, count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const declared = shardsParam(input.params);
  const components = componentsParam(input.params);
  const reports = coverageReports(input);
  const suites = new Set(suiteRuns(input).map(({ suite }) => suite));
  const names = new Set([...declared.map(({ id }) => id), ...components.flatMap(({ shards }) => shards)]);
  const come = new Set(reports.flatMap(({ shard }) => shard ?? []));
  const strays = [...come].filter((shard) => !names.has(shard)).sort(byText);
  if (names.size + strays.length === 0) return noneNamed("shard");
  const problems = [
    ...declared.flatMap((shard) => shardProblems(shard, reports, suites)),
    ...components.flatMap((component) => componentProblems(component, come)),
    ...strays.map(unknown),
  ];
  const here = [...names].filter((name) => come.has(name)).length;
  return conclude(problems, {
    reason: `all of ${count(names.size, "shard")} have come, ${here} with coverage`,
    observed: here,
    threshold: names.size,
  });
}

function shardProblems(
  { id, reports, suites }: ShardParam,
  come: readonly CoverageBody[],
  ran: ReadonlySet<string>,
): Problem[] {
  const lacking = [
    ...reports
      .filter((report) => !come.some((one) => one.report === report && one.shard === id))
      .map((report) => `its report "${report}"`),
    ...suites.filter((suite) => !ran.has(suite)).map((suite) => `its suite "${suite}"`),
  ];
  return lacking.map((what) => missing(`shard ${id}: ${what} has not come`, id));
}

function componentProblems({ id, shards }: ComponentConfig, come: ReadonlySet<string>): Problem[] {
  return shards
    .filter((shard) => !come.has(shard))
    .map((shard) => missing(`component ${id}: no report of its shard ${shard} has come`, shard));
}

function missing(text: string, shard: string): Problem {
  return {
    outcome: "missing",
    code: "shard-missing",
    text,
    observed: "nothing",
    threshold: `shard ${shard}`,
    flip: `would be judged with shard ${shard}`,
  };
}

function unknown(shard: string): Problem {
  return {
    outcome: "warn",
    code: "shard-unknown",
    text: `a report is of shard ${shard}, which nothing in the configuration names`,
    observed: shard,
    threshold: "a shard of the configuration",
    flip: `would pass with ${shard} as the shard of a report`,
  };
}
