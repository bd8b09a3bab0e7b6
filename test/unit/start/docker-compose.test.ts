import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

const root = join(import.meta.dirname, "../../..");
const file = join(root, "docker-compose.yml");
const text = readFileSync(file, "utf8");

const service = z.object({
  ports: z.array(z.string()).optional(),
  network_mode: z.string().optional(),
  environment: z.record(z.string(), z.string()).optional(),
  healthcheck: z.object({ test: z.array(z.string()) }),
  build: z.object({ dockerfile_inline: z.string() }).optional(),
});
const { services } = z.object({ services: z.record(z.string(), service) }).parse(parse(text, { merge: true }));

test("ports are published on this machine's loopback only, and the API listens on loopback", () => {
  const published = Object.values(services).flatMap(({ ports }) => ports ?? []);
  expect(published).toEqual(["127.0.0.1:${PORT:-4000}:4001"]);
  expect(services["api"]?.environment?.["HOST"]).toBe("127.0.0.1");
  expect(services["api"]?.network_mode).toBe("service:door");
});

test("no password has a default", () => {
  const mentions = text.match(/\$\{NEO4J_PASSWORD[^}]*\}/g) ?? [];
  expect(mentions).toHaveLength(2);
  for (const mention of mentions) expect(mention).toMatch(/^\$\{NEO4J_PASSWORD:\?Set NEO4J_PASSWORD /);
});

test("every service has a health check, and the image is built locally", () => {
  expect(Object.keys(services).sort()).toEqual(["api", "door", "neo4j"]);
  for (const { healthcheck } of Object.values(services)) expect(healthcheck.test.length).toBeGreaterThan(1);
  expect(services["api"]?.build?.dockerfile_inline).toContain("npm run build");
  expect(services["door"]?.build).toEqual(services["api"]?.build);
});

const hasCompose = spawnSync("docker", ["compose", "version"]).status === 0;
if (!hasCompose) console.warn("skipped: `docker compose config` was not tried, as this machine has no docker compose");
const composeTest = hasCompose ? test : test.skip;

composeTest("docker compose accepts the file with a password, and names the missing variable without one", () => {
  const config = (environment: NodeJS.ProcessEnv) =>
    execFileSync("docker", ["compose", "--env-file", "/dev/null", "-f", file, "config", "--format", "json"], {
      env: environment,
      encoding: "utf8",
      stdio: "pipe",
    });
  const { PATH, HOME } = process.env;
  expect(JSON.parse(config({ PATH, HOME, NEO4J_PASSWORD: "a-password" }))).toMatchObject({
    services: { api: { environment: { NEO4J_PASSWORD: "a-password" } } },
  });
  expect(() => config({ PATH, HOME })).toThrow("Set NEO4J_PASSWORD");
});
