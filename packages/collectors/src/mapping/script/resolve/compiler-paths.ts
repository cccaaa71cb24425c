import type { Json, JsonObject } from "@holdpoint/core";
import { below, folderOf, foldersAround } from "../../resolver.ts";
import type { Packages } from "./packages.ts";
import { isObject, starOf } from "./targets.ts";

const EXTENDS_DEPTH_MAX = 16;

interface Aliases {
  /** Folder that names without a pattern are looked up in; null: they are not. */
  readonly base: string | null;
  /** Targets of each pattern, from the root. */
  readonly paths: readonly { readonly pattern: string; readonly targets: readonly string[] }[];
}

/** `paths` and `baseUrl` of tsconfig.json and jsconfig.json, with what they extend and refer to. */
export class CompilerPaths {
  readonly #configs: ReadonlyMap<string, Json>;
  readonly #packages: Packages;
  readonly #aliases = new Map<string, Aliases>();

  /** @param configs by path */
  constructor(configs: ReadonlyMap<string, Json>, packages: Packages) {
    this.#configs = configs;
    this.#packages = packages;
  }

  /** Paths that a name may lead to for a file, best first. */
  candidates(specifier: string, from: string): readonly string[] {
    const path = foldersAround(from)
      .flatMap((folder) => ["tsconfig.json", "jsconfig.json"].map((name) => below(folder, name) ?? ""))
      .find((one) => this.#configs.has(one));
    if (path === undefined) return [];
    const { base, paths } = this.#aliasesOf(path);
    const fits = paths
      .map(({ pattern, targets }) => ({ pattern, targets, star: starOf(pattern, specifier) }))
      .filter(({ star }) => star !== null)
      .sort((a, b) => prefix(b.pattern) - prefix(a.pattern));
    const aliased = fits.flatMap(({ targets, star }) => targets.map((target) => target.replace("*", () => star ?? "")));
    const based = base === null ? null : below(base, specifier);
    return based === null ? aliased : [...aliased, based];
  }

  #aliasesOf(path: string): Aliases {
    const known = this.#aliases.get(path);
    if (known !== undefined) return known;
    const own = this.#read(path, folderOf(path), 0);
    const found = own.paths.length > 0 || own.base !== null ? own : this.#referred(path);
    this.#aliases.set(path, found);
    return found;
  }

  /** What it says itself stands over what it extends; a later one of several over an earlier one. */
  #read(path: string, leaf: string, depth: number): Aliases {
    const config = this.#configs.get(path);
    if (!isObject(config) || depth > EXTENDS_DEPTH_MAX) return { base: null, paths: [] };
    let { base, paths }: Aliases = { base: null, paths: [] };
    for (const parent of this.#parents(config, path)) {
      const inherited = this.#read(parent, leaf, depth + 1);
      base = inherited.base ?? base;
      if (inherited.paths.length > 0) paths = inherited.paths;
    }
    const options = isObject(config["compilerOptions"]) ? config["compilerOptions"] : {};
    const { baseUrl, paths: own } = options;
    if (typeof baseUrl === "string") base = locate(folderOf(path), leaf, baseUrl);
    if (isObject(own)) paths = patternsOf(own, (target) => locate(base ?? folderOf(path), leaf, target));
    return { base, paths };
  }

  #parents(config: JsonObject, path: string): readonly string[] {
    const named = Array.isArray(config["extends"]) ? (config["extends"] as readonly Json[]) : [config["extends"]];
    return named.flatMap((one) => (typeof one === "string" ? (this.#locateParent(one, path) ?? []) : []));
  }

  #locateParent(named: string, path: string): string | undefined {
    const [first = "", second = ""] = named.split("/");
    const name = named.startsWith("@") ? `${first}/${second}` : first;
    const folder = named.startsWith(".") ? folderOf(path) : this.#packages.folderOf(name);
    const rest = named.startsWith(".") ? named : named.slice(name.length + 1);
    if (folder === null) return undefined;
    return ["", ".json", "/tsconfig.json"]
      .map((ending) => below(folder, rest + ending) ?? "")
      .find((one) => this.#configs.has(one));
  }

  /** A solution that only refers to the real configurations, as some scaffolds write it. */
  #referred(path: string): Aliases {
    const config = this.#configs.get(path);
    const references =
      isObject(config) && Array.isArray(config["references"]) ? (config["references"] as readonly Json[]) : [];
    for (const reference of references) {
      const named = isObject(reference) ? reference["path"] : undefined;
      const target = typeof named === "string" ? this.#locateParent(named.replace(/^(?!\.)/, "./"), path) : undefined;
      const found =
        target === undefined || folderOf(target) !== folderOf(path) ? null : this.#read(target, folderOf(path), 0);
      if (found !== null && (found.paths.length > 0 || found.base !== null)) return found;
    }
    return { base: null, paths: [] };
  }
}

function patternsOf(paths: JsonObject, locateTarget: (target: string) => string | null): Aliases["paths"] {
  return Object.entries(paths).map(([pattern, targets]) => ({
    pattern,
    targets: (Array.isArray(targets) ? (targets as readonly Json[]) : []).flatMap((target) =>
      typeof target === "string" ? (locateTarget(target) ?? []) : [],
    ),
  }));
}

function locate(folder: string, leaf: string, path: string): string | null {
  const inLeaf = path.replace(/^\$\{configDir\}\/?/, "");
  return inLeaf === path ? below(folder, path) : below(leaf, inLeaf);
}

function prefix(pattern: string): number {
  const star = pattern.indexOf("*");
  return star === -1 ? Number.MAX_SAFE_INTEGER : star;
}
