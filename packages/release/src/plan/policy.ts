import { HoldpointError } from "@holdpoint/core";
import type { Config, Gate, Policy, ProfileConfig } from "@holdpoint/core";

/** Resolves a profile of the configuration into the policy that is judged. Gates are kept in the profile's order. */
export function resolvePolicy(config: Config, profileName: string, only?: readonly string[]): Policy {
  const profile = profileOf(config, profileName);
  needEachOnce(profile, profileName);
  for (const id of only ?? []) {
    if (!profile.gates.some((gate) => gate.id === id)) {
      const known = profile.gates.map((gate) => gate.id).join(", ");
      throw new HoldpointError("HP-RUN-UNKNOWN", `the profile "${profileName}" has no gate "${id}" (it has ${known})`);
    }
  }
  const asked =
    only === undefined || only.length === 0 ? profile.gates : profile.gates.filter((gate) => only.includes(gate.id));
  return {
    profile: profileName,
    gates: asked.map(({ id, blocking, checks }) => ({ id, blocking, params: checks })),
    requiredGates: profile.requireGates,
    requiredSections: profile.requireSections,
    maxAgeMs: profile.maxAgeMs,
    baseline: profile.baseline,
    firstRelease: profile.firstRelease,
    notJudged: config.suites
      .filter((suite) => !suite.judged)
      .map((suite) => ({ suite: suite.id, reason: suite.reason ?? "the configuration says so" })),
    // Whoever asks for gates by name may be judging old evidence as well, so even all of them are no whole run.
    partial: only !== undefined,
  };
}

/** Of a gate given twice only one artifact would be left, and nobody could tell which of the two it speaks of. */
function needEachOnce({ gates }: ProfileConfig, profileName: string): void {
  const twice = gates.find(({ id }, index) => gates.findIndex((other) => other.id === id) !== index);
  if (twice === undefined) return;
  throw new HoldpointError("HP-CONFIG-REFERENCE", `the profile "${profileName}" has the gate "${twice.id}" twice`);
}

function profileOf(config: Config, name: string): ProfileConfig {
  const profile = Object.hasOwn(config.profiles, name) ? config.profiles[name] : undefined;
  if (profile === undefined) {
    const known = Object.keys(config.profiles).join(", ");
    throw new HoldpointError("HP-CONFIG-REFERENCE", `there is no profile "${name}" (there are: ${known})`);
  }
  return profile;
}

/** Evidence kinds that the policy's gates of one phase need, each once, in order. */
export function neededKinds(policy: Policy, gates: readonly Gate[], phase: Gate["phase"]): string[] {
  const kinds = new Set<string>();
  for (const { id } of policy.gates) {
    const gate = gates.find((one) => one.id === id && one.phase === phase);
    for (const check of gate?.checks ?? []) for (const kind of check.definition.needs) kinds.add(kind);
  }
  return [...kinds];
}
