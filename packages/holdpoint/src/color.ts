import type { Host, Output } from "./host.ts";

/** Colour on a terminal unless `NO_COLOR` or `TERM=dumb` say otherwise; `FORCE_COLOR` turns it on anywhere. */
export function wantsColor(output: Output, env: Host["env"]): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = env;
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== "") return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return output.isTerminal && TERM !== "dumb";
}
