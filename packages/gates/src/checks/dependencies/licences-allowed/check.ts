import type { Check, CheckInput, DependenciesBody, Finding, LockedPackage } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { deadEntries } from "../../../evidence/allow-list.ts";
import { parseLicence } from "../../../licence/expression.ts";
import { refusedLicences } from "../../../licence/refused.ts";
import { stringsParam } from "../../../params.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

type Refusal = LockedPackage & { readonly refused: string };

function judge(input: CheckInput): Finding {
  const allow = stringsParam(input.params, "allow");
  const except = stringsParam(input.params, "except");
  const packages = bodiesOf<DependenciesBody>(input, KIND.dependencies).flatMap((body) => body.packages);
  const unknown = packages.filter(({ licence }) => licence === null || parseLicence(licence) === null);
  const refused = packages.flatMap((one) => refusalOf(one, allow));
  const isCounted = ({ name }: LockedPackage): boolean => !except.includes(name);
  const problems = [
    ...problem(
      "licence-refused",
      refused.filter(isCounted),
      packages.length,
      ({ name, refused: licence }) => `${name} (${licence})`,
    ),
    ...problem(
      "licence-unknown",
      unknown.filter(isCounted),
      packages.length,
      ({ name, licence }) => `${name} (${licence ?? "none"})`,
    ),
    ...deadEntries(except, new Set([...unknown, ...refused].map(({ name }) => name)), "except"),
  ];
  const kinds = new Set(packages.map(({ licence }) => licence)).size;
  const reason = `${count(packages.length, "package")} under ${count(kinds, "allowed licence")}`;
  return conclude(problems, { reason, observed: packages.length, threshold: packages.length });
}

function refusalOf(one: LockedPackage, allow: readonly string[]): Refusal[] {
  const expression = one.licence === null ? null : parseLicence(one.licence);
  const refused = expression === null ? [] : refusedLicences(expression, allow);
  return refused.length === 0 ? [] : [{ ...one, refused: refused.join(", ") }];
}

function problem<Found extends LockedPackage>(
  code: string,
  found: readonly Found[],
  total: number,
  said: (one: Found) => string,
): Problem[] {
  if (found.length === 0) return [];
  const what = code === "licence-refused" ? "under a licence that is not allowed" : "under no known licence";
  return [
    {
      outcome: "fail",
      code,
      text: `${found.length} of ${count(total, "package")} ${what}: ${listed(found.map(said))}`,
      observed: total - found.length,
      threshold: total,
      flip: `would pass with all ${total} under allowed licences`,
      locations: found.map((one) => ({ file: one.path, text: said(one) })),
    },
  ];
}
