import { resolve } from "node:path";
import type { Verification } from "@holdpoint/ledger";
import { PROBLEMS, verificationLine, verifyPath } from "@holdpoint/ledger";
import type { VerifyFlags } from "../commands/verify.ts";
import { EXIT } from "../exit-codes.ts";
import { indented, table } from "../format/table.ts";
import type { Host } from "../host.ts";
import { verifyTerms } from "../io/verify-terms.ts";
import type { Answer } from "../verb.ts";

export default async function verify(host: Host, flags: VerifyFlags, path: string): Promise<Answer> {
  return verificationAnswer(verifyPath(resolve(host.cwd, path), verifyTerms(host.cwd, flags)));
}

/** The answer of everything that verifies. */
export function verificationAnswer(result: Verification): Answer {
  return { exit: result.valid ? EXIT.pass : EXIT.hold, json: () => result, text: () => verificationText(result) };
}

function verificationText(result: Verification): string {
  const { keys, mode, problems, what } = result;
  const signed = keys.length === 0 ? "signed by nobody" : `signed by ${keys.join(", ")}`;
  const judged = mode === "revoked-now" ? "keys as they are now" : "keys as they were when it was signed";
  return [
    `${what}: ${verificationLine(result)}`,
    ...indented([signed, judged]),
    ...table(problems.map(({ code, where }) => [code, where, PROBLEMS[code]])),
  ].join("\n");
}
