import type { Json } from "@holdpoint/core";
import { listOf, objectOf, textOf } from "../http-probe.ts";

/** The code that a program's JSON document refuses with; `started` where it is a gateway's that runs. */
export function problemCode(stdout: string): string {
  const document = objectOf(parsed(stdout));
  const code = textOf(document["code"]);
  if (code !== "") return code;
  return textOf(document["url"]) === "" ? "no code" : "started";
}

/** The first problem that a verification names; `valid` where it names none. */
export function codedAs(stdout: string): string {
  const document = objectOf(parsed(stdout));
  const [first] = listOf(document["problems"]);
  const code = textOf(objectOf(first)["code"]);
  if (code !== "") return code;
  return document["valid"] === true ? "valid" : problemCode(stdout);
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
