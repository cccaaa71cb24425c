/** Languages whose files may import, or test by their names, one another. */
const FAMILIES: Readonly<Record<string, string>> = {
  script: "ts tsx mts cts js jsx mjs cjs vue svelte astro",
  python: "py pyi pyx",
  go: "go",
  jvm: "java kt kts scala groovy clj cljc",
  ruby: "rb rake",
  php: "php",
  dotnet: "cs fs vb",
  c: "c cc cpp cxx h hh hpp hxx m mm cu",
  rust: "rs",
  swift: "swift",
  elixir: "ex exs",
  erlang: "erl hrl",
  dart: "dart",
  perl: "pl pm t",
  lua: "lua luau",
  shell: "sh bash bats zsh",
  haskell: "hs",
  julia: "jl",
  r: "r R",
};

/** Data, documents and styles: nothing in them is run by a test. */
const DATA: ReadonlySet<string> = new Set(
  (
    "json jsonc json5 yaml yml toml ini cfg conf env properties lock csv tsv xml xsd html htm css scss sass less md mdx " +
    "rst txt po pot map snap svg png jpg jpeg gif webp ico pdf woff woff2 ttf eot graphql gql proto sql"
  ).split(" "),
);

const FAMILY_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(FAMILIES).flatMap(([family, extensions]) =>
    extensions.split(" ").map((extension) => [extension, family] as const),
  ),
);

/** Language of a file by its extension; of an unknown one the extension itself; null for data. */
export function languageOf(path: string): string | null {
  const extension = extensionOf(path);
  return DATA.has(extension) ? null : (FAMILY_OF.get(extension) ?? extension);
}

/** `ts` of `a/b.test.ts`; empty without one. */
export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  return dot <= 0 ? "" : name.slice(dot + 1);
}
