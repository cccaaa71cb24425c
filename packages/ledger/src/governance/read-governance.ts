import { isHoldpointError, readJson, sha256Hex } from "@holdpoint/core";
import type { Envelope } from "../dsse/envelope.ts";
import { readEnvelope } from "../dsse/envelope.ts";
import { Shape, ShapeError } from "../json/shape.ts";
import type { Governance, GovernanceFile, GovernanceProblem, TrustedKey, Verified } from "./governance.ts";
import { GOVERNANCE_READER } from "./read-record.ts";
import type { GovernanceKind, GovernanceRecords } from "./records.ts";
import { governancePayloadType } from "./records.ts";
import type { Refusal } from "./signatures.ts";
import { needCheckpoint, needName, needSelfSignature, needSignatures } from "./signatures.ts";

const SIZE_BYTES_MAX = 64 * 1024 * 1024;
const DEPTH_MAX = 64;

/**
 * Reads all governance files at once: keys first, then revocations, then what those keys have signed.
 * A file that does not verify is a problem and is never used. Pure.
 */
export function readGovernanceFiles(files: readonly GovernanceFile[]): Governance {
  const reader = new Reader(files);
  const keys: TrustedKey[] = [];
  for (const { envelope, ...verified } of reader.readAll("key")) {
    const key = reader.hold(verified.file, needSelfSignature(envelope, verified.record, verified.file));
    if (key === null) continue;
    const known = keys.some((one) => one.key.fingerprint === key.fingerprint);
    if (known) reader.refuse(verified.file, { code: "duplicate", text: "another file names the same key" });
    else keys.push({ ...verified, key });
  }
  const revocations = reader
    .readAll("revocation")
    .filter(({ file, envelope }) => reader.hold(file, needSignatures(envelope, keys, [], [{ use: "any" }])) !== null);
  const revoked = revocations.map(({ record }) => record.fingerprint);
  const signed = <Kind extends GovernanceKind>(
    kind: Kind,
    needs: (record: GovernanceRecords[Kind]) => Parameters<typeof needSignatures>[3],
  ): Verified<GovernanceRecords[Kind]>[] =>
    reader
      .readAll(kind)
      .flatMap(({ envelope, ...verified }) =>
        reader.hold(verified.file, needSignatures(envelope, keys, revoked, needs(verified.record))) === null
          ? []
          : [verified],
      );
  const promotions = signed("promotion", () => [{ use: "ledger" }]).filter(
    ({ file, record }) => reader.hold(file, needCheckpoint(record, keys)) !== null,
  );
  const both = ({ owner, approver }: { readonly owner: string; readonly approver: string }) =>
    [
      { use: "person", owner },
      { use: "person", owner: approver },
    ] as const;
  const waivers = signed("waiver", both);
  const exceptions = signed("exception", both).filter(
    ({ file, record }) => reader.hold(file, needName(file, record.id)) !== null,
  );
  const exceptionEvents = signed("exception-event", ({ by }) => [{ use: "person", owner: by }]);
  const pins = signed("pin", ({ owner }) => [{ use: "person", owner }]);
  return {
    keys,
    revocations: revocations.map(({ record: { fingerprint, revokedAt } }) => ({ fingerprint, revokedAt })),
    promotions,
    pins,
    waivers: waivers.map(({ file, digest, record }) => ({ file, digest, waiver: record })),
    exceptions,
    exceptionEvents,
    files: reader.verified(),
    problems: reader.problems,
  };
}

type Read<Kind extends GovernanceKind> = Verified<GovernanceRecords[Kind]> & { readonly envelope: Envelope };

class Reader {
  readonly problems: GovernanceProblem[] = [];
  readonly #files: readonly GovernanceFile[];

  constructor(files: readonly GovernanceFile[]) {
    this.#files = files;
  }

  readAll<Kind extends GovernanceKind>(kind: Kind): Read<Kind>[] {
    return this.#files.filter((one) => one.kind === kind).flatMap((one) => this.#read(kind, one));
  }

  /** Passes on what is good; what is refused becomes a problem and null. */
  hold<T extends object>(file: string, result: T | Refusal): T | null {
    if (!("code" in result)) return result;
    this.refuse(file, result);
    return null;
  }

  refuse(file: string, { code, text }: Refusal): void {
    this.problems.push({ file, code, text });
  }

  /** Every file that nothing was said against. */
  verified(): { file: string; kind: GovernanceKind; digest: string }[] {
    return this.#files
      .filter(({ file }) => !this.problems.some((one) => one.file === file))
      .map(({ file, kind, bytes }) => ({ file, kind, digest: digestOfBytes(bytes ?? Buffer.alloc(0)) }));
  }

  #read<Kind extends GovernanceKind>(kind: Kind, { file, bytes }: GovernanceFile): Read<Kind>[] {
    if (bytes === null) {
      this.refuse(file, { code: "unreadable", text: "the file cannot be read" });
      return [];
    }
    try {
      const envelope = readEnvelope(bytes, file);
      if (envelope.payloadType !== governancePayloadType(kind))
        throw new ShapeError(`it is of type "${envelope.payloadType}"`);
      const payload = readJson(envelope.payload, { file, sizeBytesMax: SIZE_BYTES_MAX, depthMax: DEPTH_MAX });
      const record = GOVERNANCE_READER[kind](new Shape(payload, kind));
      return [{ file, digest: digestOfBytes(bytes), record, envelope }];
    } catch (thrown) {
      if (!isHoldpointError(thrown) && !(thrown instanceof ShapeError)) throw thrown;
      this.refuse(file, { code: "malformed", text: thrown.message });
      return [];
    }
  }
}

function digestOfBytes(bytes: Uint8Array): string {
  return `sha256:${sha256Hex(bytes)}`;
}
