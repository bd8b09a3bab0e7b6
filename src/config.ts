import { resolve } from "node:path";
import { z } from "zod";
import { type Limits, defaultLimits } from "./core/api/limits.js";

/** Thrown when the configuration is invalid; the message lists every problem. */
export class ConfigError extends Error {}

const loopback = new Set(["127.0.0.1", "::1", "localhost"]);
const whole = (least: number, most: number, fallback: number) =>
  z.coerce
    .number({ error: "is not a number" })
    .int("is not a whole number")
    .min(least, `is less than ${least}`)
    .max(most, `is more than ${most}`)
    .default(fallback);
const onOff = (fallback: "on" | "off") =>
  z
    .enum(["on", "off"], { error: "is neither on nor off" })
    .default(fallback)
    .transform((value) => value === "on");

/** Every variable that the server reads. */
export const environment = z.object({
  PORT: whole(0, 65_535, 4000),
  HOST: z
    .string()
    .default("127.0.0.1")
    .refine(
      (host) => loopback.has(host),
      "is not a loopback address (127.0.0.1, ::1 or localhost); there is no authentication yet, so the server may not be reachable from other machines",
    ),
  NEO4J_URI: z
    .string()
    .regex(/^(bolt|neo4j)(\+s|\+ssc)?:\/\/\S+$/, "does not begin with bolt://, neo4j:// or their +s and +ssc forms")
    .optional(),
  NEO4J_USER: z.string().default("neo4j"),
  NEO4J_PASSWORD: z.string().default(""),
  NEO4J_DATABASE: z.string().min(1, "is empty").default("neo4j"),
  LINEAGE_HOME: z.string().min(1, "is empty").default(".lineage"),
  LINEAGE_EXAMPLE: onOff("on"),
  LINEAGE_INTROSPECTION: onOff("on"),
  LINEAGE_BLIND_SPOTS: z.enum(["report", "block"], { error: "is neither report nor block" }).default("report"),
  NODE_ENV: z.string().default("development"),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], {
      error: "is not one of fatal, error, warn, info, debug, trace, silent",
    })
    .default("info"),
  LINEAGE_MAX_BODY_BYTES: whole(1_000, 10_000_000, defaultLimits.bodyBytes),
  LINEAGE_MAX_BATCH_BYTES: whole(1_000, 200_000_000, defaultLimits.batchBytes),
  LINEAGE_MAX_BATCH_FACTS: whole(1, 10_000, defaultLimits.batchFacts),
  LINEAGE_MAX_TOKENS: whole(50, 100_000, defaultLimits.tokens),
  LINEAGE_MAX_DEPTH: whole(3, 100, defaultLimits.depth),
  LINEAGE_MAX_ALIASES: whole(1, 1_000, defaultLimits.aliases),
  LINEAGE_MAX_COST: whole(100, 1_000_000, defaultLimits.cost),
  LINEAGE_MAX_CLOSURE_NODES: whole(1, 10_000_000, defaultLimits.closureNodes),
  LINEAGE_MAX_CLOSURE_MS: whole(10, 600_000, defaultLimits.closureMs),
  LINEAGE_REQUEST_TIMEOUT_MS: whole(100, 600_000, defaultLimits.requestMs),
  LINEAGE_BATCH_TIMEOUT_MS: whole(100, 600_000, defaultLimits.batchMs),
});

/** The validated configuration. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Null if a local Neo4j is to be started. */
  readonly neo4j: { readonly uri: string; readonly user: string; readonly password: string } | null;
  readonly database: string;
  readonly home: string;
  readonly loadsExample: boolean;
  readonly allowsIntrospection: boolean;
  /** Blind spots make the verdict of a deletion UNKNOWN. */
  readonly blocksBlindSpots: boolean;
  readonly logLevel: z.output<typeof environment>["LOG_LEVEL"];
  /** Disables hints about the schema in messages. */
  readonly isProduction: boolean;
  readonly limits: Limits;
}

/**
 * Reads the configuration.
 * @throws ConfigError that lists every problem at once, with the value unless it is a secret.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  // An empty variable counts as not set, because compose files and shells pass unset variables as empty ones.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const { data, error } = environment.safeParse(given);
  if (error)
    throw new ConfigError(
      ["the configuration is invalid:", ...error.issues.map((issue) => describeProblem(issue, given))].join("\n  "),
    );
  return toConfig(data);
}

function toConfig(env: z.output<typeof environment>): Config {
  return {
    host: env.HOST,
    port: env.PORT,
    neo4j:
      env.NEO4J_URI === undefined
        ? null
        : { uri: env.NEO4J_URI, user: env.NEO4J_PASSWORD === "" ? "" : env.NEO4J_USER, password: env.NEO4J_PASSWORD },
    database: env.NEO4J_DATABASE,
    home: resolve(env.LINEAGE_HOME),
    loadsExample: env.LINEAGE_EXAMPLE,
    allowsIntrospection: env.LINEAGE_INTROSPECTION,
    blocksBlindSpots: env.LINEAGE_BLIND_SPOTS === "block",
    logLevel: env.LOG_LEVEL,
    isProduction: env.NODE_ENV === "production",
    limits: {
      bodyBytes: env.LINEAGE_MAX_BODY_BYTES,
      batchBytes: env.LINEAGE_MAX_BATCH_BYTES,
      batchFacts: env.LINEAGE_MAX_BATCH_FACTS,
      tokens: env.LINEAGE_MAX_TOKENS,
      depth: env.LINEAGE_MAX_DEPTH,
      aliases: env.LINEAGE_MAX_ALIASES,
      cost: env.LINEAGE_MAX_COST,
      closureNodes: env.LINEAGE_MAX_CLOSURE_NODES,
      closureMs: env.LINEAGE_MAX_CLOSURE_MS,
      requestMs: env.LINEAGE_REQUEST_TIMEOUT_MS,
      batchMs: env.LINEAGE_BATCH_TIMEOUT_MS,
    },
  };
}

function describeProblem(issue: z.core.$ZodIssue, given: Readonly<Record<string, string | undefined>>): string {
  const name = String(issue.path[0]);
  const value = name === "NEO4J_PASSWORD" ? "***" : maskPassword(given[name] ?? "");
  return `${name}=${value} ${issue.message}`;
}

/** The configuration for display, with secrets masked. */
export function describeConfig(config: Config): string {
  const masked = {
    ...config,
    neo4j: config.neo4j && {
      ...config.neo4j,
      uri: maskPassword(config.neo4j.uri),
      password: config.neo4j.password === "" ? "" : "***",
    },
  };
  return JSON.stringify(masked, null, 2);
}

function maskPassword(text: string): string {
  return text.replace(/(\/\/[^:/@\s]*:)[^@\s]*@/, "$1***@");
}

/** The whole environment, for child processes. */
export function inheritedEnvironment(): NodeJS.ProcessEnv {
  return process.env;
}
