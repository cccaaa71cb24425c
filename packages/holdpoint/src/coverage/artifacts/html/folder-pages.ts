import { COVERAGE_METRICS, totalOf } from "@holdpoint/core";
import { escapeHtml } from "../../../reporters/html/markup.ts";
import type { ArtifactFile, ArtifactSubject } from "../part.ts";
import { filePage, folderOf, folderPage } from "./names.ts";
import { shell } from "./shell.ts";
import type { TableRow, Totals } from "./tables.ts";
import { partsTable, totalsTable } from "./tables.ts";

const UP = "../";

interface Folder {
  /** Everything below it. */
  readonly all: ArtifactFile[];
  readonly own: ArtifactFile[];
  readonly folders: Set<string>;
}

/** A page for each folder: what is right inside it, by name. */
export function* folderPages(
  files: readonly ArtifactFile[],
  subject: ArtifactSubject,
): Generator<readonly [path: string, content: string]> {
  const folders = tree(files);
  for (const [path, folder] of folders) yield [folderPage(path), folderHtml(path, folder, folders, subject)];
}

function tree(files: readonly ArtifactFile[]): ReadonlyMap<string, Folder> {
  const folders = new Map<string, Folder>();
  const at = (path: string): Folder => {
    const known = folders.get(path);
    if (known !== undefined) return known;
    const made: Folder = { all: [], own: [], folders: new Set() };
    folders.set(path, made);
    if (path !== "") at(folderOf(path)).folders.add(path);
    return made;
  };
  at("");
  for (const file of files) {
    at(folderOf(file.path)).own.push(file);
    for (let path = folderOf(file.path); ; path = folderOf(path)) {
      at(path).all.push(file);
      if (path === "") break;
    }
  }
  return folders;
}

function folderHtml(
  path: string,
  { all, own, folders }: Folder,
  known: ReadonlyMap<string, Folder>,
  subject: ArtifactSubject,
): string {
  const up = path === "" ? "" : ` / <a href=${UP}${folderPage(folderOf(path))}>One folder up</a>`;
  const below = [...folders].sort().map((folder): TableRow => ({
    name: `${folder.slice(folder.lastIndexOf("/") + 1)}/`,
    href: UP + folderPage(folder),
    totals: totalsOf(known.get(folder)?.all ?? []),
  }));
  const inside = own.map((file): TableRow => ({
    name: file.path.slice(file.path.lastIndexOf("/") + 1),
    href: UP + filePage(file.path),
    totals: file.counts,
  }));
  const name = path === "" ? "root" : path;
  const body = [
    `<nav aria-label=Way><a href=${UP}index.html>All files</a>${up}</nav>`,
    `<h1>${escapeHtml(name)}</h1>`,
    totalsTable(totalsOf(all)),
    partsTable("Folders and files in it", "Name", [...below, ...inside]),
  ];
  return shell({ title: `Coverage of ${name}`, up: UP, subject }, body.join("\n"));
}

function totalsOf(files: readonly ArtifactFile[]): Totals {
  const counts = files.map((file) => file.counts);
  return Object.fromEntries(COVERAGE_METRICS.map((metric) => [metric, totalOf(counts, metric)])) as unknown as Totals;
}
