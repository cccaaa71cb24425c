import type { ImportRef } from "../import-ref.ts";
import type { ImportResolver } from "../resolver.ts";
import { below, ELSEWHERE, folderOf } from "../resolver.ts";

/** A go.mod: the module's path, and other modules that it takes from folders beside it. */
interface GoModule {
  readonly path: string;
  readonly folder: string;
}

/**
 * Imports of Go: a package is a folder, and a module's path stands for the folder of its go.mod. A `replace` by a
 * folder of the repository counts for every module of it.
 */
export class GoResolver implements ImportResolver {
  readonly #packages = new Map<string, string[]>();
  readonly #modules: readonly GoModule[];

  /** @param manifests text of every go.mod, by its folder */
  constructor(tracked: ReadonlySet<string>, manifests: ReadonlyMap<string, string>) {
    for (const path of tracked) {
      if (!path.endsWith(".go") || path.endsWith("_test.go")) continue;
      const folder = folderOf(path);
      const files = this.#packages.get(folder);
      if (files === undefined) this.#packages.set(folder, [path]);
      else files.push(path);
    }
    this.#modules = [...manifests]
      .flatMap(([folder, text]) => readGoMod(text, folder))
      .sort((a, b) => b.path.length - a.path.length);
  }

  resolve({ specifier }: ImportRef): readonly string[] | null {
    for (const { path, folder } of this.#modules) {
      if (specifier !== path && !specifier.startsWith(`${path}/`)) continue;
      const target = below(folder, specifier.slice(path.length));
      const files = target === null ? ELSEWHERE : this.packageAt(target);
      if (files.length > 0) return files;
    }
    return this.#modules.some(({ path }) => specifier === path || specifier.startsWith(`${path}/`)) ? null : ELSEWHERE;
  }

  /** Files of the package of a folder, tests left out. */
  packageAt(folder: string): readonly string[] {
    return this.#packages.get(folder) ?? ELSEWHERE;
  }
}

/** What `module` and `replace` of a go.mod say; directives that are not understood say nothing. */
export function readGoMod(text: string, folder: string): readonly GoModule[] {
  const found: GoModule[] = [];
  let block = "";
  for (const raw of text.split("\n")) {
    const words = raw
      .replace(/\/\/.*$/s, "")
      .trim()
      .split(/\s+/)
      .map(unquoted);
    if (block !== "" && words[0] === ")") block = "";
    else if (block === "" && words[1] === "(" && words[0] !== undefined) block = words[0];
    else {
      const [directive, ...rest] = block === "" ? words : [block, ...words];
      const path = rest[0] === "=>" ? "" : (rest[0] ?? "");
      if (directive === "module" && path !== "") found.push({ path, folder });
      const target = rest[rest.indexOf("=>") + 1] ?? "";
      const local =
        directive === "replace" && path !== "" && /^\.{1,2}(?:\/|$)/.test(target) ? below(folder, target) : null;
      if (local !== null) found.push({ path, folder: local });
    }
  }
  return found;
}

function unquoted(word: string): string {
  return /^(["`]).*\1$/.test(word) ? word.slice(1, -1) : word;
}
