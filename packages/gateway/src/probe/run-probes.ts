import type { FailClosedRule } from "@holdpoint/core";
import { PERMIT_HARMS } from "./permit-harms.ts";
import { permitProbes } from "./permit-probes.ts";
import type { ProbeTerms } from "./probe-room.ts";
import { openProbeRoom } from "./probe-room.ts";
import { storeProbes } from "./store-probes.ts";

export interface ProbeReport {
  /** Rules that were to be tried; fewer in `rules` means that some did not come back. */
  readonly announced: number;
  readonly rules: readonly FailClosedRule[];
}

/** Rules of `storeProbes`. */
const STORE_PROBES = 4;

/**
 * Harms what goes between the parts of this program and tells what they did about it: the engine, guardian, executor
 * and store are the shipped ones, only the target is one that counts.
 */
export async function runFailClosedProbes(terms: ProbeTerms): Promise<ProbeReport> {
  const room = await openProbeRoom(terms);
  try {
    const rules = [...(await permitProbes(room)), ...(await storeProbes(room))];
    return { announced: PERMIT_HARMS.length + STORE_PROBES, rules };
  } finally {
    await room.close();
  }
}
