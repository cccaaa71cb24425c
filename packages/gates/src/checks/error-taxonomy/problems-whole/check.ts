import type { Check, CheckInput, ErrorProvocation, Finding, RegisteredError } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { provocations, registeredErrors } from "../../../evidence/error-taxonomies.ts";
import { offence } from "../../../evidence/offence.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const MEDIA_TYPE = /^application\/problem\+json(?:\s*;|$)/i;
const WHOLE = "would pass with whole problem documents";

function judge(input: CheckInput): Finding {
  const errors = provocations(input).filter(({ surface, code }) => code !== null && isDocumented(surface));
  const registry = registeredErrors(input);
  const typed = errors.filter(({ surface, contentType }) => surface === "http" && !MEDIA_TYPE.test(contentType ?? ""));
  const lacking = errors.map((error) => ({ id: error.id, members: absentMembers(error) }));
  const problems: Problem[] = [
    ...offence(
      typed.map(({ id, contentType }) => `${id} (${contentType ?? "none"})`),
      { code: "media-type", noun: "error", text: "had another media type", flip: WHOLE },
    ),
    ...offence(
      lacking.filter(({ members }) => members.length > 0).map(({ id, members }) => `${id} (${members.join(", ")})`),
      { code: "member-absent", noun: "document", text: "lacked members", flip: WHOLE },
    ),
    ...offence(
      errors.filter(disagrees).map(({ id }) => id),
      { code: "type-disagrees", noun: "document", text: "named another error than its code", flip: WHOLE },
    ),
    ...offence(
      errors.filter((error) => hasOtherTitle(error, registry)).map(({ id }) => id),
      { code: "title-disagrees", noun: "document", text: "had a title that is not the registered one", flip: WHOLE },
    ),
  ];
  const reason = count(errors.length, "whole problem document");
  return conclude(problems, { reason, observed: errors.length, threshold: errors.length });
}

/** Messages of the stream and ends of actions have forms of their own. */
function isDocumented(surface: ErrorProvocation["surface"]): boolean {
  return surface === "http" || surface === "start";
}

function absentMembers({ problem }: ErrorProvocation): readonly string[] {
  if (problem === null) return ["all of it"];
  return Object.entries(problem)
    .filter(([, value]) => value === null || value === "")
    .map(([name]) => name);
}

function disagrees({ problem, code }: ErrorProvocation): boolean {
  return problem?.type !== undefined && (problem.type !== `urn:holdpoint:error:${code}` || problem.code !== code);
}

function hasOtherTitle({ problem, code }: ErrorProvocation, registry: ReadonlyMap<string, RegisteredError>): boolean {
  const entry = registry.get(code ?? "");
  return entry !== undefined && problem !== null && problem.title !== null && problem.title !== entry.title;
}
