/**
 * When a store was in the state that was read: at the last modification of its files, or at a later time that the record
 * itself names, because copies may have lost the time of modification. Never in the future.
 */
export function observedAtOf(modifiedAt: number, ...recorded: readonly (number | null)[]): number {
  const now = Date.now();
  const times = recorded.filter((time): time is number => Number.isInteger(time) && Number(time) <= now);
  return Math.min(now, Math.max(modifiedAt, ...times));
}
