import type { Config, Gate } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import { readYaml, refuseTroubles } from "@holdpoint/gateway/config-document";
import { normalize } from "./normalize.ts";
import type { RawConfig } from "./raw-config.ts";
import { referenceTroubles } from "./references.ts";
import type { Trouble } from "./trouble.ts";
import { schemaTroubles } from "./validate.ts";

/**
 * Reads `holdpoint.yaml`: YAML, then its JSON Schema, then the names that it refers to.
 *
 * @param file how errors name the file
 * @param gates those that exist
 * @throws HoldpointError `HP-CONFIG-SYNTAX`, `-UNKNOWN-KEY`, `-VALUE`, `-REFERENCE`, each with line and column
 */
export function readConfig(bytes: Uint8Array, file: string, gates: readonly Gate[]): Config {
  const document = readYaml(decode(bytes, file), file, "HP-CONFIG-SYNTAX");
  refuseTroubles(document, schemaTroubles(document.value), codeOf);
  const raw = document.value as RawConfig;
  refuseTroubles(document, referenceTroubles(raw, gates), codeOf);
  return normalize(raw);
}

const codeOf = ({ code }: Trouble): Trouble["code"] => code;

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new HoldpointError("HP-CONFIG-SYNTAX", "the file is not UTF-8 text", { file }, cause);
  }
}
