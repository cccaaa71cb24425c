import type { Command, RouteMap } from "@stricli/core";
import { buildRouteMap } from "@stricli/core";
import type { Context, NoFlags } from "../command.ts";
import { command } from "../command.ts";

const record: Command<Context> = command<NoFlags, []>({
  brief: "Record a digest of every installed package, so that a later change shows",
  parameters: { flags: {} },
  load: () => import("../verbs/dependencies-record.ts"),
});

export const dependencies: RouteMap<Context> = buildRouteMap({
  docs: { brief: "What is installed" },
  routes: { record },
});
