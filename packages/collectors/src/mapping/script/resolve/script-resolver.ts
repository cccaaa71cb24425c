import type { Json } from "@holdpoint/core";
import type { ImportRef } from "../../import-ref.ts";
import type { ImportResolver } from "../../resolver.ts";
import { below, ELSEWHERE, folderOf } from "../../resolver.ts";
import { CompilerPaths } from "./compiler-paths.ts";
import { Packages } from "./packages.ts";
import { probe } from "./probe.ts";

export interface ScriptManifests {
  /** Every package.json, by its folder. */
  readonly packages: ReadonlyMap<string, Json>;
  /** Every tsconfig and jsconfig, by its path. */
  readonly configs: ReadonlyMap<string, Json>;
}

/**
 * Imports of TypeScript and JavaScript: relative paths, `paths` and `baseUrl` of the compiler's configuration, `#inner`
 * names, packages of the same repository. Everything else comes from elsewhere.
 */
export class ScriptResolver implements ImportResolver {
  readonly #tracked: ReadonlySet<string>;
  readonly #packages: Packages;
  readonly #aliases: CompilerPaths;

  constructor(tracked: ReadonlySet<string>, { packages, configs }: ScriptManifests) {
    this.#tracked = tracked;
    this.#packages = new Packages(tracked, packages);
    this.#aliases = new CompilerPaths(configs, this.#packages);
  }

  resolve({ specifier, isUrl }: ImportRef, from: string): readonly string[] | null {
    const name = specifier.replace(/[?].*$/s, "");
    if (isUrl === true) return this.#exact(below(folderOf(from), name)) ?? ELSEWHERE;
    if (/^\.{1,2}(?:\/|$)/.test(name)) return this.#file(below(folderOf(from), name));
    if (name.startsWith("/")) return this.#file(below("", name)) ?? ELSEWHERE;
    return this.#named(name, from);
  }

  #named(name: string, from: string): readonly string[] | null {
    const inner = name.startsWith("#") ? this.#packages.resolveInner(name, from) : undefined;
    if (typeof inner === "string") return [inner];
    for (const candidate of this.#aliases.candidates(name, from)) {
      const found = this.#file(candidate);
      if (found !== null) return found;
    }
    if (name.startsWith("#")) return inner === null ? null : ELSEWHERE;
    const found = this.#packages.resolve(name);
    return found === undefined ? ELSEWHERE : found === null ? null : [found];
  }

  #file(path: string | null): readonly string[] | null {
    const found = path === null ? null : (probe(this.#tracked, path) ?? this.#packages.entryAt(path));
    return found === null ? null : [found];
  }

  #exact(path: string | null): readonly string[] | null {
    return path !== null && this.#tracked.has(path) ? [path] : null;
  }
}
