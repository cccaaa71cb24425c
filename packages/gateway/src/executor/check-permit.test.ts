import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import { canonicalize, digestOf } from "@holdpoint/core";
import { makeSigner } from "@holdpoint/ledger";
import type { Permit, VerdictGroup } from "../contract/adapter.ts";
import { permitObjection } from "./check-permit.ts";
import { callOf, GUARDIAN, GUARDIAN_ORIGIN, groupOf, permitOf, verdictOf } from "./testing-executor.ts";
import { GroupVerifier } from "./verify-group.ts";

const NOW_MS = 1_000_000;
const call = callOf();
const asked = { ...call, adapter: "echo" };
const sound = permitOf("echo", call);
const { proof } = sound;

function objection(permit: unknown, to: typeof asked = asked, nowMs: number = NOW_MS): string | null {
  const groups = new GroupVerifier(GUARDIAN_ORIGIN, GUARDIAN.publicKey);
  return permitObjection(permit as Permit | null, to, nowMs, (group) => groups.verify(group));
}

function withVerdict(changes: JsonObject): Permit {
  return permitOf("echo", call, verdictOf("echo", call, changes));
}

function withGroup(changes: Partial<VerdictGroup>): Permit {
  return { ...sound, proof: { ...proof, group: { ...proof.group, ...changes } } };
}

test("a sound permit meets no objection, for as long as it lasts", () => {
  assert.equal(objection(sound), null);
  assert.equal(objection({ ...sound, expiresAtMs: NOW_MS + 1 }), null);
  assert.equal(objection(withVerdict({ further: ["keys", 1], generation: 3 })), null);
});

test("a permit that is harmed in any field is refused for that reason", () => {
  const cases: readonly (readonly [RegExp, unknown])[] = [
    [/no permit/, null],
    [/no permit/, undefined],
    [/no permit/, "ALLOW"],
    [/not ALLOW/, { ...sound, decision: "DENY" }],
    [/not ALLOW/, { ...sound, decision: undefined }],
    [/another action/, { ...sound, actionId: "act_2" }],
    [/another adapter/, { ...sound, adapter: "notify" }],
    [/another operation/, { ...sound, operation: "other" }],
    [/other arguments/, { ...sound, argumentsDigest: digestOf({ text: "hell0" }) }],
    [/other arguments/, { ...sound, argumentsDigest: undefined }],
    [/expired/, { ...sound, expiresAtMs: NOW_MS }],
    [/expired/, { ...sound, expiresAtMs: Number.NaN }],
    [/expired/, { ...sound, expiresAtMs: undefined }],
    [/policy is not/, { ...sound, policyDigest: `sha256:${"8".repeat(64)}` }],
    [/policy is not/, { ...sound, policyDigest: undefined }],
    [/cannot be read/, { ...sound, proof: undefined }],
    [/cannot be read/, { ...sound, proof: { ...proof, verdictText: "{" } }],
    [/cannot be read/, { ...sound, proof: { ...proof, verdictText: "null" } }],
    [/decision is not/, { ...sound, proof: { ...proof, verdictText: "[]" } }],
    [/at its place/, { ...sound, proof: { ...proof, index: 0 } }],
    [/at its place/, { ...sound, proof: { ...proof, index: 3 } }],
    [/at its place/, { ...sound, proof: { ...proof, index: -1 } }],
    [/at its place/, { ...sound, proof: { ...proof, verdictText: `${proof.verdictText} ` } }],
    [/no group/, { ...sound, proof: { ...proof, group: null } }],
    [/cannot be read/, withGroup({ verdictTexts: undefined as never })],
  ];
  for (const [reason, permit] of cases)
    assert.match(objection(permit) ?? "none", reason, JSON.stringify(permit)?.slice(0, 200));
});

