import type { ImportRef } from "../import-ref.ts";
import type { ImportResolver } from "../resolver.ts";
import { below, ELSEWHERE, folderOf, foldersAround } from "../resolver.ts";

const PROJECT_FILES = ["pyproject.toml", "setup.py", "setup.cfg"];
/** Folders of a project that its packages may lie in. */
const LAYOUTS = ["", "src", "lib", "python"];
const MODULE = /\.pyi?$/;

/**
 * Imports of Python: relative ones, and absolute ones below the repository, below each project, below its `src`, `lib`
 * or `python`, and below the folder of the outermost package. What is in none of them comes from elsewhere. Importing
 * a module runs the `__init__` of every package around it.
 */
export class PythonResolver implements ImportResolver {
  readonly #tracked: ReadonlySet<string>;
  /** Folders with modules in them. */
  readonly #folders = new Set<string>();
  /** Folders that absolute names are looked up in, whoever imports. */
  readonly #roots: readonly string[];

  constructor(tracked: ReadonlySet<string>) {
    this.#tracked = tracked;
    const roots = new Set(LAYOUTS);
    for (const path of tracked) {
      const name = path.slice(path.lastIndexOf("/") + 1);
      if (PROJECT_FILES.includes(name)) for (const layout of LAYOUTS) roots.add(below(folderOf(path), layout) ?? "");
      if (MODULE.test(name)) this.#folders.add(folderOf(path));
      if (name === "__init__.py") roots.add(this.#outside(folderOf(path)));
    }
    this.#roots = [...roots].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  }

  resolve({ specifier }: ImportRef, from: string): readonly string[] | null {
    const dots = /^\.*/.exec(specifier)?.[0].length ?? 0;
    const path = specifier.slice(dots).replaceAll(".", "/");
    if (dots > 0) {
      const folder = below(folderOf(from), "../".repeat(dots - 1));
      // A name behind `from . import` may also be one that the package itself defines.
      return folder === null
        ? null
        : (this.#loaded(folder, path) ?? (this.#inPackage(folder, path) ? ELSEWHERE : null));
    }
    const nearest = foldersAround(from).filter((folder) => this.#roots.includes(folder));
    const own = this.#outside(folderOf(from));
    for (const root of new Set([own, ...nearest, ...this.#roots])) {
      const found = this.#loaded(root, path);
      if (found !== null) return found;
    }
    return ELSEWHERE;
  }

  /** The module, and every `__init__` on the way to it; null: there is none. */
  #loaded(root: string, path: string): readonly string[] | null {
    const found: string[] = [];
    const target = this.#module(below(root, path) ?? "");
    if (target === null) return null;
    const around = path.split("/").slice(0, -1);
    for (const [depth] of around.entries()) {
      const init = below(root, `${around.slice(0, depth + 1).join("/")}/__init__.py`) ?? "";
      if (this.#tracked.has(init)) found.push(init);
    }
    return [...found, target];
  }

  #module(path: string): string | null {
    const names = [`${path}.py`, below(path, "__init__.py") ?? "", `${path}.pyi`, below(path, "__init__.pyi") ?? ""];
    return names.find((name) => this.#tracked.has(name)) ?? null;
  }

  /** Whether a module stands above the last name, or a folder of modules, so that it may be a name in there. */
  #inPackage(folder: string, path: string): boolean {
    const above = below(folder, path.split("/").slice(0, -1).join("/")) ?? "";
    return path === "" || this.#module(above) !== null || this.#folders.has(above);
  }

  /** The first folder around that is no package. */
  #outside(folder: string): string {
    let outside = folder;
    while (outside !== "" && this.#tracked.has(`${outside}/__init__.py`)) outside = folderOf(outside);
    return outside;
  }
}

/** Files that pytest loads before a test: the `conftest.py` of its folder and of all around it. */
export function conftestsOf(tracked: ReadonlySet<string>, test: string): readonly string[] {
  return foldersAround(test)
    .map((folder) => below(folder, "conftest.py") ?? "")
    .filter((path) => tracked.has(path) && path !== test);
}
