/** Folders of tests and tools, anywhere in a path. */
const NOT_SOURCE_FOLDERS: ReadonlySet<string> = new Set(
  (
    "test tests spec specs __tests__ testing e2e fixture fixtures fuzz example examples doc docs " +
    "bench benchmark benchmarks script scripts vendor node_modules"
  ).split(" "),
);
/** Files of tests and tools, by name. */
const NOT_SOURCE_FILES: readonly RegExp[] = [
  /^test_.*\.py$/i,
  /_test\.(py|go|rb)$/i,
  /_spec\.rb$/i,
  /^(conftest|setup)\.py$/i,
  /\.(test|spec)\.[cm]?[jt]sx?$/i,
  /\.d\.[cm]?ts$/i,
  /\.config\.[cm]?[jt]s$/i,
];

function isSource(file: string): boolean {
  const parts = file.split("/");
  const name = parts.pop() ?? "";
  if (parts.some((folder) => NOT_SOURCE_FOLDERS.has(folder.toLowerCase()))) return false;
  return !NOT_SOURCE_FILES.some((pattern) => pattern.test(name));
}

/** Globs of the tracked files of a language that are neither tests nor tools, by folder of the root and ending. */
export function sourceGlobs(
  files: readonly string[],
  extensions: readonly string[],
): { source: string[]; exclude: string[] } {
  const source = new Set<string>();
  const exclude = new Set<string>();
  for (const file of files) {
    const extension = file.slice(file.lastIndexOf(".") + 1);
    if (!extensions.includes(extension)) continue;
    const folder = file.includes("/") ? file.slice(0, file.indexOf("/")) : "";
    const glob = folder === "" ? `*.${extension}` : `${folder}/**/*.${extension}`;
    if (isSource(file)) source.add(glob);
    else exclude.add(file);
  }
  return { source: [...source].sort(), exclude: excludeGlobs([...exclude], source) };
}

const EXCLUDES: readonly (readonly [RegExp, string])[] = [
  [/(^|\/)tests\//i, "**/tests/**"],
  [/(^|\/)test\//i, "**/test/**"],
  [/(^|\/)__tests__\//, "**/__tests__/**"],
  [/(^|\/)specs?\//, "**/spec/**"],
  [/(^|\/)test_[^/]*\.py$/, "**/test_*.py"],
  [/(^|\/)[^/]*_test\.py$/, "**/*_test.py"],
  [/\.test\.[cm]?[jt]sx?$/, "**/*.test.*"],
  [/\.spec\.[cm]?[jt]sx?$/, "**/*.spec.*"],
  [/\.d\.[cm]?ts$/, "**/*.d.*ts"],
  [/(^|\/)conftest\.py$/, "**/conftest.py"],
];

/** Only what `source` would otherwise take in is worth an exclusion. */
function excludeGlobs(files: readonly string[], source: ReadonlySet<string>): string[] {
  const globs = new Set<string>();
  for (const file of files) {
    const extension = file.slice(file.lastIndexOf(".") + 1);
    const folder = file.includes("/") ? `${file.slice(0, file.indexOf("/"))}/**/` : "";
    if (!source.has(`${folder}*.${extension}`)) continue;
    globs.add(EXCLUDES.find(([pattern]) => pattern.test(file))?.[1] ?? file);
  }
  return [...globs].sort();
}
