import { resolve } from "node:path";
import type { RotateKeyFlags } from "../commands/ledger.ts";
import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import { rotateKey } from "../io/rotate-key.ts";
import type { Answer } from "../verb.ts";

export default async function ledgerRotateKey(host: Host, { key }: RotateKeyFlags): Promise<Answer> {
  const keyFile = key === undefined ? null : resolve(host.cwd, key);
  const rotated = rotateKey(host.cwd, keyFile, host.nowMs);
  return {
    exit: EXIT.pass,
    json: () => ({ schema: "holdpoint/key-rotation/v1", ...rotated }),
    text: () =>
      [
        `Record ${rotated.record}: ${rotated.previous} handed over to ${rotated.current}.`,
        keyFile === null
          ? "The old private key may be put away; the new one is in .holdpoint/keys/."
          : "Give this key with --key from now on.",
        "Run `holdpoint ledger publish` after the next promotion and commit governance/.",
      ].join("\n"),
  };
}
