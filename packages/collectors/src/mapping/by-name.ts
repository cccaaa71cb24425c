import { languageOf } from "./language.ts";
import { folderOf } from "./resolver.ts";
import { stemOf, subjectOf } from "./test-names.ts";

/** Folders that only say that tests or sources lie below: no part of what a file is about. */
const LAYOUT: ReadonlySet<string> = new Set(
  (
    "test tests __tests__ spec specs src source sources lib main app unit integration java kotlin scala groovy ruby php " +
    "python include"
  ).split(" "),
);

/**
 * Modules that tests are about by their names, for languages whose imports are not read: the same name, in the same
 * folder, or in the folder that mirrors it, or nowhere else. Where several fit equally well none is taken.
 *
 * @returns tests by module
 */
export function testsByName(modules: readonly string[], tests: readonly string[]): Map<string, string[]> {
  const byName = new Map<string, string[]>();
  for (const path of modules) {
    for (const name of namesOf(path)) byName.set(name, [...(byName.get(name) ?? []), path]);
  }
  const found = new Map<string, string[]>();
  for (const test of tests) {
    const subject = subjectOf(test);
    const language = languageOf(test);
    if (subject === null || language === null) continue;
    const alike = byName.get(key(language, subject)) ?? [];
    const exact = alike.filter((path) => stemOf(path) === subject);
    const module = fitting(test, exact.length > 0 ? exact : alike);
    if (module !== null) found.set(module, [...(found.get(module) ?? []), test]);
  }
  return found;
}

function namesOf(path: string): readonly string[] {
  const language = languageOf(path);
  return language === null ? [] : [key(language, stemOf(path))];
}

function key(language: string, name: string): string {
  return `${language} ${name.replace(/^_+/, "").toLowerCase()}`;
}

function fitting(test: string, modules: readonly string[]): string | null {
  const [only, ...others] = modules;
  if (only === undefined || others.length === 0) return only ?? null;
  const folder = folderOf(test);
  const wanted = aboutOf(folder);
  for (const fits of [
    (path: string) => folderOf(path) === folder,
    (path: string) => aboutOf(folderOf(path)) === wanted,
    (path: string) => wanted !== "" && endsAlike(aboutOf(folderOf(path)), wanted),
  ]) {
    const best = modules.filter(fits);
    if (best.length > 0) return best.length === 1 ? (best[0] ?? null) : null;
  }
  return null;
}

function aboutOf(folder: string): string {
  return folder
    .split("/")
    .filter((part) => !LAYOUT.has(part))
    .join("/");
}

function endsAlike(a: string, b: string): boolean {
  return `/${a}`.endsWith(`/${b}`) || `/${b}`.endsWith(`/${a}`);
}
