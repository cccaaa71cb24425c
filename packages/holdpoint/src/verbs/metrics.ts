import { resolve } from "node:path";
import { soakMetrics } from "@holdpoint/drills";
import type { MetricsFlags } from "../commands/metrics.ts";
import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import { writeWhole } from "../io/report-file.ts";
import { storedSoak } from "../io/stored-soak.ts";
import type { Answer } from "../verb.ts";

export default async function metrics(host: Host, flags: MetricsFlags): Promise<Answer> {
  const { body, record } = await storedSoak(host.cwd, flags.path);
  const text = soakMetrics({ body, parameters: record.parameters.last }, flags.format);
  if (flags.output !== undefined) writeWhole(resolve(host.cwd, flags.output), text);
  const output = flags.output ?? null;
  return {
    exit: EXIT.pass,
    json: () => ({ schema: "holdpoint/metrics/v1", run: body.run, output, text }),
    text: () => (output === null ? text.trimEnd() : `Written: ${output}`),
  };
}
