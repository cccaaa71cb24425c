import type { Check, CheckInput, Finding, CoverageProposal } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { exceptionBodies, exceptionProblem, openExceptions, openText } from "../../../evidence/coverage-exceptions.ts";
import { place } from "../../../place.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const open = openExceptions(input);
  const ownerless = open
    .filter(({ owner }) => owner.trim() === "")
    .map((exception) =>
      exceptionProblem(exception, {
        outcome: "fail",
        code: "no-owner",
        what: "names no owner",
        observed: "no owner",
        threshold: "an owner",
        flip: "would pass with an owner",
      }),
    );
  const rows = exceptionBodies(input).flatMap(({ register, proposals }) =>
    proposals.map((proposal) => ({ ...proposal, file: register?.file ?? "the register" })),
  );
  return conclude([...ownerless, ...undecided(rows)], {
    reason: `${openText(open)}, each with an owner`,
    observed: open.length,
    threshold: open.length,
  });
}

function undecided(rows: readonly (CoverageProposal & { readonly file: string })[]): Problem[] {
  if (rows.length === 0) return [];
  const names = rows.map(({ path, metric }) => `${path} (${metric})`);
  return [
    {
      outcome: "fail",
      code: "nobody-decided",
      text: `${count(rows.length, "row")} of the register without a signed record: ${listed(names)}`,
      observed: rows.length,
      threshold: 0,
      flip: "would pass with 0 rows without a signed record",
      locations: rows.map(({ file, line, id, path, metric }) => place(file, line, `${id}: ${path}, ${metric}`)),
    },
  ];
}
