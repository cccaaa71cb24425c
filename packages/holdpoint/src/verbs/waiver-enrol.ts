import { resolve } from "node:path";
import { HoldpointError } from "@holdpoint/core";
import { governanceKey, signGovernance } from "@holdpoint/ledger";
import type { WaiverEnrolFlags } from "../commands/waiver.ts";
import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import { keepGovernance, readOrMakeKey } from "../io/governance.ts";
import type { Answer } from "../verb.ts";

const ID_CHARS_MAX = 60;
const KEY_DIGITS = 8;

export default async function waiverEnrol(host: Host, { key }: WaiverEnrolFlags, name: string): Promise<Answer> {
  if (name.trim() === "") throw new HoldpointError("HP-USAGE", "a key needs the name of who answers for it");
  const { signer, isNew } = readOrMakeKey(resolve(host.cwd, key));
  const { fingerprint, raw } = signer.publicKey;
  const stem = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, ID_CHARS_MAX);
  const id = `${stem === "" ? "key" : stem}-${raw.toString("hex").slice(0, KEY_DIGITS)}`;
  const createdAt = new Date(host.nowMs()).toISOString();
  const record = governanceKey(signer, { id, owner: name.trim(), use: "person", createdAt });
  const file = keepGovernance(host.cwd, "key", id, signGovernance("key", record, [signer]));
  return {
    exit: EXIT.pass,
    json: () => ({ schema: "holdpoint/enrolment/v1", owner: record.owner, fingerprint, file, isNew }),
    text: () =>
      [
        ...(isNew ? [`Made the private key ${key}; keep it outside of the repository.`] : []),
        `Written: ${file} (${fingerprint})`,
        "It counts once it is committed and reviewed like code.",
      ].join("\n"),
  };
}
