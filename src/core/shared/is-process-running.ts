import { faultCode } from "./fault.js";

/** Whether a process of this host exists. */
export function isProcessRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // The process of another user exists but cannot be signalled.
    return faultCode(error) === "EPERM";
  }
}
