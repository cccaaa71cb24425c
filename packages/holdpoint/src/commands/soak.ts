import type { Command, RouteMap } from "@stricli/core";
import { buildRouteMap } from "@stricli/core";
import type { Context } from "../command.ts";
import { asTyped, command } from "../command.ts";
import { KEY } from "./flags.ts";
import type { SoakCompare, SoakReport, SoakRun, SoakVerify } from "./soak-flags.ts";
import { OFF, RUN_ARGUMENT, TEXT } from "./soak-flags.ts";

const run: Command<Context> = command<SoakRun, [string?]>({
  brief: "Run a target over and over, watch its KPIs, and tune it within guards",
  description: [
    "Each iteration is settled, measured and judged; with --auto-tune a rule may then change one subsystem's",
    "parameters, and every change is read back and its effect looked at. A gap is a gap and never 0.",
    "A run has a folder .holdpoint/soak/<id>/RUN_<epoch_ms> and its target to itself; `latest` follows at the end.",
    "--iterations counts the steady ones, which are judged; warming up and ramping down come before them.",
    "Ends with 0 when the KPIs pass, 1 when one fails, 3 when one cannot be judged or the run was cut short.",
  ].join("\n"),
  parameters: {
    flags: {
      iterations: { ...TEXT, placeholder: "N", brief: "Steady iterations, instead of the file's" },
      autoTune: { ...OFF, brief: "Let the rules change parameters; without it they only propose" },
      runIsolated: {
        kind: "boolean",
        default: true,
        brief: "A folder of its own and the target to itself; always so, and --no-run-isolated is refused",
      },
      soft: { ...OFF, brief: "Judge by the soft bounds" },
      metrics: { ...TEXT, placeholder: "HOST:PORT", brief: "Serve /metrics there while it runs; this machine only" },
      key: KEY,
    },
    positional: {
      kind: "tuple",
      parameters: [{ parse: asTyped, optional: true, placeholder: "file", brief: "Its plan (default: soak.yaml)" }],
    },
  },
  load: () => import("../verbs/soak-run.ts"),
});

const verify: Command<Context> = command<SoakVerify, [string?]>({
  brief: "Say whether what tuning changed was really there afterwards",
  description: [
    "Counts anew, by the values that were read back: at least 0.60 of the attempted deltas, with --strict 0.95.",
    "Where nothing was attempted nothing is proved, and it ends with 3.",
  ].join("\n"),
  parameters: {
    flags: { strict: { ...OFF, brief: "Want 0.95 of the attempted deltas applied in full" } },
    positional: RUN_ARGUMENT,
  },
  load: () => import("../verbs/soak-verify.ts"),
});

const report: Command<Context> = command<SoakReport, [string?]>({
  brief: "Make the reports of a stored run again: snapshot, audit, recommendations, failures",
  description: "The same run makes the same bytes. Ends with 0, with 1 when a stored report says something else.",
  parameters: {
    flags: {
      output: { ...TEXT, placeholder: "DIR", brief: "Write them there; without it they are compared and shown" },
    },
    positional: RUN_ARGUMENT,
  },
  load: () => import("../verbs/soak-report.ts"),
});

const compare: Command<Context> = command<SoakCompare, [string, string]>({
  brief: "Hold one stored run against another, KPI by KPI",
  description: "Ends with 0, with 1 when a KPI is worse, with 3 when one cannot be told.",
  parameters: {
    flags: { anyway: { ...OFF, brief: "Also runs of another plan or another machine" } },
    positional: {
      kind: "tuple",
      parameters: [
        { parse: asTyped, placeholder: "before", brief: "Folder of a run, or name of a soak" },
        { parse: asTyped, placeholder: "after", brief: "The other one" },
      ],
    },
  },
  load: () => import("../verbs/soak-compare.ts"),
});

export const soak: RouteMap<Context> = buildRouteMap({
  docs: { brief: "Long runs with KPIs and guarded tuning" },
  routes: { run, verify, report, compare },
});
