import type { Gate, Json } from "@holdpoint/core";
import { didYouMean, durationMs, KIND } from "@holdpoint/core";
import { SUITE_TIMEOUT_MAX_MS } from "./normalize.ts";
import type { RawConfig, RawGate, RawProfile } from "./raw-config.ts";
import type { Trouble } from "./trouble.ts";

/** Everything that a schema cannot see: names of gates, checks, parameters and kinds, and ids given twice. */
export function referenceTroubles(raw: RawConfig, gates: readonly Gate[]): Trouble[] {
  return [
    ...twice(raw.suites ?? [], ["suites"]),
    ...twice(raw.coverage?.reports ?? [], ["coverage", "reports"]),
    ...twice(raw.coverage?.components ?? [], ["coverage", "components"]),
    ...twice(raw.coverage?.contexts ?? [], ["coverage", "contexts"]),
    ...twice(raw.load ?? [], ["load"]),
    ...twice(raw.metrics ?? [], ["metrics"]),
    ...twice(raw.soak ?? [], ["soak"]),
    ...twice(raw.alerts?.webhooks ?? [], ["alerts", "webhooks"]),
    ...(raw.suites ?? []).flatMap((suite, index) => tooLong(suite.timeout, ["suites", String(index), "timeout"])),
    ...Object.entries(raw.profiles).flatMap(([id, profile]) => profileTroubles(profile, ["profiles", id], gates)),
  ];
}

function twice(items: readonly { readonly id: string }[], path: readonly string[]): Trouble[] {
  return items.flatMap(({ id }, index) =>
    items.findIndex((other) => other.id === id) === index
      ? []
      : [reference([...path, String(index), "id"], "value", `the id "${id}" is given twice in ${path.join(".")}`)],
  );
}

function tooLong(timeout: string | undefined, path: readonly string[]): Trouble[] {
  if (timeout === undefined || (durationMs(timeout) ?? 0) <= SUITE_TIMEOUT_MAX_MS) return [];
  return [
    { code: "HP-CONFIG-VALUE", path, at: "value", text: `a suite may not take longer than 24h, this says ${timeout}` },
  ];
}

function profileTroubles(profile: RawProfile, path: readonly string[], gates: readonly Gate[]): Trouble[] {
  const known = gates.map((gate) => gate.id);
  const kinds: string[] = ["*", ...Object.values(KIND)];
  return [
    ...Object.entries(profile.gates).flatMap(([id, given]) => {
      const gate = gates.find((one) => one.id === id);
      const at = [...path, "gates", id];
      if (gate === undefined) return [unknown("gate", id, known, at)];
      return gateTroubles(given, gate, [...at, "checks"]);
    }),
    ...Object.keys(profile.maxAge ?? {}).flatMap((kind) =>
      kinds.includes(kind) ? [] : [unknown("kind of evidence", kind, kinds, [...path, "maxAge", kind])],
    ),
  ];
}

function gateTroubles(given: RawGate | null, gate: Gate, path: readonly string[]): Trouble[] {
  return Object.entries(given?.checks ?? {}).flatMap(([id, params]) => {
    const check = gate.checks.find((one) => one.definition.id === id);
    const at = [...path, id];
    if (check === undefined) {
      const known = gate.checks.map((one) => one.definition.id);
      return [unknown(`check of the gate "${gate.id}"`, id, known, at)];
    }
    const defaults = check.definition.params;
    return Object.entries(params).flatMap(([name, value]) => {
      if (!Object.hasOwn(defaults, name)) {
        return [unknown(`parameter of ${gate.id}/${id}`, name, Object.keys(defaults), [...at, name])];
      }
      return wrongType(value, defaults[name] ?? null, name, [...at, name]);
    });
  });
}

function wrongType(value: Json, standard: Json, name: string, path: readonly string[]): Trouble[] {
  if (standard === null || typeOf(value) === typeOf(standard)) return [];
  const wanted = `${typeOf(standard)} like its default ${JSON.stringify(standard)}`;
  const text = `the parameter "${name}" must be ${wanted}, not ${typeOf(value)}`;
  return [{ code: "HP-CONFIG-VALUE", path, at: "value", text }];
}

function typeOf(value: Json): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function unknown(what: string, name: string, known: readonly string[], path: readonly string[]): Trouble {
  return reference(path, "key", `there is no ${what} called "${name}"${didYouMean(name, known)}`);
}

function reference(path: readonly string[], at: Trouble["at"], text: string): Trouble {
  return { code: "HP-CONFIG-REFERENCE", path, at, text };
}
