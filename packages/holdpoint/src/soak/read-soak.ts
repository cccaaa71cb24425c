import type { SoakPlan } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import { readYaml, refuseTroubles } from "@holdpoint/gateway/config-document";
import type { Trouble } from "../config/trouble.ts";
import { schemaTroubles } from "../config/validate.ts";
import type { LoadGround } from "../load/ground.ts";
import { normalSoak } from "./normal-soak.ts";
import type { RawSoak } from "./raw-soak.ts";

/**
 * Reads `soak.yaml`: YAML, then its JSON Schema, then what no schema can see.
 *
 * @param file how errors name the file
 * @param iterations instead of those in the file
 * @throws HoldpointError `HP-CONFIG-SYNTAX`, `-UNKNOWN-KEY`, `-VALUE` with line and column; `HP-READ-*` for files
 * beside it
 */
export function readSoak(bytes: Uint8Array, file: string, ground: LoadGround, iterations?: number): SoakPlan {
  const document = readYaml(decode(bytes, file), file, "HP-CONFIG-SYNTAX");
  refuseTroubles(document, schemaTroubles(document.value, "soak"), codeOf);
  const plan = normalSoak(document.value as RawSoak, ground, iterations);
  if (!Array.isArray(plan)) return plan;
  refuseTroubles(document, plan, codeOf);
  throw new TypeError("troubles were told and not refused");
}

const codeOf = ({ code }: Trouble): Trouble["code"] => code;

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new HoldpointError("HP-CONFIG-SYNTAX", "the file is not UTF-8 text", { file }, cause);
  }
}
