import { join } from "node:path";
import type { Gate, JudgeInput, Json, JsonObject, Judgement } from "@holdpoint/core";
import { digestOf, FIGURES_RECORD, sha256Hex } from "@holdpoint/core";
import { frozen } from "./frozen.ts";
import type { RunDirectory } from "./io/run-directory.ts";
import { readRunFile } from "./io/run-directory.ts";
import type { RunOptions } from "./options.ts";
import { figuresOf } from "./record/figures.ts";
import { promotionOf } from "./record/promotion.ts";
import type { RunResult } from "./result.ts";
import type { RunLedger } from "./run-ledger.ts";
import type { Steps } from "./steps.ts";

export interface ConcludeTerms {
  readonly directory: RunDirectory;
  readonly ledger: RunLedger;
  readonly steps: Steps;
  readonly startedAtMs: number;
  readonly nowMs: () => number;
}

/**
 * Signs the judgement, records it, writes what people and auditors read, and publishes the run. What a renderer is
 * given is frozen; one that throws ends the run without publishing it, because nobody would know what it left out.
 */
export async function conclude(
  judged: Judgement,
  input: JudgeInput,
  options: RunOptions,
  terms: ConcludeTerms,
): Promise<RunResult> {
  const judgement = frozen(judged);
  const { directory, ledger, steps } = terms;
  directory.writeJson("judgement.json", judgement);
  await steps.measure(
    "record",
    "verdict",
    () => record(judgement, input, options.gates, terms),
    () => judgement.verdict,
  );
  for (const [name, pem] of Object.entries(ledger.publicKeys())) directory.write(join("keys", name), pem);
  const result = (): RunResult => {
    const { origin, size, root } = ledger.head();
    const { artifacts, steps: ended } = frozen({ artifacts: directory.written, steps: steps.results });
    return Object.freeze({
      judgement,
      runDirectory: directory.path,
      artifacts,
      ledger: frozen({ origin, size, root, anchoredUpTo: size }),
      key: frozen(ledger.key),
      durationMs: options.nowMs() - terms.startedAtMs,
      steps: ended,
    });
  };
  for (const renderer of options.renderers) directory.writeNew(renderer.file, renderer.render(result()));
  directory.publish();
  return result();
}

/** What was judged besides evidence, and what each gate left, bound by the bytes that lie in the run's folder. */
function fileDigests({ gates }: Judgement, { path }: RunDirectory): JsonObject {
  const names = ["plan.json", ...gates.map(({ id }) => `gates/${id}.json`)];
  return Object.fromEntries(names.map((name) => [name, `sha256:${sha256Hex(readRunFile(path, name))}`]));
}

function record(judgement: Judgement, input: JudgeInput, gates: readonly Gate[], terms: ConcludeTerms): void {
  const envelope = terms.ledger.signVerdict(judgement);
  const body: JsonObject = {
    verdict: judgement.verdict,
    profile: judgement.profile,
    candidate: judgement.candidate as unknown as Json,
    judgement: digestOf(judgement as unknown as Json),
    envelope: `sha256:${sha256Hex(envelope)}`,
    files: fileDigests(judgement, terms.directory),
    promotion: promotionOf(judgement, input, gates, `sha256:${sha256Hex(envelope)}`),
  };
  const { run } = judgement;
  const index = terms.ledger.append([
    { kind: "verdict", run, body },
    { kind: FIGURES_RECORD, run, body: figuresOf(judgement, input, gates, terms.nowMs() - terms.startedAtMs) },
  ]);
  // Written once it is on record: nobody must find a signed verdict that the ledger does not know.
  terms.directory.write("verdict.dsse.json", envelope);
  const { checkpoint, inclusion } = terms.ledger.proof(index);
  terms.directory.write("checkpoint.txt", checkpoint);
  terms.directory.write("inclusion.json", inclusion);
}
