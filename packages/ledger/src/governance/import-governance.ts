import type { Ledger } from "../ledger.ts";
import type { Governance } from "./governance.ts";

/** Kind of the record that says which governance file a run has relied on. */
export const GOVERNANCE_RECORD_KIND = "governance-imported";

const IMPORTED_MAX = 100_000;

/** Records every verified governance file that this ledger does not know yet; returns how many were new. */
export function importGovernance(ledger: Ledger, governance: Pick<Governance, "files">, run: string): number {
  const query = { kind: GOVERNANCE_RECORD_KIND, order: "newest-first", limit: IMPORTED_MAX } as const;
  const known = new Set(ledger.find(query).map(({ body }) => body["digest"]));
  const fresh = governance.files.filter(({ digest }) => !known.has(digest));
  if (fresh.length === 0) return 0;
  ledger.append(
    fresh.map(({ file, kind, digest }) => ({
      kind: GOVERNANCE_RECORD_KIND,
      run,
      body: { digest, file, kind },
    })),
  );
  return fresh.length;
}
