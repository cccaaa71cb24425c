import { isHoldpointError } from "@holdpoint/core";
import type { Measured } from "../../soak/measured.ts";
import { NOTHING } from "../../soak/measured.ts";

/** What was measured; a registered error is the iteration's problem, anything else is a defect and thrown. */
export async function measuring(act: () => Promise<Measured>): Promise<Measured> {
  try {
    return await act();
  } catch (thrown) {
    if (!isHoldpointError(thrown)) throw thrown;
    const { file, line } = thrown.place;
    const place = [file, line].filter((part) => part !== undefined).join(":");
    const text = place === "" ? thrown.message : `${place}: ${thrown.message}`;
    return { ...NOTHING, problem: { code: thrown.code, text } };
  }
}
