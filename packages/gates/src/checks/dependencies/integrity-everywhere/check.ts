import type { Check, CheckInput, DependenciesBody, Finding, LockedPackage } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { deadEntries } from "../../../evidence/allow-list.ts";
import { stringsParam } from "../../../params.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

/** Bytes of Base64 that each digest has; longer or shorter is not that digest. */
const STRONG = /^(?:sha512-[A-Za-z0-9+/]{86}==|sha384-[A-Za-z0-9+/]{64}|sha256-[A-Za-z0-9+/]{43}=)$/;

function judge(input: CheckInput): Finding {
  const allow = stringsParam(input.params, "allow");
  const packages = bodiesOf<DependenciesBody>(input, KIND.dependencies).flatMap((body) => body.packages);
  const absent = packages.filter(({ integrity }) => integrity === null);
  const weak = packages.filter(({ integrity }) => integrity !== null && !isStrong(integrity));
  const isRefused = ({ name }: LockedPackage): boolean => !allow.includes(name);
  const problems = [
    ...problem("integrity-absent", absent.filter(isRefused), packages.length, "without a digest"),
    ...problem("integrity-weak", weak.filter(isRefused), packages.length, "with a weak or unreadable digest"),
    ...deadEntries(allow, new Set([...absent, ...weak].map(({ name }) => name)), "allow"),
  ];
  return conclude(problems, {
    reason: `${count(packages.length, "package")} bound by digests`,
    observed: packages.length,
    threshold: packages.length,
  });
}

/** Of several digests the strongest counts, as in Subresource Integrity. */
function isStrong(integrity: string): boolean {
  return integrity.split(/\s+/).some((one) => STRONG.test(one.replace(/\?.*$/, "")));
}

function problem(code: string, found: readonly LockedPackage[], total: number, what: string): Problem[] {
  if (found.length === 0) return [];
  return [
    {
      outcome: "fail",
      code,
      text: `${found.length} of ${count(total, "package")} ${what}: ${listed(found.map(({ path }) => path))}`,
      observed: total - found.length,
      threshold: total,
      flip: `would pass with a strong digest for all ${total}`,
      locations: found.map(({ path, version, integrity }) => ({
        file: path,
        text: `${version}: ${integrity?.slice(0, 40) ?? "no digest"}`,
      })),
    },
  ];
}
