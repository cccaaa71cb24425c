import { recordInstall } from "@holdpoint/collectors";
import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import { repositoryRoot } from "../io/repository-root.ts";
import type { Answer } from "../verb.ts";

export default async function dependenciesRecord(host: Host): Promise<Answer> {
  const record = await recordInstall(repositoryRoot(host.cwd));
  const packages = Object.keys(record.packages).length;
  return {
    exit: EXIT.pass,
    json: () => ({ schema: "holdpoint/dependencies-record/v1", packages, lockfileSha256: record.lockfileSha256 }),
    text: () => `Recorded the digests of ${packages} installed packages.`,
  };
}
