import type {
  Collected,
  CollectContext,
  Collector,
  CoverageConfig,
  CoverageExceptionsBody,
  CoverageRegister,
} from "@holdpoint/core";
import { isHoldpointError, KIND, sha256Hex } from "@holdpoint/core";
import type { ExceptionState } from "@holdpoint/ledger";
import { GOVERNANCE_FOLDER } from "@holdpoint/release";
import { proposalsOf, registerDifference } from "../coverage/exceptions/compare-register.ts";
import { parseRegister } from "../coverage/exceptions/parse-register.ts";
import { VERSION } from "../version.ts";
import { readExceptions } from "./exceptions-ground.ts";
import { readRegister } from "./exceptions-register.ts";

/**
 * The exceptions that the signed records under `governance/` make, and how their Markdown view stands beside them.
 * Samples are the tracked files that an exception could be about: that there is no exception is an answer too.
 */
export const exceptionsCollector: Collector = {
  kind: KIND.coverageExceptions,
  part: "coverage",
  version: "1",
  async collect(context: CollectContext): Promise<readonly Collected<CoverageExceptionsBody>[]> {
    const { root, nowMs, signal } = context;
    const startedAtMs = nowMs();
    const { register } = context.config as CoverageConfig;
    const { governance, states, tracked, exceptions, problems } = await readExceptions(root, signal);
    const view = register === null ? null : viewOf(root, register, states.states, tracked);
    const records = governance.files.map(({ file, digest }) => ({
      name: `${GOVERNANCE_FOLDER}/${file}`,
      sha256: digest.replace(/^sha256:/, ""),
    }));
    const body: CoverageExceptionsBody = {
      exceptions,
      problems,
      register: view?.register ?? null,
      proposals: view?.proposals ?? [],
    };
    return [
      {
        kind: KIND.coverageExceptions,
        provenance: "measured",
        producer: { name: "holdpoint", version: VERSION },
        startedAtMs,
        finishedAtMs: nowMs(),
        samples: tracked.length,
        inputs: [...records, ...(view?.inputs ?? [])].sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name))),
        body,
      },
    ];
  },
};

type View = Pick<CoverageExceptionsBody, "proposals"> &
  Pick<Collected, "inputs"> & { readonly register: CoverageRegister };

/** A register that cannot be read is told beside the exceptions, so that it does not hide what is wrong with those. */
function viewOf(root: string, file: string, states: readonly ExceptionState[], tracked: readonly string[]): View {
  const is = (state: CoverageRegister["state"], line: number | null, text: string): View => ({
    register: { file, state, line, text },
    proposals: [],
    inputs: [],
  });
  try {
    const text = readRegister(root, file);
    if (text === null) return is("absent", null, "the file is not there");
    if (!tracked.includes(file)) return is("absent", null, "the file is there, but git does not track it");
    const register = parseRegister(text, file);
    const difference = registerDifference(register, states);
    return {
      ...(difference === null ? is("current", null, "") : is("differs", difference.line, difference.text)),
      proposals: proposalsOf(register.rows, states),
      inputs: [{ name: file, sha256: sha256Hex(text) }],
    };
  } catch (thrown) {
    if (!isHoldpointError(thrown)) throw thrown;
    return is("malformed", thrown.place.line ?? null, thrown.message);
  }
}
