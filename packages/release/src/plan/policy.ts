import { HoldpointError, KIND } from "@holdpoint/core";
import type { Config, Gate, JsonObject, Policy, ProfileConfig, ProfileGate } from "@holdpoint/core";

/** Resolves a profile of the configuration into the policy that is judged. Gates are kept in the profile's order. */
export function resolvePolicy(
  config: Config,
  profileName: string,
  gates: readonly Gate[],
  only?: readonly string[],
): Policy {
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
    gates: asked.map(({ id, blocking, checks }) => ({
      id,
      blocking,
      params: withCoverageParts(
        checks,
        gates.find((gate) => gate.id === id),
        config,
      ),
    })),
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

const ABOUT_COVERAGE: ReadonlySet<string> = new Set([
  KIND.coverage,
  KIND.coverageExceptions,
  KIND.testMapping,
  KIND.changes,
]);

/**
 * Components, contexts and shards are written once, in the configuration's parts about coverage and suites; every
 * check about coverage that has a parameter of that name is given them, unless the profile says otherwise.
 */
function withCoverageParts(
  given: ProfileGate["checks"],
  gate: Gate | undefined,
  config: Config,
): ProfileGate["checks"] {
  const { coverage } = config;
  if (coverage === null) return given;
  const { components, contexts } = coverage;
  const parts = { components, contexts, shards: shardsOf(config) } as unknown as JsonObject;
  const params = (gate?.checks ?? []).flatMap(({ definition }) => {
    // A check of something else may call a parameter of its own so.
    if (!definition.needs.some((kind) => ABOUT_COVERAGE.has(kind))) return [];
    const own = Object.entries(parts).filter(([name]) => Object.hasOwn(definition.params, name));
    return own.length === 0 ? [] : [[definition.id, { ...Object.fromEntries(own), ...given[definition.id] }] as const];
  });
  return { ...given, ...Object.fromEntries(params) };
}

/** Every shard of a CI matrix that a report or a judged suite names, with what it has to bring. */
function shardsOf({ suites, coverage }: Config): readonly object[] {
  const named = (items: readonly { readonly id: string; readonly shard: string | null }[], id: string): string[] =>
    items.filter(({ shard }) => shard === id).map((item) => item.id);
  const judged = suites.filter((suite) => suite.judged);
  const reports = coverage?.reports ?? [];
  const ids = new Set([...reports, ...judged].flatMap(({ shard }) => shard ?? []));
  return [...ids].sort().map((id) => ({ id, reports: named(reports, id), suites: named(judged, id) }));
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
