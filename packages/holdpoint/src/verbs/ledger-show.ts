import { HoldpointError } from "@holdpoint/core";
import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import { recordJson, withRepositoryLedger } from "../io/ledger-reading.ts";
import type { Answer, CommonFlags } from "../verb.ts";

export default async function ledgerShow(host: Host, _flags: CommonFlags, index: string): Promise<Answer> {
  if (!/^\d{1,15}$/.test(index))
    throw new HoldpointError("HP-USAGE", `the index of a record is a whole number, not "${index}"`);
  const shown = withRepositoryLedger(host.cwd, (reader) => {
    const stored = reader.record(Number(index));
    if (stored === null) throw new HoldpointError("HP-RUN-UNKNOWN", `the ledger has no record ${index}`);
    return { record: recordJson(stored), leafHash: Buffer.from(stored.leaf).toString("base64") };
  });
  return {
    exit: EXIT.pass,
    json: () => ({ schema: "holdpoint/ledger-record/v1", ...shown }),
    text: () => `${JSON.stringify(shown.record, null, 2)}\nleaf hash ${shown.leafHash}`,
  };
}
