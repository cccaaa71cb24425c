import { EXIT } from "../exit-codes.ts";
import { table } from "../format/table.ts";
import type { Host } from "../host.ts";
import { governanceOf } from "../io/governance.ts";
import type { Answer } from "../verb.ts";

export default async function waiverList(host: Host): Promise<Answer> {
  const { waivers, problems } = governanceOf(host.cwd);
  const nowMs = host.nowMs();
  const listed = waivers.map(({ file, digest, waiver }) => ({
    ...waiver,
    file: `governance/${file}`,
    digest,
    state: Date.parse(waiver.expiresAt) > nowMs ? "counts" : "expired",
  }));
  const rows = listed.map(({ state, gate, check, code, expiresAt, owner, approver, reason }) => [
    state,
    `${gate}/${check}`,
    code,
    `until ${expiresAt.slice(0, 10)}`,
    `${owner}, approved by ${approver}`,
    reason,
  ]);
  const distrusted = problems.map(({ file, text }) => ["NOT TRUSTED", `governance/${file}`, text]);
  return {
    exit: problems.length === 0 ? EXIT.pass : EXIT.hold,
    json: () => ({ schema: "holdpoint/waivers/v1", waivers: listed, problems }),
    text: () => [...table(rows), ...table(distrusted)].join("\n") || "There is no waiver.",
  };
}
