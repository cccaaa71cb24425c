import { below } from "../../resolver.ts";

const EXTENSIONS = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".json", ".vue", ".svelte", ".d.ts"];
/** What is written with the extension that the compiler will give it. */
const COMPILED: Readonly<Record<string, readonly string[]>> = {
  ".js": [".ts", ".tsx", ".d.ts"],
  ".jsx": [".tsx"],
  ".mjs": [".mts", ".d.mts"],
  ".cjs": [".cts", ".d.cts"],
};
/** Folders that a build writes and git does not track. */
const BUILT = /^(?:dist|lib|build|out|esm|cjs|es|output)(?:\/(?:esm|cjs|es|src|module|node|browser))?\//;

/**
 * The tracked file that a path of a script leads to: as written, with the extension before compiling, with one of the
 * usual extensions, or the `index` of a folder; null: none.
 */
export function probe(tracked: ReadonlySet<string>, path: string): string | null {
  const names = [path, ...uncompiled(path), ...EXTENSIONS.map((extension) => path + extension)];
  const folder = path === "" ? "" : `${path}/`;
  const all = [...names, ...EXTENSIONS.map((extension) => `${folder}index${extension}`)];
  return all.find((name) => tracked.has(name)) ?? null;
}

/** The tracked file that a built one is made of, `dist/a.js` of `src/a.ts`; null: none. */
export function probeSource(tracked: ReadonlySet<string>, folder: string, target: string): string | null {
  const path = target.replace(/^\.\//, "").replace(/\.d\.([cm]?)ts$/, ".$1js");
  const rest = path.replace(BUILT, "");
  if (rest === path) return null;
  for (const source of ["src", "lib", "source", ""]) {
    const found = probe(tracked, below(folder, `${source}/${rest}`) ?? "");
    if (found !== null && rest !== "") return found;
  }
  return null;
}

function uncompiled(path: string): readonly string[] {
  const dot = path.lastIndexOf(".");
  const extension = dot === -1 ? "" : path.slice(dot);
  const stem = path.slice(0, path.length - extension.length);
  return (Object.hasOwn(COMPILED, extension) ? (COMPILED[extension] ?? []) : []).map((other) => stem + other);
}
