import type { Json, JsonObject } from "@holdpoint/core";
import { digestOf } from "@holdpoint/core";
import type { SettingPath, Settings, SettingsView } from "../contract/settings.ts";
import type { SettingLeaves, SettingValue } from "./leaves.ts";
import { leavesOf, refusal } from "./leaves.ts";
import { SETTING_ORDER, SETTING_PATHS, SETTING_SPECS } from "./setting-specs.ts";

export type SettingOrigin = "default" | "file" | "patch";

export interface SettingChange {
  readonly path: SettingPath;
  readonly from: SettingValue;
  readonly to: SettingValue;
  /** Where the value comes from after the change. */
  readonly origin: SettingOrigin;
}

/** A change that was checked as a whole and not yet made. */
export interface PlannedSettings {
  /** Empty when the patch asks for what is so already. */
  readonly changes: readonly SettingChange[];
  /** What patches have set after it, by path: to be stored, and given to the constructor at the next start. */
  readonly patched: SettingLeaves;
  /** The generation after it. */
  readonly generation: number;
  /** The generation that it was planned on. */
  readonly basedOn: number;
}

/** What `gateway.yaml` said, and what patches of earlier runs left behind. */
export interface SettingSources {
  /** Merge patch of `Settings`. */
  readonly file?: JsonObject;
  readonly patched?: SettingLeaves;
  readonly generation?: number;
}

/**
 * Settings in force: a patch over the file over the defaults. Nothing is changed but by `apply`, which cannot fail
 * halfway.
 *
 * @example
 * const settings = new RuntimeSettings();
 * settings.apply(settings.plan({ executor: { concurrency: 8 } }));
 * settings.current.executor.concurrency; // 8
 */
export class RuntimeSettings implements SettingsView {
  readonly #file: SettingLeaves;
  #state: State;

  /** @throws HoldpointError `HP-GATEWAY-SETTING` when a source is not a set of settings */
  constructor({ file = {}, patched = {}, generation = 0 }: SettingSources = {}) {
    this.#file = setLeaves(file);
    this.#state = stateOf(this.#file, setLeaves(nested(patched)), generation);
  }

  get current(): Settings {
    return this.#state.current;
  }

  get generation(): number {
    return this.#state.generation;
  }

  /** Strong entity tag (RFC 9110), quotes included; another one after each change. */
  get etag(): string {
    return this.#state.etag;
  }

  /** As `GET /v1/config` answers it; a merge patch of it is what `PATCH` takes. */
  get wire(): JsonObject {
    return this.#state.wire;
  }

  /**
   * What a merge patch (RFC 7396) would change; null takes a leaf, or a group, back to the file's or default value.
   *
   * @throws HoldpointError `HP-GATEWAY-SETTING`, and nothing of the patch is taken
   */
  plan(patch: Json): PlannedSettings {
    const patched: Partial<Record<SettingPath, SettingValue>> = { ...this.#state.patched };
    for (const [path, value] of leavesOf(patch)) {
      if (value === null) delete patched[path];
      else patched[path] = value;
    }
    const changes = SETTING_PATHS.flatMap((path): SettingChange[] => {
      const from = effective(this.#file, this.#state.patched, path);
      const to = effective(this.#file, patched, path);
      if (from.value === to.value && from.origin === to.origin) return [];
      return [{ path, from: from.value, to: to.value, origin: to.origin }];
    });
    const basedOn = this.#state.generation;
    const generation = changes.length === 0 ? basedOn : basedOn + 1;
    stateOf(this.#file, patched, generation);
    return { changes, patched, generation, basedOn };
  }

  /** @throws RangeError when something else was applied since it was planned */
  apply(planned: PlannedSettings): void {
    if (planned.basedOn !== this.#state.generation) throw new RangeError("the plan is of another generation");
    this.#state = stateOf(this.#file, planned.patched, planned.generation);
  }
}

interface State {
  readonly patched: SettingLeaves;
  readonly generation: number;
  readonly current: Settings;
  readonly etag: string;
  readonly wire: JsonObject;
}

function stateOf(file: SettingLeaves, patched: SettingLeaves, generation: number): State {
  const values: Partial<Record<SettingPath, SettingValue>> = {};
  const origins: Partial<Record<SettingPath, SettingOrigin>> = {};
  for (const path of SETTING_PATHS) {
    const { value, origin } = effective(file, patched, path);
    values[path] = value;
    origins[path] = origin;
  }
  for (const [lower, upper] of SETTING_ORDER) {
    if (Number(values[lower]) <= Number(values[upper])) continue;
    throw refusal(`'${lower}' (${values[lower]}) must not be above '${upper}' (${values[upper]})`);
  }
  const current = nested(values);
  const wire = { generation, ...current, origin: nested(origins) };
  const digest = digestOf(wire).slice("sha256:".length, "sha256:".length + 16);
  return { patched, generation, current: current as unknown as Settings, etag: `"g${generation}-${digest}"`, wire };
}

function effective(
  file: SettingLeaves,
  patched: SettingLeaves,
  path: SettingPath,
): { readonly value: SettingValue; readonly origin: SettingOrigin } {
  const own = patched[path];
  if (own !== undefined) return { value: own, origin: "patch" };
  const written = file[path];
  if (written !== undefined) return { value: written, origin: "file" };
  return { value: SETTING_SPECS[path].default, origin: "default" };
}

function setLeaves(source: JsonObject): SettingLeaves {
  const leaves: Partial<Record<SettingPath, SettingValue>> = {};
  for (const [path, value] of leavesOf(source)) if (value !== null) leaves[path] = value;
  return leaves;
}

/** `{"a.b": 1}` as `{a: {b: 1}}`. */
function nested(leaves: Readonly<Record<string, Json>>): JsonObject {
  const groups: Record<string, Record<string, Json>> = {};
  for (const [path, value] of Object.entries(leaves)) {
    const [group = "", name = ""] = path.split(".");
    groups[group] = { ...groups[group], [name]: value };
  }
  return groups;
}
