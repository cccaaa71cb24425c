import type { Check, CheckInput, EvidenceInput, Finding, StoredEvidence, SuiteRunBody } from "@holdpoint/core";
import { candidateDifferences, KIND } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const all = Object.values(KIND).flatMap((kind) => input.of(kind));
  const problems = [...otherCandidate(input, all), ...severalRuns(all), ...changedInputs(all)];
  const reason = `${count(all.length, "piece")} of evidence of one candidate and one run`;
  return conclude(problems, { reason, observed: all.length, threshold: all.length });
}

function otherCandidate(input: CheckInput, all: readonly StoredEvidence[]): Problem[] {
  return all.flatMap(({ evidence }): Problem[] => {
    const fields = candidateDifferences(evidence.candidate, input.candidate);
    if (fields.length === 0) return [];
    return [
      {
        outcome: "fail",
        code: "other-candidate",
        text: `${evidence.kind} evidence is of another candidate: ${listed(fields)}`,
        observed: evidence.candidate.commit,
        threshold: input.candidate.commit,
        flip: `would pass with ${evidence.kind} evidence of this candidate`,
      },
    ];
  });
}

function severalRuns(all: readonly StoredEvidence[]): Problem[] {
  const runs = [...new Set(all.map(({ evidence }) => evidence.run))];
  if (runs.length === 1) return [];
  return [
    {
      outcome: "fail",
      code: "several-runs",
      text: `the evidence is of ${runs.length} runs: ${listed(runs)}`,
      observed: runs.length,
      threshold: 1,
      flip: "would pass with evidence of one run",
    },
  ];
}

function changedInputs(all: readonly StoredEvidence[]): Problem[] {
  const digests = new Map<string, Set<string>>();
  for (const { name, sha256 } of all.flatMap(filesOf)) {
    const known = digests.get(name);
    if (known === undefined) digests.set(name, new Set([sha256]));
    else known.add(sha256);
  }
  return [...digests]
    .filter(([, contents]) => contents.size > 1)
    .map(([file, contents]): Problem => ({
      outcome: "fail",
      code: "input-changed",
      text: `${file} was read with ${contents.size} different contents`,
      observed: contents.size,
      threshold: 1,
      flip: `would pass if ${file} did not change during the run`,
      locations: [{ file, text: `read with ${contents.size} different contents` }],
    }));
}

/** What a suite wrote counts as well, so that a report which was replaced before it was read is found. */
function filesOf({ evidence }: StoredEvidence): readonly EvidenceInput[] {
  if (evidence.kind !== KIND.suiteRun) return evidence.inputs;
  const { reports } = evidence.body as SuiteRunBody;
  return reports.flatMap(({ path, sha256 }) => (sha256 === null ? [] : [{ name: path, sha256 }]));
}
