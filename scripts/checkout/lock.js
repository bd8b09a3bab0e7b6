import { mkdirSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const beatMs = 1_000;
/** A holder that has not renewed the lock for this long counts as killed. */
const staleAfterMs = 10_000;

/**
 * Runs the work while no other start of this checkout does: concurrent installations would remove each other's
 * packages. The lock is a folder whose modification time its holder renews; without renewals it counts as abandoned.
 */
export async function withLock(root, signal, work) {
  const lock = join(root, ".start-lock");
  await acquire(lock, signal);
  const beat = setInterval(() => renew(lock), beatMs);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    rmSync(lock, { recursive: true, force: true });
  }
}

function renew(lock) {
  try {
    utimesSync(lock, new Date(), new Date());
  } catch {
    // This process was suspended for so long that another start took over the lock.
  }
}

async function acquire(lock, signal) {
  for (let isAnnounced = false; !tryAcquire(lock); isAnnounced = true) {
    if (!isAnnounced) console.error("Another start of this checkout is installing or building; waiting for it");
    await wait(500, undefined, { signal });
  }
}

function tryAcquire(lock) {
  try {
    mkdirSync(lock);
    return true;
  } catch (cause) {
    if (cause.code !== "EEXIST") throw cause;
  }
  if (ageMs(lock) > staleAfterMs) removeStale(lock);
  return false;
}

/** Of several starts that find the stale lock, only one can rename it. */
function removeStale(lock) {
  const removed = `${lock}.${process.pid}`;
  try {
    renameSync(lock, removed);
    rmSync(removed, { recursive: true });
  } catch {
    // Another start renamed it first.
  }
}

function ageMs(lock) {
  try {
    return Date.now() - statSync(lock).mtimeMs;
  } catch {
    return 0;
  }
}
