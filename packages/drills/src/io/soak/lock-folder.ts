import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where the soaks of one user on this machine meet: two work trees may soak one target. */
export function soakLockFolder(): string {
  const user = process.getuid?.() ?? "user";
  return join(tmpdir(), `holdpoint-${user}`, "soak-locks");
}
