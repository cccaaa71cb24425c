import { HoldpointError } from "@holdpoint/core";
import { readXmlTexts } from "./xml-texts.ts";

/** `Version`, else `VersionPrefix` with `VersionSuffix`, of property groups without a condition; the last counts. */
export function readMsbuild(text: string, file: string): string | null {
  const texts = readXmlTexts(text, file);
  if (!texts.some(({ path }) => path === "Project" || path.startsWith("Project/"))) {
    throw new HoldpointError("HP-READ-NOT-THE-FORMAT", "the root element is not <Project>", {
      file,
      line: 1,
      column: 1,
    });
  }
  const property = (name: string): string | null => {
    const found = texts.findLast((one) => one.path === `Project/PropertyGroup/${name}` && !one.isConditional);
    return found === undefined || found.text === "" || found.text.includes("$(") ? null : found.text;
  };
  const version = property("Version");
  if (version !== null) return version;
  const prefix = property("VersionPrefix");
  const suffix = property("VersionSuffix");
  return prefix === null || suffix === null ? prefix : `${prefix}-${suffix}`;
}
