import type { Command, RouteMap } from "@stricli/core";
import { buildRouteMap } from "@stricli/core";
import type { Context } from "../command.ts";
import { command } from "../command.ts";
import type { LoadCanaryOwn } from "./load-canary-flags.ts";
import { LOAD_CANARY_PARAMETERS } from "./load-canary-flags.ts";
import type { LoadAb, Relevant } from "./load-compare-flags.ts";
import { LOAD_AB_PARAMETERS, LOAD_COMPARE_PARAMETERS } from "./load-compare-flags.ts";
import type { LoadImport } from "./load-import-flags.ts";
import { LOAD_IMPORT_PARAMETERS } from "./load-import-flags.ts";
import type { LoadReport } from "./load-report-flags.ts";
import { LOAD_REPORT_PARAMETERS } from "./load-report-flags.ts";
import type { LoadRun } from "./load-run-flags.ts";
import { LOAD_RUN_PARAMETERS } from "./load-run-flags.ts";
import type { LoadTrendOwn } from "./load-trend-flags.ts";
import { LOAD_TREND_PARAMETERS } from "./load-trend-flags.ts";

const run: Command<Context> = command<LoadRun, [string?]>({
  brief: "Put a service under load and say what its users felt",
  description: [
    "Requests go out when they are due, whatever the answers do, and each is timed twice: from when it was due",
    "(response time) and from when it was sent (service time). A run that could not send what was asked is invalid,",
    "and nothing is judged by it. Say what is asked in load.yaml, or with --url, --rate and --duration.",
    "Ends with 0 when every objective passes or none is given, 1 when one fails, 3 when the run is invalid or an",
    "objective cannot be judged.",
  ].join("\n"),
  parameters: LOAD_RUN_PARAMETERS,
  load: () => import("../verbs/load-run.ts"),
});

const report: Command<Context> = command<LoadReport, [string]>({
  brief: "Compute any percentile of any part of a stored run again, with charts",
  description: [
    "Reads load-<time>.jsonl, which every run leaves. What was changed or cut off is refused.",
    "Ends as the run did: 0, or 1 when an objective of --slo fails, 3 when the run is invalid or one cannot be judged.",
  ].join("\n"),
  parameters: LOAD_REPORT_PARAMETERS,
  load: () => import("../verbs/load-report.ts"),
});

const compare: Command<Context> = command<Relevant, [string, string]>({
  brief: "Compare two stored runs block by block",
  description: [
    "Runs whose terms differ (phases, requests, connections, machine) are not compared. Worse takes a confidence",
    "interval on the wrong side of 0 and a difference that matters; too few blocks decide nothing.",
    "Ends with 0 when nothing is worse, 1 when something is, 3 when it cannot be told.",
  ].join("\n"),
  parameters: LOAD_COMPARE_PARAMETERS,
  load: () => import("../verbs/load-compare.ts"),
});

const ab: Command<Context> = command<LoadAb, [string?]>({
  brief: "Put a baseline and a candidate under the same load in turns, and compare them",
  description: [
    "Runs alternate, so that what else the machine does falls on both. An invalid run ends the session.",
    "Ends with 0 when nothing is worse, 1 when something is, 3 when it cannot be told.",
  ].join("\n"),
  parameters: LOAD_AB_PARAMETERS,
  load: () => import("../verbs/load-ab.ts"),
});

const canary: Command<Context> = command<LoadCanaryOwn, [string, string]>({
  brief: "Judge a canary by any metric: of load runs, series of another tool, or scrapes",
  description: [
    "Worse takes a shift beyond what may be, an interval on that side of 0 and an effect that is not negligible; or",
    "more values beyond all of the baseline's than chance has it. Missing values never pass, whatever is asked.",
    "Ends with 0 when the candidate is better or the same, 1 when it is worse, 3 when it cannot be told.",
  ].join("\n"),
  parameters: LOAD_CANARY_PARAMETERS,
  load: () => import("../verbs/load-canary.ts"),
});

const trend: Command<Context> = command<LoadTrendOwn, []>({
  brief: "Show how the loads of past runs went, and where their level changed",
  description: [
    "Reads the figures that the gate performance left in the verified ledger, whatever the verdicts were. Only runs of",
    "one plan on one machine are a series. Changes are found by E-divisive and Student's test, and are advice.",
    "Ends with 0, or with 3 when there is no history.",
  ].join("\n"),
  parameters: LOAD_TREND_PARAMETERS,
  load: () => import("../verbs/load-trend.ts"),
});

const importOthers: Command<Context> = command<LoadImport, [string]>({
  brief: "Read what another load tool wrote, and say how far its figures can be trusted",
  description: [
    "Reads k6, Artillery, Gatling, autocannon, wrk, hey, ab, Locust, vegeta, HdrHistogram logs and stored runs of our",
    "own; the content tells which. --slo judges an objective as far as the file carries it: a limit of time is never",
    "kept by a tool that waits for answers. The gate performance takes such files from holdpoint.yaml.",
    "Ends with 0, with 1 when an objective fails, with 3 when the run proves nothing, an objective cannot be judged or",
    "the file cannot be read.",
  ].join("\n"),
  parameters: LOAD_IMPORT_PARAMETERS,
  load: () => import("../verbs/load-import.ts"),
});

export const load: RouteMap<Context> = buildRouteMap({
  docs: { brief: "Load tests whose figures cannot flatter: open model, two clocks, objectives judged on samples" },
  routes: { run, report, compare, ab, canary, trend, import: importOthers },
});
