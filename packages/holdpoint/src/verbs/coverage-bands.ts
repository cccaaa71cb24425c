import { unmeasuredFiles } from "@holdpoint/core";
import type { CoverageBandsFlags } from "../commands/coverage-views.ts";
import { bandTable } from "../coverage/bands/band-table.ts";
import { bandsText } from "../coverage/bands/bands-text.ts";
import { coveragePart } from "../coverage/exceptions/config-part.ts";
import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import { loadConfig } from "../io/config-file.ts";
import { coverageNow } from "../io/coverage-now.ts";
import { GATES } from "../registry.ts";
import type { Answer } from "../verb.ts";

export default async function coverageBands(host: Host, flags: CoverageBandsFlags): Promise<Answer> {
  const loaded = loadConfig(host.cwd, flags.config, GATES);
  const coverage = coveragePart(loaded.config, loaded.file);
  const { files, reports, commit, measuredAt } = await coverageNow(host, loaded, coverage);
  const { by, metric } = flags;
  const terms = { by, metric, components: coverage.components, unmeasured: unmeasuredFiles(reports) };
  const bands = bandTable(files, terms);
  return {
    exit: EXIT.pass,
    json: () => ({ schema: "holdpoint/coverage-bands/v1", by, metric, commit, measuredAt, ...bands }),
    text: () => bandsText(bands, terms),
  };
}
