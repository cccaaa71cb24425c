import { resolve } from "node:path";
import type { LedgerExportFlags } from "../commands/ledger.ts";
import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import { recordText, withRepositoryLedger } from "../io/ledger-reading.ts";
import { writeReport } from "../io/report-file.ts";
import type { Answer } from "../verb.ts";

export default async function ledgerExport(host: Host, { output }: LedgerExportFlags): Promise<Answer> {
  const lines = withRepositoryLedger(host.cwd, (reader) =>
    Array.from(reader.records(0, reader.extent().end), (record) => recordText(record)),
  );
  if (output !== undefined) writeReport(resolve(host.cwd, output), lines.map((line) => `${line}\n`).join(""));
  const size = lines.length;
  return {
    exit: EXIT.pass,
    json: () => ({
      schema: "holdpoint/ledger-export/v1",
      size,
      ...(output === undefined ? { records: lines.map((line) => JSON.parse(line) as unknown) } : { output }),
    }),
    text: () => (output === undefined ? lines.join("\n") : `${size} records written to ${output}`),
  };
}
