import { join, resolve } from "node:path";
import { sha256Hex } from "@holdpoint/core";
import { reportFiles } from "@holdpoint/drills";
import type { SoakReportFlags } from "../commands/soak-flags.ts";
import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import { writeWhole } from "../io/report-file.ts";
import { storedSoak } from "../io/stored-soak.ts";
import type { Answer } from "../verb.ts";

/** What a person reads of the reports. */
const SHOWN: readonly string[] = ["SNAPSHOT.md", "RECOMMENDATIONS.md", "FAILURES.md"];

export default async function soakReport(host: Host, flags: SoakReportFlags, run?: string): Promise<Answer> {
  const found = await storedSoak(host.cwd, run);
  const made = reportFiles(found);
  const stored = new Map(found.manifest.files.map(({ path, sha256 }) => [path, sha256]));
  const files = made.map(([path, text]) => {
    const sha256 = sha256Hex(text);
    return { path, sha256, same: stored.get(path) === sha256 };
  });
  if (flags.output !== undefined) {
    for (const [path, text] of made) writeWhole(join(resolve(host.cwd, flags.output), path), text);
  }
  const others = files.filter(({ same }) => !same).map(({ path }) => path);
  const output = flags.output ?? null;
  return {
    exit: others.length === 0 ? EXIT.pass : EXIT.hold,
    json: () => ({ schema: "holdpoint/soak-reports/v1", run: found.body.run, output, files }),
    text: () =>
      [
        ...(output === null
          ? made.filter(([path]) => SHOWN.includes(path)).map(([, text]) => text)
          : [`Written: ${output}`]),
        ...(others.length === 0
          ? []
          : [`Not what was stored (${found.record.tool.version} wrote it): ${others.join(", ")}`]),
      ]
        .join("\n")
        .trimEnd(),
  };
}
