import type { ErrorCode } from "@holdpoint/core";
import type { Trouble as PlainTrouble } from "@holdpoint/gateway/config-document";

/** One thing that is wrong in `holdpoint.yaml`. */
export interface Trouble extends PlainTrouble {
  readonly code: Extract<ErrorCode, "HP-CONFIG-UNKNOWN-KEY" | "HP-CONFIG-VALUE" | "HP-CONFIG-REFERENCE">;
}
