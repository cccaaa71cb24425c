import { resolve } from "node:path";
import type { CheckResult, GateResult, Judgement } from "@holdpoint/core";
import { HOLDING } from "@holdpoint/core";
import { runRelease } from "@holdpoint/release";
import type { CheckFlags } from "../commands/check.ts";
import { EXIT } from "../exit-codes.ts";
import { indented, table } from "../format/table.ts";
import type { Host } from "../host.ts";
import { loadConfig } from "../io/config-file.ts";
import { profileOf } from "../profile.ts";
import { terminalProgress } from "../progress/terminal-progress.ts";
import { GATES } from "../registry.ts";
import { runOptions } from "../run-options.ts";
import type { Answer } from "../verb.ts";

export const CHECK_SCHEMA = "holdpoint/check/v1";

export default async function check(host: Host, flags: CheckFlags, ...asked: string[]): Promise<Answer> {
  const loaded = loadConfig(host.cwd, flags.config, GATES);
  const { profile, evidence, key, base } = flags;
  const known = profileOf(loaded, profile).gates.map((gate) => gate.id);
  const only = asked.length === 0 ? known : asked;
  const given = {
    ...(key === undefined ? {} : { keyFile: resolve(host.cwd, key) }),
    ...(base === undefined ? {} : { base }),
  };
  const progress = terminalProgress(host, flags);
  try {
    const options = await runOptions(host, loaded, { profile, evidence, only, ...given }, progress);
    return answer((await runRelease(options)).judgement, evidence);
  } finally {
    progress.stop();
  }
}

function answer({ gates, run, profile }: Judgement, evidence: string): Answer {
  const letThrough = gates.length > 0 && gates.every(letsThrough);
  return {
    exit: letThrough ? EXIT.pass : EXIT.hold,
    json: () => ({ schema: CHECK_SCHEMA, letsThrough: letThrough, run, profile, evidence, gates }),
    text: () => checkText(gates),
  };
}

function letsThrough({ verdict }: GateResult): boolean {
  return verdict === "PASS" || verdict === "WARN";
}

/** Gates and what holds in them, for a person. */
export function checkText(gates: readonly GateResult[]): string {
  const rows = gates.map(({ id, verdict, blocking, checks }) => {
    const asked = checks.filter(({ outcome }) => outcome !== "not-applicable");
    const passed = asked.filter(({ outcome }) => outcome === "pass").length;
    return [verdict, id, blocking ? "blocking" : "advisory", `${passed} of ${asked.length} checks passed`];
  });
  const holding = gates.flatMap(({ id, checks }) =>
    grouped(checks.filter(({ outcome }) => HOLDING.has(outcome) || outcome === "warn")).flatMap((group) => {
      const [first] = group;
      const names = group.map((one) => one.id).join(", ");
      const advice = group.length === 1 ? [first.remediation] : [];
      const lines = [first.reason, ...(first.flip === null ? [] : [first.flip]), ...advice];
      return ["", `${first.outcome} ${id}: ${names} (${first.code})`, ...indented(lines)];
    }),
  );
  return [...table(rows), ...holding, "", "A check is no promotion: `holdpoint promote` goes the whole way."].join(
    "\n",
  );
}

type Group = [CheckResult, ...CheckResult[]];

/** Checks that say the very same thing, such as those whose evidence is missing, are said once. */
function grouped(checks: readonly CheckResult[]): Group[] {
  const groups = new Map<string, Group>();
  for (const check of checks) {
    const key = JSON.stringify([check.outcome, check.code, check.reason]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [check]);
    else group.push(check);
  }
  return [...groups.values()];
}
