import type { Permit } from "../contract/adapter.ts";
import type { Given } from "./harms.ts";

/** A permit that is not the guardian's ALLOW for exactly this call, and how it comes about. */
export interface PermitHarm {
  readonly id: string;
  readonly rows: readonly number[];
  readonly attempted: string;
  /** `earlier`: permit and call of an action that was executed soundly; `resign`: signs texts with a stranger's key. */
  make(given: Given, earlier: Given, resign: (texts: readonly string[]) => string): Given;
}

export const PERMIT_HARMS: readonly PermitHarm[] = [
  {
    id: "decision-missing",
    rows: [4],
    attempted: "the executor is asked to run a call without any decision",
    make: ({ call }) => ({ permit: null, call }),
  },
  {
    id: "decision-not-allow",
    rows: [4],
    attempted: "the decision that the executor is shown is not ALLOW",
    make: withPermit((permit) => ({ ...permit, decision: "DENY" as never })),
  },
  {
    id: "permit-of-another-action",
    rows: [],
    attempted: "the executor is shown the permit of another action",
    make: ({ call }, earlier) => ({ permit: earlier.permit, call }),
  },
  {
    id: "permit-arguments-changed",
    rows: [],
    attempted: "the arguments are changed after they were allowed",
    make: ({ permit, call }) => ({ permit, call: { ...call, arguments: { text: "something else" } } }),
  },
  {
    id: "permit-operation-changed",
    rows: [],
    attempted: "another operation is run than was allowed",
    make: ({ permit, call }) => ({ permit, call: { ...call, operation: "count-twin" } }),
  },
  {
    id: "permit-expired",
    rows: [],
    attempted: "the permit's time is over",
    make: withPermit((permit) => ({ ...permit, expiresAtMs: 1 })),
  },
  {
    id: "permit-policy-changed",
    rows: [],
    attempted: "the permit names another policy than the signed verdict",
    make: withPermit((permit) => ({ ...permit, policyDigest: `sha256:${"0".repeat(64)}` })),
  },
  {
    id: "permit-verdict-changed",
    rows: [6],
    attempted: "the text of the verdict is changed after it was signed",
    make: withPermit((permit) => withProof(permit, { verdictText: edited(permit) })),
  },
  {
    id: "permit-verdict-not-recorded",
    rows: [5],
    attempted: "the verdict is none of those that were recorded and signed",
    make: withPermit((permit) => withProof(permit, { index: permit.proof.index + 1 })),
  },
  {
    id: "permit-group-changed",
    rows: [6],
    attempted: "the signed list of verdicts is replaced by one with a changed verdict",
    make: withPermit((permit) => {
      const verdictTexts = permit.proof.group.verdictTexts.with(permit.proof.index, edited(permit));
      return withProof(permit, { verdictText: edited(permit), group: { ...permit.proof.group, verdictTexts } });
    }),
  },
  {
    id: "signature-invalid",
    rows: [6],
    attempted: "the verdicts are signed by a key that is not the guardian's",
    make: ({ permit, call }, _earlier, resign) => {
      if (permit === null) return { permit, call };
      const { verdictTexts } = permit.proof.group;
      return { permit: withProof(permit, { group: { verdictTexts, note: resign(verdictTexts) } }), call };
    },
  },
  {
    id: "signature-missing",
    rows: [6],
    attempted: "the verdicts are not signed at all",
    make: withPermit((permit) => withProof(permit, { group: { ...permit.proof.group, note: "" } })),
  },
];

function withPermit(change: (permit: Permit) => Permit): PermitHarm["make"] {
  return ({ permit, call }) => ({ permit: permit === null ? null : change(permit), call });
}

function withProof(permit: Permit, changes: Partial<Permit["proof"]>): Permit {
  return { ...permit, proof: { ...permit.proof, ...changes } };
}

/** The verdict with the risk that it was judged at taken down, which nothing else in the permit repeats. */
function edited({ proof }: Permit): string {
  return proof.verdictText.replace('"risk":"low"', '"risk":"safe"');
}
