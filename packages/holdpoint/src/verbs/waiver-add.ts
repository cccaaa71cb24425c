import { resolve } from "node:path";
import { readKeyFile, signGovernance } from "@holdpoint/ledger";
import type { WaiverAddFlags } from "../commands/waiver.ts";
import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import { keepGovernance } from "../io/governance.ts";
import { GATES } from "../registry.ts";
import type { Answer } from "../verb.ts";
import { waiverOf } from "../waiver/waiver-of.ts";

export default async function waiverAdd(host: Host, flags: WaiverAddFlags, subject: string): Promise<Answer> {
  const waiver = waiverOf({ ...flags, subject }, GATES, host.nowMs());
  const text = signGovernance("waiver", waiver, [readKeyFile(resolve(host.cwd, flags.key))]);
  const id = `${waiver.gate}.${waiver.check}.${waiver.createdAt.replaceAll(/\D/g, "")}`;
  const file = keepGovernance(host.cwd, "waiver", id, text);
  return {
    exit: EXIT.pass,
    json: () => ({ schema: "holdpoint/waiver-added/v1", file, waiver }),
    text: () =>
      [
        `Written: ${file}`,
        `It counts once ${waiver.approver} has approved it: holdpoint waiver approve ${file} --key FILE`,
      ].join("\n"),
  };
}
