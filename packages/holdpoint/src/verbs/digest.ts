import { resolve } from "node:path";
import type { DigestFlags } from "../commands/digest.ts";
import { digestOfRuns } from "../digest/digest.ts";
import { mailTerms } from "../digest/mail-terms.ts";
import { digestMessage } from "../digest/message.ts";
import { periodOf } from "../digest/period.ts";
import { renderDigest } from "../digest/render.ts";
import { memoDocument } from "../digest/memo-document.ts";
import { digestDocument } from "../digest/digest-document.ts";
import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import { loadConfig } from "../io/config-file.ts";
import { readDigestEntries } from "../io/digest-entries.ts";
import { deliver } from "../io/digest-delivery.ts";
import { prepareReport, writeWhole } from "../io/report-file.ts";
import { verifyTerms } from "../io/verify-terms.ts";
import { GATES } from "../registry.ts";
import type { Answer } from "../verb.ts";

export default async function digest(host: Host, flags: DigestFlags): Promise<Answer> {
  const { root, config } = loadConfig(host.cwd, flags.config, GATES);
  const period = periodOf(flags.since, flags.until, host.nowMs());
  const output = flags.output === undefined ? null : resolve(host.cwd, flags.output);
  if (output !== null) prepareReport(output);
  const { service, alerts } = config;
  const { runs, ...told } = readDigestEntries(root, { ...period, service }, verifyTerms(root, { revokedNow: false }));
  const made = digestOfRuns(runs, { ...period, ...told, service });
  const render = (): string => renderDigest(made, flags.format, { memo: flags.memo, mail: mailTerms(alerts) });
  if (output !== null) writeWhole(output, render());
  const message = digestMessage(made, flags.memo ? memoDocument(made) : digestDocument(made));
  const deliveries = flags.send ? await deliver(message, { alerts, root, host }) : null;
  const failed = deliveries?.some(({ delivered }) => !delivered) ?? false;
  return {
    exit: failed || deliveries?.length === 0 ? EXIT.hold : EXIT.pass,
    json: () => (deliveries === null ? made : { ...made, deliveries }),
    text: () =>
      [
        ...(output === null ? [render().trimEnd()] : [`Written: ${flags.output}`]),
        ...(deliveries ?? []).map(({ to, told: said }) => `${to}: ${said}`),
        ...(deliveries?.length === 0 ? ["Nothing is configured under `alerts` that wants a digest."] : []),
      ].join("\n"),
  };
}
