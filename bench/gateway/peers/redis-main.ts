import { spawn } from "node:child_process";
import { Redis } from "ioredis";
import { freePort } from "../../harness/free-port.ts";

/** A Redis that flushes before it answers; prints its address when it is ready, ends with this process. */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("redis-main wants a folder");
const port = await freePort();
const settings = {
  bind: "127.0.0.1",
  port: String(port),
  dir: folder,
  appendonly: "yes",
  appendfsync: "always",
  save: "",
  "maxmemory-policy": "noeviction",
};
const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
const redis = spawn("redis-server", args, { stdio: ["ignore", "pipe", "inherit"] });
redis.stdout.setEncoding("utf8").on("data", (text: string) => {
  if (text.includes("Ready to accept connections")) void announce();
});
redis.on("error", (error) => {
  console.error(error.message);
  process.exitCode = 1;
});
redis.on("exit", (code) => {
  process.exitCode = code ?? 1;
});
process.once("SIGTERM", () => redis.kill("SIGTERM"));

/** Prints the address once Redis itself has said that it flushes before it answers. */
async function announce(): Promise<void> {
  const client = new Redis({ host: "127.0.0.1", port, maxRetriesPerRequest: 1 });
  try {
    const policies = [await client.config("GET", "appendonly"), await client.config("GET", "appendfsync")];
    const said = policies.map(String).join(" ");
    if (said !== "appendonly,yes appendfsync,always") throw new Error(`Redis would not flush every write: ${said}`);
    console.log(JSON.stringify({ url: `redis://127.0.0.1:${port}` }));
  } finally {
    client.disconnect();
  }
}
