import type { JsonObject } from "@holdpoint/core";
import { didYouMean, durationMs } from "@holdpoint/core";
import { SETTING_PATHS, SETTING_SPECS } from "../settings/setting-specs.ts";
import type { Environment } from "./environment.ts";
import { headerTroubles, strayVariables } from "./environment.ts";
import { isNetwork } from "./networks.ts";
import { placeholderTroubles } from "./placeholders.ts";
import type { RawAdapter, RawConfig, RawHttpAdapter, RawOperation } from "./raw-config.ts";
import { argumentSchemaTroubles } from "./argument-schemas.ts";
import type { Trouble } from "./trouble.ts";

/** Longest time that an operation can be given; the setting `executor.timeout_ms` has the same bound. */
const DURATION_MAX_MS: number = SETTING_SPECS["executor.timeout_ms"].max;

/** Everything that a schema cannot see: names given twice, addresses, variables, placeholders, settings. */
export function referenceTroubles(raw: RawConfig, env: Environment): Trouble[] {
  return [
    ...twice(raw.adapters, ["adapters"], "adapter"),
    ...raw.adapters.flatMap((adapter, index) => adapterTroubles(adapter, ["adapters", String(index)], env)),
    ...settingTroubles(raw.settings ?? {}),
    ...strayVariables({ ...raw, policy: null }),
  ];
}

function twice(items: readonly { readonly name: string }[], path: readonly string[], what: string): Trouble[] {
  return items.flatMap(({ name }, index): Trouble[] => {
    if (items.findIndex((other) => other.name === name) === index) return [];
    return [{ path: [...path, String(index), "name"], at: "value", text: `two ${what}s are called "${name}"` }];
  });
}

function adapterTroubles(adapter: RawAdapter, path: readonly string[], env: Environment): Trouble[] {
  const operations: readonly RawOperation[] = adapter.operations;
  return [
    ...(adapter.kind === "http" ? httpTroubles(adapter, path, env) : []),
    ...twice(operations, [...path, "operations"], "operation"),
    ...operations.flatMap((operation, index) => {
      const at = [...path, "operations", String(index)];
      return [
        ...tooLong(operation.timeout, [...at, "timeout"]),
        ...argumentSchemaTroubles(operation, at),
        ...placeholderTroubles(operation, at),
      ];
    }),
  ];
}

function httpTroubles(adapter: RawHttpAdapter, path: readonly string[], env: Environment): Trouble[] {
  const networks = (adapter.allow_networks ?? []).flatMap((text, index): Trouble[] => {
    if (isNetwork(text)) return [];
    const at = [...path, "allow_networks", String(index)];
    return [{ path: at, at: "value", text: `"${text}" is not a network: an address, a slash and a prefix length` }];
  });
  return [
    ...baseUrlTroubles(adapter.base_url, [...path, "base_url"]),
    ...networks,
    ...headerTroubles(adapter.headers ?? {}, [...path, "headers"], env),
  ];
}

function baseUrlTroubles(text: string, path: readonly string[]): Trouble[] {
  const trouble = (why: string): Trouble[] => [{ path, at: "value", text: `base_url ${why}` }];
  if (!URL.canParse(text)) return trouble("is not an absolute URL");
  const { username, password, search, hash } = new URL(text);
  if (username !== "" || password !== "") return trouble("must not hold a name or password; use a header");
  return search === "" && hash === "" ? [] : trouble("must end with its path");
}

function tooLong(timeout: string | undefined, path: readonly string[]): Trouble[] {
  if (timeout === undefined || (durationMs(timeout) ?? 0) <= DURATION_MAX_MS) return [];
  return [{ path, at: "value", text: `an operation may not take longer than 1h, this says ${timeout}` }];
}

function settingTroubles(settings: JsonObject): Trouble[] {
  const groups = [...new Set(SETTING_PATHS.map((path) => path.slice(0, path.indexOf("."))))];
  return Object.entries(settings).flatMap(([group, members]): Trouble[] => {
    if (!groups.includes(group)) {
      const text = `there are no settings called "${group}"${didYouMean(group, groups)}`;
      return [{ path: ["settings", group], at: "key", text }];
    }
    if (typeof members !== "object" || members === null || Array.isArray(members)) {
      return [{ path: ["settings", group], at: "value", text: `settings.${group} must be an object` }];
    }
    return Object.entries(members).flatMap(([name, value]) => leafTroubles(group, name, value));
  });
}

function leafTroubles(group: string, name: string, value: unknown): Trouble[] {
  const path = ["settings", group, name];
  const known = SETTING_PATHS.filter((one) => one.startsWith(`${group}.`));
  const setting = known.find((one) => one === `${group}.${name}`);
  if (setting === undefined) {
    const names = known.map((one) => one.slice(group.length + 1));
    return [{ path, at: "key", text: `there is no setting "${group}.${name}"${didYouMean(name, names)}` }];
  }
  const { default: normal, min, max, unit } = SETTING_SPECS[setting];
  if (typeof normal === "boolean") {
    if (typeof value === "boolean") return [];
    return [{ path, at: "value", text: `${setting} must be true or false` }];
  }
  if (Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max) return [];
  return [{ path, at: "value", text: `${setting} must be a whole number from ${min} to ${max} (${unit})` }];
}
