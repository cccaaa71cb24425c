import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";

const WAIT_MAX_MS = 600_000;
const POLL_MS = 200;

/** Runs `work` while no other bootstrap installs here; npm ci removes node_modules, so the lock is elsewhere. */
export async function withInstallLock(root, work) {
  const folder = join(root, ".holdpoint");
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, "bootstrap.lock");
  const mine = { pid: process.pid, host: hostname(), token: randomUUID() };
  await acquire(lock, mine);
  try {
    return await work();
  } finally {
    if (ownerOf(lock)?.token === mine.token) rmSync(lock, { force: true });
  }
}

async function acquire(lock, mine) {
  const prepared = `${lock}.${mine.token}`;
  writeFileSync(prepared, JSON.stringify(mine));
  try {
    for (let waitedMs = 0; !linked(prepared, lock); waitedMs += POLL_MS) {
      const owner = ownerOf(lock);
      if (owner !== null && isDead(owner)) {
        removeDead(lock, owner, mine);
        continue;
      }
      if (waitedMs === 0) process.stderr.write("bootstrap: waits for another one that is installing\n");
      if (waitedMs >= WAIT_MAX_MS)
        throw new Error(`waited ${WAIT_MAX_MS / 1000} s for ${lock}; remove it if nothing installs`);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  } finally {
    rmSync(prepared, { force: true });
  }
}

/** A hard link appears at once and with its content, so that a lock without an owner cannot be seen. */
function linked(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

function ownerOf(lock) {
  try {
    return JSON.parse(readFileSync(lock, "utf8"));
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw new Error(`${lock} is not readable as a lock; remove it if nothing installs`, { cause: error });
  }
}

function isDead(owner) {
  if (owner.host !== hostname()) return false;
  try {
    process.kill(owner.pid, 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}

/** Moves the dead lock away first: if it turns out to be a newer, living one, it goes back. */
function removeDead(lock, dead, mine) {
  const aside = `${lock}.dead.${mine.token}`;
  try {
    renameSync(lock, aside);
  } catch (error) {
    if (error.code === "ENOENT") return;
    throw error;
  }
  if (ownerOf(aside)?.token !== dead.token) linked(aside, lock);
  rmSync(aside, { force: true });
}
