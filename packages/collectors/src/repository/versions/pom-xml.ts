import { HoldpointError } from "@holdpoint/core";
import { readXmlTexts } from "./xml-texts.ts";

const PROPERTY = /\$\{([^}]+)\}/g;

/** `project/version`, never the parent's, with properties that the same file defines put in. */
export function readPomXml(text: string, file: string): string | null {
  const texts = readXmlTexts(text, file);
  if (!texts.some(({ path }) => path === "project" || path.startsWith("project/"))) {
    throw new HoldpointError("HP-READ-NOT-THE-FORMAT", "the root element is not <project>", {
      file,
      line: 1,
      column: 1,
    });
  }
  const at = (path: string): string | null => texts.find((one) => one.path === path)?.text ?? null;
  const version = at("project/version");
  if (version === null || version === "") return null;
  const resolved = version.replace(PROPERTY, (whole, name: string) => at(`project/properties/${name}`) ?? whole);
  return resolved.includes("${") ? null : resolved;
}
