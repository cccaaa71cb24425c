import type { LoadPlan } from "@holdpoint/core";
import { readConfigDocument, refuseConfig } from "../config/config-document.ts";
import type { LoadGround } from "./ground.ts";
import { normalLoad } from "./normal-load.ts";
import type { RawLoad } from "./raw-load.ts";

/**
 * Reads `load.yaml`: YAML, then its JSON Schema, then what no schema can see.
 *
 * @param file how errors name the file
 * @param change what the command line says instead
 * @throws HoldpointError `HP-CONFIG-SYNTAX`, `-UNKNOWN-KEY`, `-VALUE` with line and column; `HP-READ-*` for files
 * beside it
 */
export function readLoad(
  bytes: Uint8Array,
  file: string,
  ground: LoadGround,
  change: (raw: RawLoad) => RawLoad = (raw) => raw,
): LoadPlan {
  const document = readConfigDocument(bytes, file, "load");
  const plan = normalLoad(change(document.value as RawLoad), ground);
  if (!Array.isArray(plan)) return plan;
  refuseConfig(document, plan);
  throw new TypeError("troubles were told and not refused");
}
