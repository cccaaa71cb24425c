import { extensionOf, languageOf } from "./language.ts";

/** Folders of which nothing counts as a test by its name: what tests use, and what others wrote. */
const NOT_TESTS: ReadonlySet<string> = new Set(
  (
    "node_modules vendor third_party fixture fixtures __fixtures__ testdata test-data helpers support mocks __mocks__ " +
    "__snapshots__ plants"
  ).split(" "),
);
const TEST_FOLDERS: ReadonlySet<string> = new Set(["test", "tests", "__tests__", "spec", "specs", "e2e"]);

/** By language, what a test is called, without its extension; the group is what it tests. */
const NAMES: Readonly<Record<string, readonly RegExp[]>> = {
  script: [/^(.+)[._-](?:test|tests|spec|specs|cy|e2e)$/, /^test[._-](.+)$/, /^(test|tests)$/],
  python: [/^test_(.+)$/, /^(.+)_tests?$/, /^(tests)$/],
  go: [/^(.+)_test$/],
  jvm: [/^(.+?)(?:Tests?|IT|ITCase|TestCase|Spec|Suite|_test)$/, /^Test(\p{Lu}.*)$/u],
  ruby: [/^(.+)_(?:spec|test)$/, /^test_(.+)$/],
  php: [/^(.+?)(?:Test|Cest|Spec)$/],
  dotnet: [/^(.+?)\.?(?:Tests?|Specs?|Facts)$/],
  c: [/^(.+?)[_-](?:test|tests|unittest|unittests|spec)$/, /^(?:test|tests|tst|check)[_-](.+)$/, /^(.+?)Tests?$/],
  rust: [/^(.+)_tests?$/, /^test_(.+)$/],
  swift: [/^(.+?)(?:Tests?|Spec)$/],
  elixir: [/^(.+)_test$/],
  erlang: [/^(.+)_(?:SUITE|tests?)$/],
  dart: [/^(.+)_test$/],
  perl: [/^(?:\d+[_-])?(.+)$/],
  lua: [/^(.+)_(?:spec|test)$/, /^test_(.+)$/],
  shell: [/^(.+)[._-](?:test|spec)$/, /^test[._-](.+)$/],
  haskell: [/^(.+?)(?:Spec|Test|Tests)$/],
  julia: [/^test_?(.+)$/, /^(runtests)$/],
  r: [/^test-(.+)$/],
};

/** Languages whose runners take every file of a test folder. */
const WHOLE_FOLDERS: ReadonlySet<string> = new Set(["script", "rust"]);

/** Whether a file is a test by the usual names of its language's runners. */
export function isUsualTest(path: string): boolean {
  const language = languageOf(path);
  const folders = path.split("/").slice(0, -1);
  if (language === null || folders.some((folder) => NOT_TESTS.has(folder))) return false;
  const extension = extensionOf(path);
  if (language === "perl" || language === "shell") {
    if (extension === "t" || extension === "bats") return true;
    if (language === "perl") return false;
  }
  if (subjectOf(path) !== null) return true;
  return WHOLE_FOLDERS.has(language) && folders.some((folder) => TEST_FOLDERS.has(folder));
}

/** What a test is about by its name: `cart` of `test_cart.py`; null: its name does not say. */
export function subjectOf(path: string): string | null {
  const stem = stemOf(path);
  for (const pattern of NAMES[languageOf(path) ?? ""] ?? []) {
    const subject = pattern.exec(stem)?.[1];
    if (subject !== undefined) return subject;
  }
  return extensionOf(path) === "bats" ? stem : null;
}

/** Name without folders and the last extension. */
export function stemOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const extension = extensionOf(path);
  return extension === "" ? name : name.slice(0, -extension.length - 1);
}
