import type { Count } from "@holdpoint/core";
import { escapeXml } from "../../reporters/view/xml.ts";
import type { SourceMarks } from "./marks.ts";
import { branchesOfLines, hitsText, sumOf } from "./marks.ts";
import type { ArtifactFile, ArtifactPart, ArtifactSubject } from "./part.ts";

const RATE_DIGITS = 6;
const DOCTYPE = '<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">';

interface Sums {
  readonly lines: Count;
  readonly branches: Count;
}

interface ClassText extends Sums {
  readonly text: string;
}

/**
 * Cobertura's XML, in the shape of its DTD 04: a package a folder, a class a file, paths relative to the root. Totals
 * and rates are those of the lines that it lists; a file of which nobody says which lines it means is not in it.
 */
export function coberturaXml({ files }: ArtifactPart, { createdAt }: ArtifactSubject, version: string): string {
  const folders = Map.groupBy(
    files.filter(({ marks }) => marks !== null),
    ({ path }) => path.slice(0, Math.max(0, path.lastIndexOf("/"))),
  );
  const packages = [...folders].map(([folder, own]) => packageText(folder, own));
  const { lines, branches } = together(packages);
  const attributes = [
    rates({ lines, branches }),
    `lines-covered="${lines.covered}" lines-valid="${lines.total}"`,
    `branches-covered="${branches.covered}" branches-valid="${branches.total}"`,
    `complexity="0" version="holdpoint ${escapeXml(version)}" timestamp="${Date.parse(createdAt)}"`,
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    DOCTYPE,
    `<coverage ${attributes.join(" ")}>`,
    "<sources>",
    "<source>.</source>",
    "</sources>",
    "<packages>",
    ...packages.map(({ text }) => text),
    "</packages>",
    "</coverage>",
    "",
  ].join("\n");
}

function packageText(folder: string, files: readonly ArtifactFile[]): ClassText {
  const classes = files.flatMap(({ path, marks }) => (marks === null ? [] : [classText(path, marks)]));
  const sums = together(classes);
  const name = escapeXml(folder === "" ? "." : folder);
  const text = [
    `<package name="${name}" ${rates(sums)} complexity="0">`,
    "<classes>",
    ...classes.map((one) => one.text),
    "</classes>",
    "</package>",
  ].join("\n");
  return { ...sums, text };
}

function classText(path: string, marks: SourceMarks): ClassText {
  const branches = branchesOfLines(marks);
  const sums = {
    lines: { covered: marks.covered.reduce((sum, one) => sum + one, 0), total: marks.lines.length },
    branches: sumOf(branches.values()),
  };
  const name = path.slice(path.lastIndexOf("/") + 1);
  const text = [
    `<class name="${escapeXml(name)}" filename="${escapeXml(path)}" ${rates(sums)} complexity="0">`,
    ...methodsText(marks),
    "<lines>",
    ...Array.from(marks.lines, (line, at) => lineText(line, hitsText(marks, at), branches.get(line))),
    "</lines>",
    "</class>",
  ].join("\n");
  return { ...sums, text };
}

/** Reports count functions without naming them alike, so each is called by its line. */
function methodsText({ functions }: SourceMarks): string[] {
  if (functions.size === 0) return ["<methods/>"];
  const methods = [...functions].flatMap(([line, { covered, total }]) =>
    Array.from({ length: total }, (_, index) => {
      const name = index === 0 ? `line ${line}` : `line ${line} #${index + 1}`;
      const hits = index < covered ? 1 : 0;
      const start = `<method name="${name}" signature="" line-rate="${hits}" branch-rate="1" complexity="0">`;
      return `${start}<lines><line number="${line}" hits="${hits}" branch="false"/></lines></method>`;
    }),
  );
  return ["<methods>", ...methods, "</methods>"];
}

function lineText(line: number, hits: string, ways: Count | undefined): string {
  if (ways === undefined) return `<line number="${line}" hits="${hits}" branch="false"/>`;
  const { covered, total } = ways;
  const share = `${Math.floor((covered * 100) / total)}% (${covered}/${total})`;
  return `<line number="${line}" hits="${hits}" branch="true" condition-coverage="${share}"/>`;
}

function together(parts: readonly Sums[]): Sums {
  return { lines: sumOf(parts.map(({ lines }) => lines)), branches: sumOf(parts.map(({ branches }) => branches)) };
}

function rates({ lines, branches }: Sums): string {
  return `line-rate="${rate(lines)}" branch-rate="${rate(branches)}"`;
}

/** Cut, so that only all of it is 1; of nothing it is 1 by the custom of the format. */
function rate({ covered, total }: Count): string {
  if (total === 0 || covered === total) return "1";
  const cut = (BigInt(covered) * 10n ** BigInt(RATE_DIGITS)) / BigInt(total);
  return `0.${cut.toString().padStart(RATE_DIGITS, "0")}`;
}
