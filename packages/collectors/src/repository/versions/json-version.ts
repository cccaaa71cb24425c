import { HoldpointError, readJson } from "@holdpoint/core";

/** `version` of package.json and composer.json. */
export function readJsonVersion(text: string, file: string): string | null {
  const manifest = readJson(text, { file });
  if (typeof manifest !== "object" || manifest === null || Array.isArray(manifest)) {
    throw new HoldpointError("HP-READ-NOT-THE-FORMAT", "the manifest is not an object", { file, line: 1, column: 1 });
  }
  const version = Object.entries(manifest).find(([key]) => key === "version")?.[1];
  if (version === undefined) return null;
  if (typeof version === "string") return version;
  throw new HoldpointError("HP-READ-SYNTAX", "`version` is not a text", { file });
}
