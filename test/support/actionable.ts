import { AppError } from "../../src/core/shared/errors.js";

/** Runs the action; only errors that a caller can act on may leave it. */
export function actionable<T>(action: () => T): T | null {
  try {
    return action();
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
