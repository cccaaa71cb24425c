import { escapeXml } from "../../reporters/view/xml.ts";
import { branchesOfLines } from "./marks.ts";
import type { ArtifactPart } from "./part.ts";

/** SonarQube's generic coverage, version 1: lines and their branches, without how often. */
export function sonarXml({ files }: ArtifactPart): string {
  const parts = ['<?xml version="1.0" encoding="UTF-8"?>', '<coverage version="1">'];
  for (const { path, marks } of files) {
    if (marks === null) continue;
    const branches = branchesOfLines(marks);
    parts.push(`<file path="${escapeXml(path)}">`);
    marks.lines.forEach((line, at) => {
      const ways = branches.get(line);
      const more = ways === undefined ? "" : ` branchesToCover="${ways.total}" coveredBranches="${ways.covered}"`;
      parts.push(`<lineToCover lineNumber="${line}" covered="${marks.covered[at] === 1}"${more}/>`);
    });
    parts.push("</file>");
  }
  parts.push("</coverage>", "");
  return parts.join("\n");
}
