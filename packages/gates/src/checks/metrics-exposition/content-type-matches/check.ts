import type { Check, CheckInput, ExpositionBody, Finding, StoredEvidence } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { EXPOSITION_CLAIMS } from "../../../evidence/exposition-claims.ts";
import type { ProblemRule } from "../../../evidence/exposition-problems.ts";
import { expositions, problemsBy, toldProblems } from "../../../evidence/exposition-problems.ts";
import { offence } from "../../../evidence/offence.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const RULES: readonly ProblemRule[] = [
  {
    code: "wrong-type",
    claims: EXPOSITION_CLAIMS.contentType,
    text: "of content types",
    flip: "would pass with the content type of the format",
  },
  {
    code: "format-hidden",
    claims: EXPOSITION_CLAIMS.eof,
    text: "of hidden formats",
    flip: "would pass with the content type of OpenMetrics, or without # EOF",
  },
  {
    code: "format-changed",
    claims: EXPOSITION_CLAIMS.formatChanged,
    text: "of changing formats",
    flip: "would pass with every scrape in one format",
  },
];

function judge(input: CheckInput): Finding {
  const bodies = expositions(input);
  const told = toldProblems(
    bodies,
    RULES.flatMap(({ claims }) => claims),
  );
  const problems = RULES.flatMap((rule) => problemsBy(told, rule));
  const known = bodies.filter(({ contentType }) => contentType !== null);
  const silent = input.of<ExpositionBody>(KIND.metricsExposition).filter(isSilent);
  if (known.length === 0 && problems.length === 0 && silent.length === 0) return notStored();
  const untold = offence(
    silent.map(({ evidence }) => evidence.body.source),
    {
      code: "type-not-told",
      noun: "page",
      text: "without a content type",
      flip: "would be judged with the header of the answer",
      outcome: "missing",
    },
  );
  return conclude([...untold, ...problems], {
    reason: `${count(known.length, "page")} with the content type of its format`,
    observed: known.length,
    threshold: known.length,
  });
}

/** Who asked for the page itself has seen its header. */
function isSilent({ evidence }: StoredEvidence<ExpositionBody>): boolean {
  return evidence.provenance !== "imported" && evidence.body.contentType === null;
}

function notStored(): Finding {
  return {
    outcome: "not-applicable",
    code: "not-stored",
    reason: "the pages were stored without the heads of their answers",
    observed: 0,
    threshold: "at least 1 page with its head",
    flip: "would apply to pages that are stored with `curl --include`",
  };
}
