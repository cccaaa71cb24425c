import type { JsonObject } from "@holdpoint/core";
import type { LedgerLogFlags } from "../commands/ledger.ts";
import { EXIT } from "../exit-codes.ts";
import { oneLine } from "../format/json.ts";
import { table } from "../format/table.ts";
import type { Host } from "../host.ts";
import { recordJson, withRepositoryLedger } from "../io/ledger-reading.ts";
import type { Answer } from "../verb.ts";

const SUMMARY_CHARS_MAX = 60;
const SUMMARY_KEYS = ["verdict", "gate", "kind", "profile", "commit", "fingerprint", "digest"];

export default async function ledgerLog(host: Host, { limit, kind, run }: LedgerLogFlags): Promise<Answer> {
  const records = withRepositoryLedger(host.cwd, (reader) =>
    reader
      .find({
        order: "newest-first",
        limit,
        ...(kind === undefined ? {} : { kind }),
        ...(run === undefined ? {} : { run }),
      })
      .map(recordJson),
  );
  return {
    exit: EXIT.pass,
    json: () => ({ schema: "holdpoint/ledger-log/v1", records }),
    text: () => table(records.map(row)).join("\n") || "No record fits.",
  };
}

function row({ seq, at, kind, run, body }: JsonObject): string[] {
  const facts = body as JsonObject;
  const summary = SUMMARY_KEYS.filter((key) => Object.hasOwn(facts, key)).map((key) => `${key}=${oneLine(facts[key])}`);
  return [oneLine(seq), oneLine(at), oneLine(kind), oneLine(run), summary.join(" ").slice(0, SUMMARY_CHARS_MAX)];
}
