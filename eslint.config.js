import { fileURLToPath } from "node:url";
import js from "@eslint/js";
import graphqlPlugin from "@graphql-eslint/eslint-plugin";
import boundaries from "eslint-plugin-boundaries";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";
import { findBrowserEntries } from "./scripts/browser-entries.js";

/**
 * The layers of `src`, lowest first. Imports point to lower layers only. Within `core`, `catalog` and `adapters` the
 * folders are ordered as well. Features may import each other.
 */
const core = {
  shared: [],
  python: ["shared"],
  graph: ["shared"],
  facts: ["graph", "shared"],
  api: ["facts", "graph", "shared"],
};
const coreFolders = Object.keys(core);
/** The folders of the catalog, lowest first. `ref` contains the references against this order. */
const catalogOrder = {
  ref: [],
  code: ["ref"],
  environment: ["ref"],
  content: [],
  dataset: ["ref", "content"],
  measure: ["ref", "dataset"],
  model: ["ref", "content", "measure"],
  run: ["ref", "code", "environment", "measure", "model", "dataset"],
  deployment: ["ref", "code", "environment", "model", "dataset", "run"],
};
const catalog = Object.keys(catalogOrder);
/** Pages use only the API: they import no source outside their own folder. */
const pages = findBrowserEntries(import.meta.dirname);
const pageFiles = pages.map((folder) => `${folder}/**/*.{ts,tsx}`);

const layers = {
  ...core,
  ...Object.fromEntries(catalog.map((folder) => [folder, [...catalogOrder[folder], ...coreFolders]])),
  // Resolves references of all kinds, and therefore comes last in the catalog.
  reference: [...catalog, ...coreFolders],
  features: ["features", "reference", ...catalog, ...coreFolders],
  "local-neo4j": ["shared"],
  ingest: [...catalog, ...coreFolders],
  importers: ["ingest", "shared", "python", ...catalog],
  // Formats of answers, for catalog records and the features' answers.
  exporters: ["features", "reference", ...catalog, "shared"],
  ...Object.fromEntries(pages.map((page) => [page, []])),
  // Reports facts as any other source does, and takes decisions through the services of the features.
  example: ["ingest", "features", "reference", ...catalog, "api", "graph", "shared"],
  // Captures commands on this machine as facts, which the CLI sends.
  capture: ["ingest", "shared", "python", ...catalog],
  // The CLI is an API client: of the server it imports only the shape of facts. `src/cli.ts` passes it the server.
  cli: ["capture", "importers", "ingest", "shared"],
  composition: [
    ...coreFolders,
    ...catalog,
    "reference",
    "features",
    "local-neo4j",
    "ingest",
    "exporters",
    "example",
    "cli",
  ],
};
const elements = [
  ...coreFolders.map((type) => ({ type, pattern: `src/core/${type}` })),
  { type: "reference", pattern: "src/catalog/reference" },
  ...catalog.map((type) => ({ type, pattern: `src/catalog/${type}` })),
  { type: "features", pattern: "src/features/*" },
  { type: "capture", pattern: "src/adapters/cli/capture" },
  ...pages.map((pattern) => ({ type: pattern, pattern })),
  ...["local-neo4j", "ingest", "importers", "exporters", "example", "cli"].map((type) => ({
    type,
    pattern: `src/adapters/${type}`,
  })),
  { type: "composition", pattern: "src/*.ts", mode: "file" },
];

export default tseslint.config(
  {
    ignores: [
      "dist/",
      ".dev/",
      "coverage/",
      "node_modules/",
      ".lineage/",
      "test/fixtures/",
      "src/adapters/cli/generated/",
    ],
  },
  {
    files: ["**/*.{ts,tsx}", "**/*.js"],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        URL: "readonly",
        setTimeout: "readonly",
        setInterval: "readonly",
        clearInterval: "readonly",
        clearTimeout: "readonly",
        fetch: "readonly",
        Buffer: "readonly",
        AbortController: "readonly",
        performance: "readonly",
      },
    },
    rules: { eqeqeq: ["error", "always", { null: "ignore" }], "no-console": "off" },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true, allowNullish: true },
      ],
      "@typescript-eslint/no-confusing-void-expression": "off",
      // GraphQL types are classes only for the schema builder; resolvers return plain objects of the same shape.
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
      "@typescript-eslint/no-misused-spread": "off",
      // The slowest rule. It checks values of enums, which no-restricted-syntax forbids.
      "@typescript-eslint/no-unsafe-enum-assignment": "off",
      // An implementation of an asynchronous interface may be synchronous.
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: false }],
      "no-restricted-syntax": [
        "error",
        { selector: "TSEnumDeclaration", message: "use a tuple of strings and its type" },
      ],
    },
  },
  {
    files: ["src/core/graph/**/*.ts", "src/core/facts/**/*.ts"],
    rules: {
      "@typescript-eslint/consistent-type-assertions": [
        "error",
        { assertionStyle: "as", objectLiteralTypeAssertions: "never" },
      ],
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    plugins: { boundaries },
    settings: {
      "import/resolver": { [fileURLToPath(new URL("scripts/import-resolver.cjs", import.meta.url))]: {} },
      "boundaries/root-path": import.meta.dirname,
      "boundaries/elements": elements,
    },
    rules: {
      "boundaries/element-types": [
        "error",
        {
          default: "disallow",
          rules: Object.entries(layers).map(([from, allow]) => ({ from, allow: [...allow, from] })),
        },
      ],
    },
  },
  {
    files: ["src/**/*.ts"],
    ignores: ["src/config.ts", "src/adapters/cli/client-config.ts"],
    rules: {
      "no-restricted-properties": [
        "error",
        {
          object: "process",
          property: "env",
          message: "src/config.ts and the CLI's client-config.ts are the only readers of the environment",
        },
      ],
    },
  },
  {
    files: pageFiles,
    plugins: { "react-hooks": reactHooks },
    languageOptions: {
      globals: { document: "readonly", localStorage: "readonly", self: "readonly", window: "readonly" },
    },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ["test/**/*.ts"],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: false } },
    rules: {
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unused-vars": ["error", { varsIgnorePattern: "^_", argsIgnorePattern: "^_" }],
    },
  },
  {
    files: ["schema/schema.graphql"],
    languageOptions: {
      parser: graphqlPlugin.parser,
      parserOptions: { graphQLConfig: { schema: "schema/schema.graphql" } },
    },
    plugins: { "@graphql-eslint": graphqlPlugin },
    rules: {
      "@graphql-eslint/require-description": [
        "error",
        {
          types: true,
          FieldDefinition: true,
          InputValueDefinition: true,
          EnumValueDefinition: true,
          DirectiveDefinition: true,
        },
      ],
      "@graphql-eslint/no-hashtag-description": "error",
      "@graphql-eslint/naming-convention": [
        "error",
        {
          types: "PascalCase",
          FieldDefinition: "camelCase",
          InputValueDefinition: "camelCase",
          EnumValueDefinition: "UPPER_CASE",
        },
      ],
      "@graphql-eslint/relay-connection-types": "error",
      "@graphql-eslint/relay-edge-types": [
        "error",
        { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false },
      ],
      "@graphql-eslint/relay-page-info": "error",
      "@graphql-eslint/relay-arguments": ["error", { includeBoth: false }],
      "@graphql-eslint/no-unreachable-types": "error",
      "@graphql-eslint/no-typename-prefix": "off",
    },
  },
);
