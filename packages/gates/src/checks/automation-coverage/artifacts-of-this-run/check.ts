import type { ArtifactsBody, Check, CheckInput, Finding, GateArtifact, PlanBody } from "@holdpoint/core";
import { CLOCK_SKEW_MAX_MS, KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { countParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

interface Terms {
  readonly run: string;
  readonly commit: string;
  readonly nowMs: number;
  readonly maxAgeMs: number;
}

function judge(input: CheckInput): Finding {
  const terms: Terms = {
    run: input.of<PlanBody>(KIND.plan)[0]?.evidence.run ?? "",
    commit: input.candidate.commit,
    nowMs: input.nowMs,
    maxAgeMs: countParam(input.params, "maxAgeMs"),
  };
  const all = bodiesOf<ArtifactsBody>(input, KIND.artifacts).flatMap((body) => body.artifacts);
  return conclude(
    all.flatMap((artifact) => problemsOf(artifact, terms)),
    {
      reason: `${count(all.length, "artifact")} of run ${terms.run}`,
      observed: all.length,
      threshold: all.length,
    },
  );
}

function problemsOf(artifact: GateArtifact, terms: Terms): Problem[] {
  const { file, run, commit, judgedAt } = artifact;
  const fail = (code: string, observed: string, threshold: string, what: string): Problem[] => [
    {
      outcome: "fail",
      code,
      observed,
      threshold,
      text: `${file} ${what} ${observed}, not ${threshold}`,
      flip: `would pass with ${threshold}`,
      locations: [{ file, text: `${what} ${observed}` }],
    },
  ];
  if (run !== terms.run) return fail("other-run", run ?? "no run", `run ${terms.run}`, "is of");
  if (commit !== terms.commit) return fail("other-commit", commit ?? "no commit", terms.commit, "is for");
  const ageMs = terms.nowMs - Date.parse(judgedAt ?? "");
  if (ageMs >= -CLOCK_SKEW_MAX_MS && ageMs <= terms.maxAgeMs) return [];
  return fail("not-fresh", judgedAt ?? "no instant", `an instant within ${terms.maxAgeMs} ms`, "was judged at");
}
