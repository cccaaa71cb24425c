import assert from "node:assert/strict";
import { test } from "node:test";
import type { Baseline, Waiver } from "@holdpoint/core";
import { ShapeError } from "../json/shape.ts";
import type { Signer } from "../keys/signer.ts";
import { makeSigner } from "../keys/signer.ts";
import { signCheckpoint } from "../checkpoint/sign-checkpoint.ts";
import { judgementOf } from "../testing.ts";
import { EXCEPTION, RESOLUTION, REVIEW } from "../testing-exceptions.ts";
import { promotionOf } from "../testing-run.ts";
import type { Governance, GovernanceFile } from "./governance.ts";
import { readGovernanceFiles } from "./read-governance.ts";
import type { GovernanceKey, GovernancePin } from "./records.ts";
import { GOVERNANCE_FOLDER } from "./records.ts";
import { approveGovernance, governanceKey, signGovernance } from "./sign-record.ts";

const AT = "2026-01-02T00:00:00Z";
const [ana, ben, log, stranger] = [1, 2, 3, 4].map(() => makeSigner().signer) as [Signer, Signer, Signer, Signer];
const WAIVER: Waiver = {
  schema: "holdpoint/waiver/v1",
  gate: "tests",
  check: "none-failed",
  code: "*",
  reason: "known, being mended",
  owner: "Ana",
  approver: "Ben",
  createdAt: AT,
  expiresAt: "2026-02-01T00:00:00Z",
  introducedIn: null,
};
const BASELINE: Baseline = {
  choice: "last-promoted",
  ...promotionOf(judgementOf("r", []), `sha256:${"1".repeat(64)}`),
};
const PIN: GovernancePin = {
  schema: "holdpoint/pin/v1",
  id: "good",
  owner: "Ana",
  reason: "known good",
  createdAt: AT,
  baseline: BASELINE,
};
function keyFile(id: string, signer: Signer, owner: string, use: GovernanceKey["use"] = "person"): GovernanceFile {
  const text = signGovernance("key", governanceKey(signer, { id, owner, use, createdAt: AT }), [signer]);
  return { kind: "key", file: `keys/${id}.json`, bytes: Buffer.from(text) };
}

function fileOf(kind: GovernanceFile["kind"], text: string, name = "one"): GovernanceFile {
  return { kind, file: `${GOVERNANCE_FOLDER[kind]}/${name}.dsse.json`, bytes: Buffer.from(text) };
}

const KEYS: readonly GovernanceFile[] = [
  keyFile("ana", ana, "Ana"),
  keyFile("ben", ben, "Ben"),
  keyFile("log", log, "ledger", "ledger"),
];
const read = (...files: readonly GovernanceFile[]): Governance => readGovernanceFiles([...KEYS, ...files]);
const problems = ({ problems: list }: Governance): string[] => list.map(({ file, code }) => `${code} ${file}`);
const promotionText = (signer: Signer, checkpointSigner: Signer = signer): string => {
  const checkpoint = signCheckpoint({ origin: "o", size: 1, root: Buffer.alloc(32), extensions: [] }, [
    checkpointSigner,
  ]);
  return signGovernance("promotion", { schema: "holdpoint/promotion/v1", baseline: BASELINE, checkpoint }, [signer]);
};

