import type { LoadBody, LoadFilesConfig, SloResult } from "@holdpoint/core";
import { asMade, judgeImported } from "@holdpoint/core";
import type { ReadLoad } from "./format.ts";

/**
 * Results with what their file leaves open, and the objectives that they are held to. A run of ours was judged by its
 * seconds when it was read; of what another file says itself, only objectives that are not asked for are kept.
 *
 * @throws HoldpointError `HP-CONFIG-VALUE` for objectives that cannot be judged together
 */
export function judgedLoad<Load extends ReadLoad>(
  load: Load,
  { objectives, made }: Pick<LoadFilesConfig, "objectives" | "made">,
): Load {
  const body = asMade(load.body, made);
  if (load.stored !== null) return { ...load, body: { ...body, slo: body.slo.map((one) => asValid(one, body)) } };
  const own = body.slo.filter(({ id }) => !objectives.some((one) => one.id === id));
  return {
    ...load,
    body: { ...body, slo: [...own.map((one) => asValid(one, body)), ...judgeImported(body, objectives)] },
  };
}

/** Of a run that proves nothing, nothing is decided. */
function asValid(result: SloResult, { validity }: LoadBody): SloResult {
  if (validity === "valid") return result;
  return { ...result, outcome: "invalid", reason: "the run is invalid, so its figures decide nothing" };
}
