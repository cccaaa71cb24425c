import type { Command } from "@stricli/core";
import type { Context } from "../command.ts";
import { command } from "../command.ts";
import type { CommonFlags } from "../verb.ts";
import { PROFILE } from "./flags.ts";

type Own = { readonly profile: string };
export type PlanFlags = Own & CommonFlags;

export const plan: Command<Context> = command<Own, []>({
  brief: "Say what would run, which evidence is missing or stale, and why; run nothing",
  parameters: { flags: { profile: PROFILE } },
  load: () => import("../verbs/plan.ts"),
});