test("every kind is read back as it was signed", () => {
  const governance = read(
    fileOf("waiver", approveGovernance(signGovernance("waiver", WAIVER, [ana]), ben)),
    fileOf("exception", signGovernance("exception", EXCEPTION, [ben, ana]), EXCEPTION.id),
    fileOf("exception-event", signGovernance("exception-event", REVIEW, [ben]), "review"),
    fileOf("exception-event", signGovernance("exception-event", RESOLUTION, [ben]), "end"),
    fileOf("pin", signGovernance("pin", PIN, [ana])),
    fileOf("promotion", promotionText(log)),
    fileOf(
      "revocation",
      signGovernance(
        "revocation",
        {
          schema: "holdpoint/revocation/v1",
          fingerprint: stranger.publicKey.fingerprint,
          revokedAt: AT,
          reason: "lost",
        },
        [ana],
      ),
    ),
  );
  assert.deepEqual(problems(governance), []);
  assert.deepEqual(
    governance.waivers.map(({ waiver }) => waiver),
    [WAIVER],
  );
  assert.deepEqual(
    governance.exceptions.map(({ record }) => record),
    [EXCEPTION],
  );
  assert.deepEqual(
    governance.exceptionEvents.map(({ record }) => record),
    [REVIEW, RESOLUTION],
  );
  assert.deepEqual(
    governance.pins.map(({ record }) => record),
    [PIN],
  );
  assert.deepEqual(
    governance.promotions.map(({ record }) => record.baseline),
    [BASELINE],
  );
  assert.deepEqual(governance.revocations, [{ fingerprint: stranger.publicKey.fingerprint, revokedAt: AT }]);
  assert.equal(governance.files.length, 10);
  assert.match(governance.waivers[0]?.digest ?? "", /^sha256:[0-9a-f]{64}$/);
});

test("a waiver needs its owner's and its approver's key, and they are two", () => {
  const owned = signGovernance("waiver", WAIVER, [ana]);
  const cases: readonly (readonly [string, string])[] = [
    ["signature-missing", owned],
    ["signature-missing", signGovernance("waiver", WAIVER, [ben])],
    ["signature-missing", approveGovernance(owned, ana)],
    ["signature-missing", approveGovernance(owned, stranger)],
    ["signature-missing", approveGovernance(owned, log)],
    ["signature-missing", signGovernance("waiver", { ...WAIVER, owner: "Ben", approver: "Cas" }, [ana, ben])],
    ["key-unknown", signGovernance("waiver", WAIVER, [stranger])],
  ];
  for (const [code, text] of cases) {
    const governance = read(fileOf("waiver", text));
    assert.deepEqual(problems(governance), [`${code} waivers/one.dsse.json`]);
    assert.deepEqual(governance.waivers, []);
  }
  for (const wrong of [
    { approver: "Ana" },
    { expiresAt: AT },
    { expiresAt: "never" },
    { reason: "" },
    { owner: " Ana" },
  ]) {
    assert.throws(
      () => signGovernance("waiver", { ...WAIVER, ...wrong }, [ana, ben]),
      ShapeError,
      JSON.stringify(wrong),
    );
  }
});

test("one person with two keys is still one person", () => {
  const governance = read(
    keyFile("ana-2", stranger, "Ana"),
    fileOf("waiver", signGovernance("waiver", WAIVER, [ana, stranger])),
  );
  assert.deepEqual(problems(governance), ["signature-missing waivers/one.dsse.json"]);
});

test("a ledger's key promotes and cannot waive; a person's key waives and cannot promote", () => {
  assert.deepEqual(problems(read(fileOf("promotion", promotionText(ana)))), [
    "signature-missing promotions/one.dsse.json",
  ]);
  assert.deepEqual(problems(read(fileOf("promotion", promotionText(stranger)))), [
    "key-unknown promotions/one.dsse.json",
  ]);
  const forged = read(fileOf("promotion", promotionText(log, stranger)));
  assert.deepEqual(
    problems(forged),
    ["signature-missing promotions/one.dsse.json"],
    "the checkpoint is signed by nobody known",
  );
  assert.deepEqual(forged.promotions, []);
  assert.deepEqual(problems(read(fileOf("pin", signGovernance("pin", PIN, [log])))), [
    "signature-missing pins/one.dsse.json",
  ]);
});

