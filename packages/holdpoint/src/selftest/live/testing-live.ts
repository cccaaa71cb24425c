import { COLLECTORS, readCandidateFacts } from "@holdpoint/collectors";
import { GATES } from "@holdpoint/gates";
import { withFolder } from "../../io/plant-files.ts";
import type { LivePlantTerms } from "../run-live-plants.ts";

/** Live plants in tests go through the collectors and gates of the command. */
export const LIVE_TERMS: LivePlantTerms = {
  gates: GATES,
  collectors: COLLECTORS,
  readCandidate: readCandidateFacts,
  environment: process.env,
  nowMs: Date.now,
  signal: new AbortController().signal,
  withFolder,
};
