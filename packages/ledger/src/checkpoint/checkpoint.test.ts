import assert from "node:assert/strict";
import { test } from "node:test";
import { makeSigner } from "../keys/signer.ts";
import { noteKey } from "../note/note-key.ts";
import { signNote } from "../note/sign-note.ts";
import { verifyNote } from "../note/verify-note.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { checkpointText, parseCheckpoint } from "./checkpoint.ts";
import { signCheckpoint } from "./sign-checkpoint.ts";

const { signer } = makeSigner();
const ROOT = Buffer.alloc(32, 7);
const HEAD: Checkpoint = { origin: "holdpoint/service", size: 42, root: ROOT, extensions: [] };

function reasonFor(text: string): string {
  const result = parseCheckpoint(Buffer.from(signNote(text, "holdpoint/service", [signer])));
  return "malformed" in result ? result.malformed : assert.fail(`it was read: ${text}`);
}

test("a checkpoint is read back as it was signed", () => {
  for (const checkpoint of [HEAD, { ...HEAD, size: 0 }, { ...HEAD, extensions: ["one", "two words"] }]) {
    const signed = parseCheckpoint(Buffer.from(signCheckpoint(checkpoint, [signer])));
    if ("malformed" in signed) assert.fail(signed.malformed);
    assert.deepEqual(signed.checkpoint, checkpoint);
    const key = noteKey(checkpoint.origin, signer.publicKey) ?? assert.fail();
    assert.deepEqual(verifyNote(signed.note, [key]).good, [key]);
  }
});

test("its text is origin, size and root, one a line", () => {
  assert.equal(checkpointText(HEAD), `holdpoint/service\n42\n${ROOT.toString("base64")}\n`);
});

test("what could not be read back is not signed", () => {
  const wrong: readonly Partial<Checkpoint>[] = [
    { origin: "two words" },
    { origin: "" },
    { size: -1 },
    { size: 1.5 },
    { size: 2 ** 53 },
    { root: Buffer.alloc(31) },
    { extensions: [""] },
    { extensions: ["a\nb"] },
  ];
  for (const patch of wrong)
    assert.throws(() => checkpointText({ ...HEAD, ...patch }), TypeError, JSON.stringify(patch));
});

test("anything else is refused with its reason", () => {
  const root = ROOT.toString("base64");
  const cases: readonly (readonly [RegExp, string])[] = [
    [/first line/, `\n42\n${root}\n`],
    [/first line/, `two words\n42\n${root}\n`],
    [/second line/, `holdpoint\n042\n${root}\n`],
    [/second line/, `holdpoint\n+42\n${root}\n`],
    [/second line/, `holdpoint\n-1\n${root}\n`],
    [/second line/, `holdpoint\n4e2\n${root}\n`],
    [/second line/, `holdpoint\n18446744073709551616\n${root}\n`],
    [/second line/, `holdpoint\n9007199254740992\n${root}\n`],
    [/second line/, `holdpoint\n`],
    [/third line/, "holdpoint\n42\n"],
    [/third line/, `holdpoint\n42\n${root.slice(0, -1)}\n`],
    [/third line/, `holdpoint\n42\n${Buffer.alloc(33).toString("base64")}\n`],
    [/third line/, `holdpoint\n42\n${root} \n`],
    [/extension/, `holdpoint\n42\n${root}\n\nmore\n`],
  ];
  for (const [reason, text] of cases) assert.match(reasonFor(text), reason, JSON.stringify(text));
  const unsigned = parseCheckpoint(Buffer.from(checkpointText(HEAD)));
  assert.match("malformed" in unsigned ? unsigned.malformed : "", /empty line/);
});
