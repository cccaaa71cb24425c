import type { SoakPlan } from "@holdpoint/core";
import { readConfigDocument, refuseConfig } from "../config/config-document.ts";
import type { LoadGround } from "../load/ground.ts";
import { normalSoak } from "./normal-soak.ts";
import type { RawSoak } from "./raw-soak.ts";

/**
 * Reads `soak.yaml`: YAML, then its JSON Schema, then what no schema can see.
 *
 * @param file how errors name the file
 * @param iterations steady ones, instead of those in the file
 * @throws HoldpointError `HP-CONFIG-SYNTAX`, `-UNKNOWN-KEY`, `-VALUE` with line and column; `HP-READ-*` for files
 * beside it
 */
export function readSoak(bytes: Uint8Array, file: string, ground: LoadGround, iterations?: number): SoakPlan {
  const document = readConfigDocument(bytes, file, "soak");
  const plan = normalSoak(document.value as RawSoak, ground, iterations);
  if (!Array.isArray(plan)) return plan;
  refuseConfig(document, plan);
  throw new TypeError("troubles were told and not refused");
}
