import { join } from "node:path";
import type { FailClosedRule } from "@holdpoint/core";
import { runProgram } from "../io/run-program.ts";
import { flipBytes } from "../io/flip-bytes.ts";
import { removePrivateKeys } from "../io/key-folder.ts";
import { codedAs, problemCode } from "./program-words.ts";
import type { Bench } from "./bench.ts";
import type { RuleOutline } from "./rule-of.ts";
import { startRule } from "./rule-of.ts";

const TIMEOUT_MS = 10_000;
/** Into the correlation id of a receipt, behind its prefix. */
const OFFSET_BYTES = 8;
const RECEIPT = '"code":"HP-ACTION-DENIED","correlation":"';

/** Starts that must be refused. The room's gateway is stopped before and is not started again. */
export async function tryStarts(bench: Bench): Promise<FailClosedRule[]> {
  const { folder, dataFolder, gatewayPath, gateway } = bench.room;
  await bench.submit("unruled");
  await gateway.stop();
  const fresh = join(folder.path, "fresh");
  const policy = folder.write("policy-broken.yaml", "version: 1\nrules: [{ id: x, then: perhaps }]\n");
  const config = folder.write("gateway-broken.yaml", `{ "version": 1, "policy": "${policy}", "adapters": [] }`);
  const rules = [
    await tried(bench, TOKENS, ["--host", "0.0.0.0", "--data", fresh]),
    await tried(bench, POLICY, ["--gateway", config, "--data", fresh]),
    await harmedStore(bench),
  ];
  removePrivateKeys(join(dataFolder, "keys"));
  rules.push(await tried(bench, KEY, ["--gateway", gatewayPath, "--data", dataFolder]));
  return rules;
}

const TOKENS: RuleOutline = {
  id: "tokens-required",
  component: "start",
  attempted: "a gateway without tokens listens to everybody",
  expected: "HP-GATEWAY-TOKENS-REQUIRED",
};
const POLICY: RuleOutline = {
  id: "policy-invalid",
  component: "start",
  attempted: "a gateway starts with a policy that is none",
  expected: "HP-GATEWAY-POLICY",
};
const KEY: RuleOutline = {
  id: "signing-key-missing",
  component: "start",
  rows: [10],
  attempted: "a gateway starts without the key that its ledger names",
  expected: "HP-KEY-MISSING",
};
const STORE: RuleOutline = {
  id: "store-integrity",
  component: "start",
  rows: [11],
  attempted: "one bit of a receipt is changed in the store, and the store is verified",
  expected: "record-changed",
};

async function tried(bench: Bench, outline: RuleOutline, args: readonly string[]): Promise<FailClosedRule> {
  const stdout = await run(bench, ["gateway", "start", "--port", "0", ...args]);
  return startRule(outline, stdout === null ? null : problemCode(stdout));
}

async function harmedStore(bench: Bench): Promise<FailClosedRule> {
  const { dataFolder } = bench.room;
  const flipped = flipBytes(join(dataFolder, "ledger.db"), RECEIPT, OFFSET_BYTES);
  const stdout = flipped === 0 ? null : await run(bench, ["verify", dataFolder]);
  return startRule(STORE, stdout === null ? null : codedAs(stdout));
}

/** What a verb printed; a gateway that starts after all prints its document and is killed. */
async function run({ room }: Bench, args: readonly string[]): Promise<string | null> {
  const { root, signal, record, nowMs } = room.context;
  const ended = await runProgram({
    command: [...room.program, ...args, "--json"],
    cwd: root,
    timeoutMs: TIMEOUT_MS,
    signal,
  });
  record({ atMs: nowMs(), what: args.slice(0, 2).join(" "), text: `exit ${ended.exitCode}` });
  return ended.stdout === "" ? null : ended.stdout;
}
