import type { Check, CheckInput, DocumentedOperation, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { httpAnswers, taxonomies } from "../../../evidence/error-taxonomies.ts";
import { offence } from "../../../evidence/offence.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const documented = new Map(
    taxonomies(input).flatMap(({ operations }) => operations.map((one) => [nameOf(one), one] as const)),
  );
  const answers = httpAnswers(input).flatMap(({ operation, status }) =>
    operation === null || status === null ? [] : [{ name: nameOf(operation), status }],
  );
  const unnamed = answers.filter(({ name }) => !documented.has(name)).map(({ name }) => name);
  const unforeseen = answers.filter(({ name, status }) => !names(documented.get(name), status));
  const problems = [
    ...offence([...new Set(unnamed)], {
      code: "operation-undocumented",
      noun: "operation",
      text: "not in the document",
      flip: "would pass with each in the document",
    }),
    ...offence([...new Set(unforeseen.map(({ name, status }) => `${name} → ${status}`))], {
      code: "status-undocumented",
      noun: "status",
      text: "not named for the operation that gave it",
      flip: "would pass with each named",
    }),
  ];
  const operations = new Set(answers.map(({ name }) => name)).size;
  const reason = `${count(answers.length, "answer")} of ${count(operations, "operation")} with a documented status`;
  return conclude(problems, { reason, observed: answers.length, threshold: answers.length });
}

function nameOf({ method, path }: { readonly method: string; readonly path: string }): string {
  return `${method} ${path}`;
}

/** Also by range (`4XX`) or as `default`, as OpenAPI 3.1 section 4.8.16 has it. */
function names(operation: DocumentedOperation | undefined, status: number): boolean {
  if (operation === undefined) return true;
  const range = `${Math.floor(status / 100)}XX`;
  return [String(status), range, "default"].some((name) => operation.responses.includes(name));
}
