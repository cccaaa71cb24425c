import type { Command } from "@stricli/core";
import type { Context } from "../command.ts";
import { command } from "../command.ts";
import type { CommonFlags } from "../verb.ts";
import { TEXT } from "./soak-flags.ts";

type Metrics = { readonly path?: string; readonly output?: string; readonly format: "prometheus" | "openmetrics" };
export type MetricsFlags = Metrics & CommonFlags;

export const metrics: Command<Context> = command<Metrics, []>({
  brief: "Write a stored soak as Prometheus text or OpenMetrics",
  description: "What there is no data for has no series. A file for a textfile collector is replaced as a whole.",
  parameters: {
    flags: {
      path: { ...TEXT, placeholder: "RUN", brief: "Folder of a run, or name of a soak (default: the only soak)" },
      format: {
        kind: "enum",
        values: ["prometheus", "openmetrics"],
        default: "prometheus",
        brief: "Classic text format 0.0.4, which textfile collectors read, or OpenMetrics 1.0.0",
      },
      output: { ...TEXT, placeholder: "FILE", brief: "Write it there instead of printing it" },
    },
  },
  load: () => import("../verbs/metrics.ts"),
});
