import type { ApplierPlan } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";

const VARIABLE = /\$\{env\.([A-Za-z_][A-Za-z0-9_]*)\}/g;

/**
 * Puts variables of the environment into the headers of a plan, which is stored without them.
 *
 * @throws HoldpointError `HP-CONFIG-VALUE` when one is not set
 */
export function withHeaderValues(
  plan: ApplierPlan,
  environment: Readonly<Record<string, string | undefined>>,
): ApplierPlan {
  if (plan.kind !== "http") return plan;
  const value = (text: string): string =>
    text.replaceAll(VARIABLE, (_, name: string) => {
      const found = environment[name];
      if (found !== undefined && found !== "") return found;
      throw new HoldpointError("HP-CONFIG-VALUE", `the applier's headers want the variable ${name}, which is not set`);
    });
  return { ...plan, headers: plan.headers.map(([name, text]) => [name, value(text)] as const) };
}