test("a verdict that says anything else than the permit is refused, though it is signed", () => {
  const cases: readonly (readonly [RegExp, JsonObject])[] = [
    [/decision is not/, { decision: "DENY" }],
    [/decision is not/, { decision: "ESCALATE" }],
    [/action is not/, { action: "act_2" }],
    [/adapter is not/, { adapter: "notify" }],
    [/operation is not/, { operation: "other" }],
    [/arguments is not/, { arguments: digestOf({}) }],
    [/policy is not/, { policy: "sha256:0" }],
    [/expires_at_ms is not/, { expires_at_ms: NOW_MS + 5 }],
  ];
  for (const [reason, changes] of cases) assert.match(objection(withVerdict(changes)) ?? "none", reason);
  const lasting = withVerdict({ expires_at_ms: NOW_MS + 5 });
  assert.equal(objection({ ...lasting, expiresAtMs: NOW_MS + 5 }), null);
  assert.match(objection({ ...lasting, expiresAtMs: NOW_MS + 50 }) ?? "none", /expires_at_ms/);
});

test("a group that the guardian did not sign just so is refused", () => {
  const { verdictTexts } = proof.group;
  const [first = "", own = "", last = ""] = verdictTexts;
  const stranger = makeSigner().signer;
  const cases: readonly (readonly [RegExp, Partial<VerdictGroup>])[] = [
    [/not a signed checkpoint/, { note: "" }],
    [/not a signed checkpoint/, { note: "text\n" }],
    [/not signed by the guardian/, groupOf(verdictTexts, stranger)],
    [/of "holdpoint.test\/other"/, groupOf(verdictTexts, GUARDIAN, "holdpoint.test/other")],
    [/signs 2 verdicts/, { note: groupOf([first, own]).note }],
    [/signs other verdicts/, { note: groupOf([first, last, own]).note }],
    [/signs other verdicts/, { note: groupOf([first, own, "{}"]).note }],
    [/a group of 0/, { verdictTexts: [] }],
    [/is no text/, { verdictTexts: [first, own, 1 as never] }],
    [/is no text/, { verdictTexts: [first, own, "\ud800"] }],
    [/signs 3 verdicts, the group has 4/, { verdictTexts: [...verdictTexts, "{}"] }],
  ];
  for (const [reason, changes] of cases) assert.match(objection(withGroup(changes)) ?? "none", reason);
});

test("a signature is not believed for another text: every byte of the note counts", () => {
  const { note } = proof.group;
  let looked = 0;
  for (let at = 0; at < note.length; at += 7) {
    const changed = `${note.slice(0, at)}${note[at] === "A" ? "B" : "A"}${note.slice(at + 1)}`;
    assert.notEqual(objection(withGroup({ note: changed })), null, `byte ${at}`);
    looked += 1;
  }
  assert.ok(looked > 20);
});

test("approve A, run B: other arguments, another operation or adapter are refused (ancestors' row 14)", () => {
  assert.match(objection(sound, { ...asked, arguments: { text: "other" } }) ?? "none", /other arguments/);
  assert.match(objection(sound, { ...asked, operation: "delete" }) ?? "none", /another operation/);
  assert.match(objection(sound, { ...asked, adapter: "http" }) ?? "none", /another adapter/);
  assert.match(objection(sound, { ...asked, actionId: "act_9" }) ?? "none", /another action/);
});

test("a group is judged once, and by a copy: texts that change afterwards are not believed", () => {
  const groups = new GroupVerifier(GUARDIAN_ORIGIN, GUARDIAN.publicKey);
  const texts = [canonicalize(verdictOf("echo", call)), "{}"];
  const group = groupOf(texts);
  const first = groups.verify(group);
  texts[1] = canonicalize(verdictOf("notify", call));
  assert.equal(groups.verify(group), first);
  assert.deepEqual("texts" in first && first.texts[1], "{}");
  const other = groupOf(["{}"]);
  assert.notEqual(groups.verify(other), first);
  assert.equal(groups.verify(group), first);
});