test("what a revoked key has signed counts for nothing", () => {
  const revoke = (signer: Signer, by: Signer): GovernanceFile =>
    fileOf(
      "revocation",
      signGovernance(
        "revocation",
        {
          schema: "holdpoint/revocation/v1",
          fingerprint: signer.publicKey.fingerprint,
          revokedAt: AT,
          reason: "lost",
        },
        [by],
      ),
    );
  const waiver = fileOf("waiver", signGovernance("waiver", WAIVER, [ana, ben]));
  assert.deepEqual(problems(read(waiver, revoke(ben, ana))), ["key-revoked waivers/one.dsse.json"]);
  assert.deepEqual(
    problems(read(waiver, revoke(ana, ana))),
    ["key-revoked waivers/one.dsse.json"],
    "a key may revoke itself",
  );
  assert.deepEqual(problems(read(waiver, revoke(ana, stranger))), ["key-unknown revocations/one.dsse.json"]);
});

test("a key file must be signed by its key, named after it, and the only one for it", () => {
  const record = governanceKey(stranger, { id: "s", owner: "S", use: "person", createdAt: AT });
  const keyText = (patch: Partial<GovernanceKey>, signer: Signer): GovernanceFile => ({
    kind: "key",
    file: "keys/s.json",
    bytes: Buffer.from(signGovernance("key", { ...record, ...patch }, [signer])),
  });
  assert.deepEqual(problems(read(keyText({}, stranger))), []);
  assert.deepEqual(problems(read(keyText({}, ana))), ["signature-missing keys/s.json"]);
  assert.deepEqual(problems(read(keyText({ id: "t" }, stranger))), ["misnamed keys/s.json"]);
  assert.deepEqual(problems(read(keyText({ fingerprint: "SHA256:x" }, stranger))), ["malformed keys/s.json"]);
  assert.deepEqual(problems(read(keyText({ publicKey: "AAAA" }, stranger))), ["malformed keys/s.json"]);
  assert.deepEqual(problems(read(keyFile("again", ana, "Ana"))), ["duplicate keys/again.json"]);
  assert.throws(() => governanceKeyText("../escape"), ShapeError);
});

function governanceKeyText(id: string): string {
  return signGovernance("key", governanceKey(ana, { id, owner: "Ana", use: "person", createdAt: AT }), [ana]);
}

test("whatever else lies there is a problem and is never used", () => {
  const pin = signGovernance("pin", PIN, [ana]);
  const cases: readonly (readonly [string, Uint8Array | null])[] = [
    ["unreadable", null],
    ["malformed", Buffer.alloc(0)],
    ["malformed", Buffer.from("{}")],
    ["malformed", Buffer.from(signGovernance("waiver", WAIVER, [ana, ben]))],
    ["malformed", Buffer.from(pin.slice(0, -10))],
  ];
  for (const [code, bytes] of cases) {
    const governance = read({ kind: "pin", file: "pins/x.dsse.json", bytes });
    assert.deepEqual(problems(governance), [`${code} pins/x.dsse.json`]);
    assert.deepEqual([governance.pins.length, governance.files.length], [0, KEYS.length]);
  }
});

test("one changed character anywhere in a file and it is not used", () => {
  const text = signGovernance("pin", PIN, [ana]).trimEnd();
  for (let at = 0; at < text.length; at += 7) {
    const changed = `${text.slice(0, at)}${text[at] === "Q" ? "R" : "Q"}${text.slice(at + 1)}`;
    const governance = read(fileOf("pin", changed));
    // `keyid` is a hint that nothing rests on.
    if (text.indexOf('"keyid":"') <= at && at < text.indexOf('","sig"')) continue;
    assert.deepEqual([governance.pins.length, governance.problems.length], [0, 1], `character ${at}`);
  }
});

test("a promotion whose checkpoint is none, or is signed by a key that cannot sign one, is refused", () => {
  const text = (checkpoint: string): string =>
    signGovernance("promotion", { schema: "holdpoint/promotion/v1", baseline: BASELINE, checkpoint }, [log]);
  assert.deepEqual(problems(read(fileOf("promotion", text("rubbish")))), ["malformed promotions/one.dsse.json"]);
  assert.deepEqual(problems(read(fileOf("promotion", promotionText(log, stranger)))), [
    "signature-missing promotions/one.dsse.json",
  ]);
});
