import type { Check, CheckInput, DependenciesBody, Finding } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const SHA256 = /^[0-9a-f]{64}$/;

function judge(input: CheckInput): Finding {
  const bodies = bodiesOf<DependenciesBody>(input, KIND.dependencies);
  const components = bodies.reduce((sum, { sbom }) => sum + sbom.components, 0);
  const packages = bodies.reduce((sum, body) => sum + body.packages.length, 0);
  const digests = bodies.map(({ sbom }) => sbom.sha256.slice(0, 12)).join(", ");
  const reason = `${count(components, "component")} in the SBOM ${digests}`;
  return conclude(bodies.flatMap(problemsOf), { reason, observed: components, threshold: packages });
}

function problemsOf({ sbom, packages }: DependenciesBody): Problem[] {
  const problems: Problem[] = [];
  if (sbom.components !== packages.length) {
    problems.push({
      outcome: "fail",
      code: "components-differ",
      observed: sbom.components,
      threshold: packages.length,
      text: `${count(sbom.components, "component")} for ${count(packages.length, "package")}`,
      flip: `would pass with ${count(packages.length, "component")}`,
    });
  }
  if (!SHA256.test(sbom.sha256)) {
    problems.push({
      outcome: "fail",
      code: "digest-unreadable",
      text: "the SBOM has no SHA-256 digest",
      observed: sbom.sha256,
      threshold: "64 hexadecimal digits",
      flip: "would pass with a SHA-256 digest",
    });
  }
  return problems;
}
