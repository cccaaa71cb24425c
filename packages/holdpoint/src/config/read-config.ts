import type { Config, Gate } from "@holdpoint/core";
import { normalize } from "./normalize.ts";
import type { RawConfig } from "./raw-config.ts";
import { referenceTroubles } from "./references.ts";
import { refuseTroubles } from "./trouble.ts";
import { schemaTroubles } from "./validate.ts";
import { readYaml } from "./yaml-document.ts";

/**
 * Reads `holdpoint.yaml`: YAML, then its JSON Schema, then the names that it refers to.
 *
 * @param file how errors name the file
 * @param gates those that exist
 * @throws HoldpointError `HP-CONFIG-SYNTAX`, `-UNKNOWN-KEY`, `-VALUE`, `-REFERENCE`, each with line and column
 */
export function readConfig(bytes: Uint8Array, file: string, gates: readonly Gate[]): Config {
  const document = readYaml(bytes, file);
  refuseTroubles(document, schemaTroubles(document.value));
  const raw = document.value as RawConfig;
  refuseTroubles(document, referenceTroubles(raw, gates));
  return normalize(raw);
}
