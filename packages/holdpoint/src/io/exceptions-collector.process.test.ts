import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Collected, CoverageExceptionsBody } from "@holdpoint/core";
import { signGovernance, makeSigner, governanceKey, writeGovernance } from "@holdpoint/ledger";
import type { Ending } from "@holdpoint/testkit";
import { commitAll, gitRepository } from "@holdpoint/testkit";
import { EXCEPTION } from "../coverage/exceptions/testing-register.ts";
import { NEW_REGISTER, writeRegister } from "../coverage/exceptions/write-register.ts";
import { parseRegister } from "../coverage/exceptions/parse-register.ts";
import { exceptionsCollector } from "./exceptions-collector.ts";
import { readRegister } from "./exceptions-register.ts";

const REGISTER = "docs/e.md";
const EMPTY_REGISTER = writeRegister(parseRegister(NEW_REGISTER, REGISTER), []);

async function collect(root: string, register: string | null = REGISTER): Promise<Collected<CoverageExceptionsBody>> {
  const candidate = {
    service: "s",
    commit: "",
    tree: "",
    dirty: false,
    artifacts: [],
    configDigest: "",
    environment: "",
  };
  const config = { reports: [], source: [], exclude: [], components: [], contexts: [], tests: [], register };
  const signal = new AbortController().signal;
  const terms = { root, candidate, config, base: null, carried: {}, nowMs: () => 1_000, signal };
  const [only] = await exceptionsCollector.collect(terms);
  assert.ok(only !== undefined);
  return only as Collected<CoverageExceptionsBody>;
}

function repository(t: Ending, files: Readonly<Record<string, string>> = {}): string {
  return gitRepository(t, { "src/a.ts": "", [REGISTER]: EMPTY_REGISTER, ...files });
}

test("no exception at all is an answer about every tracked file", async (t) => {
  const { samples, body, inputs, provenance } = await collect(repository(t));
  assert.deepEqual(body, {
    exceptions: [],
    problems: [],
    register: { file: REGISTER, state: "current", line: null, text: "" },
    proposals: [],
  });
  assert.deepEqual([samples, provenance, inputs.map(({ name }) => name)], [2, "measured", [REGISTER]]);
});

test("signed records are read with their files and the commit that brought them", async (t) => {
  const root = repository(t);
  const [ana, ben] = [makeSigner().signer, makeSigner().signer];
  const folder = join(root, "governance");
  for (const [owner, signer] of [["Ana", ana] as const, ["Ben", ben] as const]) {
    const key = governanceKey(signer, { id: owner, owner, use: "person", createdAt: EXCEPTION.createdAt });
    writeGovernance(folder, "key", owner, signGovernance("key", key, [signer]));
  }
  writeGovernance(folder, "exception", EXCEPTION.id, signGovernance("exception", EXCEPTION, [ana, ben]));
  assert.equal((await collect(root)).body.exceptions[0]?.introducedIn, null, "not committed");
  const commit = commitAll(root, "exception");
  const { body, inputs } = await collect(root);
  const [exception] = body.exceptions;
  assert.deepEqual([exception?.id, exception?.matches, exception?.introducedIn], [EXCEPTION.id, ["src/a.ts"], commit]);
  assert.equal(inputs.length, 4);
  assert.deepEqual([body.register?.state, body.register?.text], ["differs", `the row of ${EXCEPTION.id} is missing`]);
  writeGovernance(folder, "exception", EXCEPTION.id, signGovernance("exception", EXCEPTION, [ana]));
  const { problems } = (await collect(root)).body;
  assert.deepEqual(
    problems.map(({ file, code }) => [file, code]),
    [[`governance/exceptions/${EXCEPTION.id}.dsse.json`, "signature-missing"]],
  );
});

test("each way in which a register is not current is told", async (t) => {
  const root = repository(t);
  const stateNow = async (): Promise<string> => (await collect(root)).body.register?.state ?? "none";
  writeFileSync(join(root, REGISTER), "no marks\n");
  assert.equal(await stateNow(), "differs");
  writeFileSync(join(root, REGISTER), `${EMPTY_REGISTER}<<<<<<< HEAD\n`);
  assert.equal(await stateNow(), "malformed");
  writeFileSync(join(root, REGISTER), Uint8Array.of(0xff));
  assert.equal(await stateNow(), "malformed");
  rmSync(join(root, REGISTER));
  assert.equal(await stateNow(), "absent");
  writeFileSync(join(root, "docs/new.md"), EMPTY_REGISTER);
  assert.match((await collect(root, "docs/new.md")).body.register?.text ?? "", /does not track/);
  assert.equal((await collect(root, "../e.md")).body.register?.state, "malformed");
  assert.equal((await collect(root, null)).body.register, null);
});

test("a row that nobody signed is told with its line", async (t) => {
  const row = "| made-up | open | src/a.ts | lines |";
  const text = EMPTY_REGISTER.replace(/(\| ---.*\n)/, `$1${row}${" x |".repeat(11)}\n`);
  const { body } = await collect(repository(t, { [REGISTER]: text }));
  assert.equal(body.register?.state, "differs");
  assert.deepEqual(body.proposals, [{ id: "made-up", path: "src/a.ts", metric: "lines", line: body.register?.line }]);
});

test("a register outside of the repository, or a folder, is refused", (t) => {
  const root = repository(t);
  for (const file of ["../x.md", "..", "/x.md"])
    assert.throws(() => readRegister(root, file), { code: "HP-READ-PATH" });
  assert.throws(() => readRegister(root, "docs"), { code: "HP-READ-FAILED" });
  assert.equal(readRegister(root, "docs/none.md"), null);
  assert.equal(readRegister(root, "src/a.ts/none.md"), null);
});
