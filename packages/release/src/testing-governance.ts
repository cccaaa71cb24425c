import { join } from "node:path";
import type { Waiver } from "@holdpoint/core";
import type { Signer } from "@holdpoint/ledger";
import { governanceKey, makeSigner, signGovernance, writeGovernance } from "@holdpoint/ledger";
import { CHECK } from "./testing-run.ts";

const AT = "2025-12-31T00:00:00Z";
const [ana, ben] = [makeSigner().signer, makeSigner().signer] as [Signer, Signer];

/** Commits nothing: writes the keys of two people into `governance/`. */
export function writeKeys(root: string): void {
  for (const [owner, signer] of [["Ana", ana] as const, ["Ben", ben] as const]) {
    const id = owner.toLowerCase();
    const record = governanceKey(signer, { id, owner, use: "person", createdAt: AT });
    writeGovernance(join(root, "governance"), "key", id, signGovernance("key", record, [signer]));
  }
}

/** Writes a waiver of the one check, signed by both; returns its path. */
export function writeWaiver(root: string, patch: Partial<Waiver> = {}, name: string = "known"): string {
  const waiver: Waiver = {
    schema: "holdpoint/waiver/v1",
    gate: "tests",
    check: CHECK.definition.id,
    code: "*",
    reason: "known, being mended",
    owner: "Ana",
    approver: "Ben",
    createdAt: AT,
    expiresAt: "2026-02-01T00:00:00Z",
    introducedIn: null,
    ...patch,
  };
  const text = signGovernance("waiver", waiver, [ana, ben]);
  return join("governance", writeGovernance(join(root, "governance"), "waiver", name, text));
}
