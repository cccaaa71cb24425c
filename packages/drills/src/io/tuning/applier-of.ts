import type { ApplierPlan } from "@holdpoint/core";
import type { Applier } from "../../tuning/applier.ts";
import { commandApplier } from "./command-applier.ts";
import { fileApplier } from "./file-applier.ts";
import { httpApplier } from "./http-applier.ts";

/** The way to a target's configuration, as the plan names it; relative paths and commands begin at the root. */
export function applierOf(plan: ApplierPlan, root: string): Applier {
  if (plan.kind === "http") return httpApplier(plan);
  return plan.kind === "file" ? fileApplier({ ...plan, root }) : commandApplier({ ...plan, root });
}
