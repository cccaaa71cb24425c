import type { Json, JsonObject } from "@holdpoint/core";
import { below, foldersAround } from "../../resolver.ts";
import { probe, probeSource } from "./probe.ts";
import { isObject, manifestTargets } from "./targets.ts";

/** Fields that name a package's entry where it has no `exports`. */
const ENTRIES = ["source", "module", "main", "browser", "types", "typings"] as const;

/** The packages of the repository, by what their manifests say of themselves. */
export class Packages {
  readonly #tracked: ReadonlySet<string>;
  readonly #byFolder: ReadonlyMap<string, JsonObject>;
  readonly #folders = new Map<string, string>();

  /** @param manifests by the folder that each lies in */
  constructor(tracked: ReadonlySet<string>, manifests: ReadonlyMap<string, Json>) {
    this.#tracked = tracked;
    this.#byFolder = new Map([...manifests].filter((entry): entry is [string, JsonObject] => isObject(entry[1])));
    for (const [folder, { name }] of this.#byFolder) {
      if (typeof name === "string" && name !== "" && !this.#folders.has(name)) this.#folders.set(name, folder);
    }
  }

  /** Folder of the package of a name; null: it is not of this repository. */
  folderOf(name: string): string | null {
    return this.#folders.get(name) ?? null;
  }

  /** `@scope/name/sub/path`; undefined: no package of this repository, null: one, but no such file. */
  resolve(specifier: string): string | null | undefined {
    const segments = specifier.split("/");
    const name = segments.slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
    const folder = this.folderOf(name);
    const manifest = folder === null ? undefined : this.#byFolder.get(folder);
    if (folder === null || manifest === undefined) return undefined;
    const rest = specifier.slice(name.length + 1);
    if (manifest["exports"] !== undefined) {
      return this.#first(folder, manifestTargets(manifest["exports"], rest === "" ? "." : `./${rest}`));
    }
    if (rest !== "") return probe(this.#tracked, below(folder, rest) ?? "") ?? this.#first(folder, [`./dist/${rest}`]);
    return this.entryAt(folder);
  }

  /** What a folder stands for by the manifest that lies in it; null: by none. */
  entryAt(folder: string): string | null {
    const manifest = this.#byFolder.get(folder);
    if (manifest === undefined) return null;
    const entries = ENTRIES.map((field) => manifest[field]).filter((entry) => typeof entry === "string");
    return this.#first(folder, [...entries, "./index", "./src/index"]);
  }

  /** `#name` by the `imports` of the nearest manifest that has any; undefined: there is none. */
  resolveInner(specifier: string, from: string): string | null | undefined {
    const folder = foldersAround(from).find((one) => this.#byFolder.get(one)?.["imports"] !== undefined);
    if (folder === undefined) return undefined;
    const targets = manifestTargets(this.#byFolder.get(folder)?.["imports"], specifier);
    const own = this.#first(
      folder,
      targets.filter((target) => target.startsWith(".")),
    );
    if (own !== null) return own;
    const foreign = targets.find((target) => !target.startsWith(".") && !target.startsWith("#"));
    return foreign === undefined ? null : this.resolve(foreign);
  }

  #first(folder: string, targets: readonly string[]): string | null {
    for (const target of targets) {
      const found = probe(this.#tracked, below(folder, target) ?? "");
      if (found !== null) return found;
    }
    for (const target of targets) {
      const found = probeSource(this.#tracked, folder, target);
      if (found !== null) return found;
    }
    return null;
  }
}
