import { EXIT } from "../exit-codes.ts";
import { table } from "../format/table.ts";
import type { Host } from "../host.ts";
import { probeConfig } from "../io/probes/config.ts";
import { probeGit } from "../io/probes/git.ts";
import { probeKeys } from "../io/probes/keys.ts";
import { probeFolder, probeNode, probeSqlite } from "../io/probes/machine.ts";
import { repositoryRoot } from "../io/repository-root.ts";
import type { Probed } from "../probe.ts";
import type { Answer, CommonFlags } from "../verb.ts";

export const DOCTOR_SCHEMA = "holdpoint/doctor/v1";

export default async function doctor(host: Host, flags: CommonFlags): Promise<Answer> {
  const root = repositoryRoot(host.cwd);
  const probes = [
    probeNode(),
    ...probeGit(root),
    await probeSqlite(),
    ...probeFolder(root, host.nowMs),
    ...probeKeys(root),
    probeConfig(host.cwd, flags.config),
  ];
  const healthy = probes.every(({ state }) => state !== "bad");
  return {
    exit: healthy ? EXIT.pass : EXIT.hold,
    json: () => ({ schema: DOCTOR_SCHEMA, healthy, probes }),
    text: () => doctorText(probes),
  };
}

export function doctorText(probes: readonly Probed[]): string {
  const rows = probes.map(({ id, state, text, hint }) => [state, id, hint === null ? text : `${text}. ${hint}`]);
  const count = (state: Probed["state"]): number => probes.filter((probe) => probe.state === state).length;
  const [bad, warn] = [count("bad"), count("warn")];
  const end =
    bad > 0
      ? `${bad} in the way of a verdict, ${warn} to look at`
      : `Nothing is in the way of a verdict, ${warn} to look at`;
  return [...table(rows), "", end].join("\n");
}
