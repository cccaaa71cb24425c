import type { Config, Gate, LoadConfig } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import type { LoadGround } from "../load/ground.ts";
import { readConfigDocument, refuseConfig } from "./config-document.ts";
import { normalLoads } from "./normal-loads.ts";
import { normalize } from "./normalize.ts";
import type { RawConfig } from "./raw-config.ts";
import { referenceTroubles } from "./references.ts";
import type { Trouble } from "./trouble.ts";

/**
 * Reads `holdpoint.yaml`: YAML, then its JSON Schema, then the names that it refers to.
 *
 * @param file how errors name the file
 * @param gates those that exist
 * @param ground files that the plans of loads name
 * @throws HoldpointError `HP-CONFIG-SYNTAX`, `-UNKNOWN-KEY`, `-VALUE`, `-REFERENCE`, each with line and column
 */
export function readConfig(
  bytes: Uint8Array,
  file: string,
  gates: readonly Gate[],
  ground: LoadGround = NO_GROUND,
): Config {
  const document = readConfigDocument(bytes, file, "holdpoint");
  const raw = document.value as RawConfig;
  refuseConfig(document, referenceTroubles(raw, gates));
  const loads = raw.load === undefined ? null : normalLoads(raw.load, ground);
  refuseConfig(document, (loads ?? []).filter(isTroubleOf));
  return { ...normalize(raw), ...(loads === null ? {} : { loads: loads as readonly LoadConfig[] }) };
}

/** For text that lies nowhere, such as one that is about to be written. */
const NO_GROUND: LoadGround = {
  text: (file) => {
    throw new HoldpointError("HP-CONFIG-VALUE", "a load's files are read only beside the configuration", { file });
  },
};

function isTroubleOf(one: LoadConfig | Trouble): one is Trouble {
  return Object.hasOwn(one, "code");
}
