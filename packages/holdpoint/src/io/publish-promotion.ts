import { existsSync } from "node:fs";
import { join } from "node:path";
import { HoldpointError } from "@holdpoint/core";
import type { BaselineQuery } from "@holdpoint/ledger";
import { LEDGER_FILE, openLedger, promotionTexts, writeGovernance } from "@holdpoint/ledger";

export const GOVERNANCE_FOLDER_NAME = "governance";

/** Writes the last promotion of a service and the ledger's public key under `governance/`; returns the paths. */
export function publishPromotion(root: string, query: BaselineQuery, nowMs: () => number): string[] {
  const folder = join(root, ".holdpoint");
  if (!existsSync(join(folder, LEDGER_FILE))) {
    throw new HoldpointError("HP-RUN-UNKNOWN", "there is no ledger here yet, so nothing was promoted", {
      file: folder,
    });
  }
  const { ledger } = openLedger({ folder, origin: "holdpoint", nowMs });
  try {
    return promotionTexts(ledger, query, nowMs()).map(
      ({ kind, id, text }) =>
        `${GOVERNANCE_FOLDER_NAME}/${writeGovernance(join(root, GOVERNANCE_FOLDER_NAME), kind, id, text)}`,
    );
  } finally {
    ledger.close();
  }
}
