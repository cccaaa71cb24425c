import type { SignedCheckpoint } from "../checkpoint/checkpoint.ts";
import { parseCheckpoint } from "../checkpoint/checkpoint.ts";
import type { Envelope } from "../dsse/envelope.ts";
import { verifyEnvelope } from "../dsse/verify.ts";
import type { PublicKey } from "../keys/public-key.ts";
import { publicKeyOfRaw } from "../keys/public-key.ts";
import { noteKey } from "../note/note-key.ts";
import { verifyNote } from "../note/verify-note.ts";
import type { GovernanceProblem, TrustedKey } from "./governance.ts";
import type { GovernanceKey, GovernancePromotion } from "./records.ts";

export type Refusal = Pick<GovernanceProblem, "code" | "text">;

/** A signature that a record must bear. */
export interface NeededSignature {
  readonly use: GovernanceKey["use"] | "any";
  readonly owner?: string;
}

/** A key's own record must be signed by that key, and stand in the file that it names. */
export function needSelfSignature(envelope: Envelope, record: GovernanceKey, file: string): PublicKey | Refusal {
  const key = publicKeyOfRaw(Buffer.from(record.publicKey, "base64"));
  if ("rejected" in key) return { code: "malformed", text: key.rejected };
  if (key.fingerprint !== record.fingerprint)
    return { code: "malformed", text: `the key has the fingerprint ${key.fingerprint}` };
  if (verifyEnvelope(envelope, [key]).length === 0)
    return { code: "signature-missing", text: "the key has not signed its own record" };
  if (!file.endsWith(`/${record.id}.json`))
    return { code: "misnamed", text: `the key "${record.id}" stands in another file` };
  return key;
}

/** A record that others name by its id must stand in the file of that id, so that no two can have the same. */
export function needName(file: string, id: string): { readonly file: string } | Refusal {
  if (file.endsWith(`/${id}.dsse.json`)) return { file };
  return { code: "misnamed", text: `the record "${id}" stands in another file` };
}

/** The checkpoint of a promotion must be signed by a ledger's key, too. */
export function needCheckpoint(
  promotion: GovernancePromotion,
  keys: readonly TrustedKey[],
): SignedCheckpoint | Refusal {
  const signed = parseCheckpoint(Buffer.from(promotion.checkpoint));
  if ("malformed" in signed) return { code: "malformed", text: `the checkpoint is malformed: ${signed.malformed}` };
  const ledgers = keys.filter(({ record }) => record.use === "ledger");
  const { good, bad } = verifyNote(
    signed.note,
    ledgers.flatMap(({ key }) => noteKey(signed.checkpoint.origin, key) ?? []),
  );
  if (good.length > 0 && bad.length === 0) return signed;
  return { code: "signature-missing", text: "no trusted ledger key has signed the checkpoint" };
}

/** Every needed signature is there, each by another key; only keys under `governance/keys` are looked at. */
export function needSignatures(
  envelope: Envelope,
  keys: readonly TrustedKey[],
  revoked: readonly string[],
  needed: readonly NeededSignature[],
): { readonly signers: readonly TrustedKey[] } | Refusal {
  const good = verifyEnvelope(
    envelope,
    keys.map((one) => one.key),
  ).map(({ fingerprint }) => fingerprint);
  if (good.length === 0) return { code: "key-unknown", text: "no key under governance/keys has signed it" };
  const signers: TrustedKey[] = [];
  for (const need of needed) {
    const able = keys.filter((one) => fits(one, need) && good.includes(one.key.fingerprint) && !signers.includes(one));
    const signer = able.find((one) => !revoked.includes(one.key.fingerprint));
    if (signer !== undefined) signers.push(signer);
    else if (able[0] !== undefined)
      return { code: "key-revoked", text: `the key ${able[0].key.fingerprint} is revoked` };
    else return { code: "signature-missing", text: `${describe(need)} has not signed it` };
  }
  return { signers };
}

function fits({ record }: TrustedKey, { use, owner }: NeededSignature): boolean {
  return (use === "any" || record.use === use) && (owner === undefined || record.owner === owner);
}

function describe({ use, owner }: NeededSignature): string {
  return owner ?? (use === "ledger" ? "a ledger's key" : "a trusted key");
}
