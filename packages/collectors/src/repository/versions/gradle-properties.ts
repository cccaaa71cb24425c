import { failAt } from "../../fail-at.ts";

const LINE = /^[ \t]*(?:[#!].*|([^\s=:]+)[ \t]*[=: \t][ \t]*(.*?))?[ \t]*$/;

/** `version` of a Java properties file. */
export function readGradleProperties(text: string, file: string): string | null {
  let version: string | null = null;
  let offset = 0;
  for (const line of text.split("\n")) {
    const [, key, value = ""] = LINE.exec(line.replace(/\r$/, "")) ?? [];
    if (key === "version") {
      if (version !== null) failAt(file, text, offset, "HP-READ-DUPLICATE-KEY", "`version` is there twice");
      version = value;
    }
    offset += line.length + 1;
  }
  return version === "" ? null : version;
}
