import { resolve } from "node:path";
import { didYouMean, HoldpointError } from "@holdpoint/core";
import type { RunResult } from "@holdpoint/release";
import { runRelease } from "@holdpoint/release";
import { wantsColor } from "../color.ts";
import type { PromoteFlags } from "../commands/promote.ts";
import { exitOfVerdict } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import { loadConfig } from "../io/config-file.ts";
import { regressionAlert } from "../io/regression-alert.ts";
import { prepareReport, writeReport } from "../io/report-file.ts";
import { profileOf } from "../profile.ts";
import { terminalProgress } from "../progress/terminal-progress.ts";
import { GATES } from "../registry.ts";
import type { Render, RenderOptions } from "../reporters/index.ts";
import { isReporterName, REPORTERS } from "../reporters/index.ts";
import { runOptions } from "../run-options.ts";
import type { Answer } from "../verb.ts";
import { VERSION } from "../version.ts";

export default async function promote(host: Host, flags: PromoteFlags): Promise<Answer> {
  const render = await reporter(flags.reporter);
  const loaded = loadConfig(host.cwd, flags.config, GATES);
  const { file } = loaded;
  profileOf(loaded, flags.profile);
  const output = flags.output === undefined ? null : resolve(host.cwd, flags.output);
  if (output !== null) prepareReport(output);
  const progress = terminalProgress(host, flags);
  let result: RunResult;
  try {
    const { profile, key, base } = flags;
    const given = {
      ...(key === undefined ? {} : { keyFile: resolve(host.cwd, key) }),
      ...(base === undefined ? {} : { base }),
    };
    result = await runRelease(await runOptions(host, loaded, { profile, evidence: "fresh", ...given }, progress));
  } finally {
    progress.stop();
  }
  await regressionAlert(host, loaded, result);
  const options: RenderOptions = { toolVersion: VERSION, configFile: file, columns: host.stdout.columns };
  if (output !== null) writeReport(output, render(result, { ...options, columns: FILE_COLUMNS }));
  const shown = output === null ? render : await REPORTERS.text.load();
  const document = await REPORTERS.json.load();
  return {
    exit: exitOfVerdict(result.judgement.verdict),
    json: () => JSON.parse(document(result)) as unknown,
    text: () => shown(result, { ...options, color: wantsColor(host.stdout, host.env) }).trimEnd(),
  };
}

const FILE_COLUMNS = 100;

async function reporter(name: string): Promise<Render> {
  if (isReporterName(name)) return REPORTERS[name].load();
  const known = Object.keys(REPORTERS);
  throw new HoldpointError(
    "HP-USAGE",
    `there is no reporter "${name}"${didYouMean(name, known)} (${known.join(", ")})`,
  );
}
