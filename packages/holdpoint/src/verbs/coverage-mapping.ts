import type { CoverageMappingFlags } from "../commands/coverage-views.ts";
import { coveragePart } from "../coverage/exceptions/config-part.ts";
import { mappingText } from "../coverage/mapping/mapping-text.ts";
import { mappingSummary } from "../coverage/mapping/summary.ts";
import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import { loadConfig } from "../io/config-file.ts";
import { mappingNow, mappingThen } from "../io/mapping-now.ts";
import { GATES } from "../registry.ts";
import type { Answer } from "../verb.ts";

export default async function coverageMapping(host: Host, flags: CoverageMappingFlags): Promise<Answer> {
  const loaded = loadConfig(host.cwd, flags.config, GATES);
  const body = await mappingNow(host, loaded, coveragePart(loaded.config, loaded.file));
  const summary = mappingSummary(body, mappingThen(loaded));
  const { modules, ...rest } = body;
  return {
    exit: EXIT.pass,
    json: () => ({ schema: "holdpoint/coverage-mapping/v1", summary, modules, ...rest }),
    text: () => mappingText(body, summary, flags.modules),
  };
}
