import { probeGateway } from "@holdpoint/gateway";
import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import type { Answer, CommonFlags } from "../verb.ts";
import { VERSION } from "../version.ts";

const RANDOM_BYTES = 4;

export default async function gatewayProbe(host: Host, _flags: CommonFlags): Promise<Answer> {
  const { nowMs, randomBytes: entropy } = host;
  const random = (): number => Buffer.from(entropy(RANDOM_BYTES)).readUInt32BE() / 2 ** 32;
  const { announced, rules } = await probeGateway({ nowMs, randomBytes: entropy, random });
  const open = rules.filter(({ expected, got }) => got !== expected);
  const isWhole = rules.length === announced && open.length === 0;
  return {
    exit: isWhole ? EXIT.pass : EXIT.hold,
    json: () => ({ schema: "holdpoint/gateway-probe/v1", version: VERSION, announced, rules }),
    text: () =>
      [
        ...open.map(({ id, attempted, expected, got }) => `${id}: ${attempted}: ${got}, not ${expected}`),
        `${rules.length - open.length} of ${announced} fail-closed rules refused as they must.`,
      ].join("\n"),
  };
}
