import { HoldpointError } from "@holdpoint/core";
import { signGovernance } from "@holdpoint/ledger";
import type { ExceptionsAddFlags } from "../commands/coverage-exceptions.ts";
import { coveragePart } from "../coverage/exceptions/config-part.ts";
import { exceptionOf } from "../coverage/exceptions/exception-of.ts";
import { shareText } from "../coverage/exceptions/record-row.ts";
import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import { loadConfig } from "../io/config-file.ts";
import { coverageNow } from "../io/coverage-now.ts";
import { readExceptions } from "../io/exceptions-ground.ts";
import { personOf } from "../io/exceptions-signing.ts";
import { keepGovernance } from "../io/governance.ts";
import { GATES } from "../registry.ts";
import type { Answer } from "../verb.ts";
import { matchingFiles } from "../coverage/exceptions/matching-files.ts";

export default async function exceptionsAdd(host: Host, flags: ExceptionsAddFlags, path: string): Promise<Answer> {
  const loaded = loadConfig(host.cwd, flags.config, GATES);
  const coverage = coveragePart(loaded.config, loaded.file);
  const { governance, tracked, exceptions } = await readExceptions(loaded.root, host.signal);
  const { files, measuredAt } = await coverageNow(host, loaded, coverage);
  const person = personOf(host.cwd, flags.key, governance);
  const { owner = person.name, nextReview = "" } = flags;
  if (owner.trim() !== person.name)
    throw new HoldpointError("HP-USAGE", `the key is of ${person.name}, and the owner is ${owner.trim()}`);
  const { components } = coverage;
  const ground = { tracked, files, components, nowMs: host.nowMs() };
  const exception = exceptionOf({ ...flags, owner, nextReview, path }, ground);
  const matches = matchingFiles(exception.path, tracked);
  const other = exceptions.find(
    (one) =>
      one.resolved === null && one.metric === exception.metric && one.matches.some((file) => matches.includes(file)),
  );
  if (other !== undefined) {
    throw new HoldpointError("HP-USAGE", `${other.id} is about ${other.path} already; resolve it first`);
  }
  const text = signGovernance("exception", exception, [person.signer]);
  const file = keepGovernance(host.cwd, "exception", exception.id, text);
  return {
    exit: EXIT.pass,
    json: () => ({ schema: "holdpoint/coverage-exception-added/v1", file, measuredAt, matches, exception }),
    text: () =>
      [
        `Written: ${file}`,
        `It stands for ${exception.metric} of ${exception.path} as measured at ${measuredAt}: ` +
          shareText(exception.atDecision),
        `It counts once ${exception.approver} has approved it: ` +
          `holdpoint coverage exceptions approve ${exception.id} --key FILE`,
      ].join("\n"),
  };
}
