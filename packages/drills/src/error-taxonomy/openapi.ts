import type { DocumentedOperation, Json } from "@holdpoint/core";
import { objectOf } from "../http-probe.ts";

const METHODS: ReadonlySet<string> = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

/** Every method and path of an OpenAPI document with the responses that it names. */
export function operationsOf(document: Json | undefined): DocumentedOperation[] {
  return Object.entries(objectOf(objectOf(document)["paths"])).flatMap(([path, item]) =>
    Object.entries(objectOf(item))
      .filter(([method]) => METHODS.has(method))
      .map(([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        responses: Object.keys(objectOf(objectOf(operation)["responses"])),
      })),
  );
}

/** Codes that a page of errors has a heading for. */
export function codesOnPage(markdown: string): string[] {
  return Array.from(markdown.matchAll(/^### `(HP-[A-Z0-9-]+)`$/gm), ([, code = ""]) => code);
}
