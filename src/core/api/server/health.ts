import { Router } from "express";

/** A condition for serving requests. */
export interface ReadinessCheck {
  readonly name: string;
  /** Resolves if the condition is met. Otherwise rejects with an error whose message states the reason. */
  readonly check: () => Promise<void>;
}

const checkTimeoutMs = 1_000;

/** /healthz reports that the process is alive, without the database. /readyz reports whether it can serve requests. */
export function createHealthRouter(checks: readonly ReadinessCheck[]): Router {
  const router = Router();
  router.get("/healthz", (_request, response) => void response.json({ status: "alive" }));
  router.get("/readyz", async (_request, response) => {
    const results = await Promise.all(checks.map(async ({ name, check }) => [name, await outcomeOf(check)] as const));
    const isReady = results.every(([, outcome]) => outcome === "ok");
    response
      .status(isReady ? 200 : 503)
      .set("cache-control", "no-store")
      .json({ status: isReady ? "ready" : "not ready", checks: Object.fromEntries(results) });
  });
  return router;
}

async function outcomeOf(check: () => Promise<void>): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no response within ${checkTimeoutMs} ms`)), checkTimeoutMs);
  });
  try {
    await Promise.race([check(), timeout]);
    return "ok";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    clearTimeout(timer);
  }
}
