import { HISTORY_PLUGIN } from "@graphiql/plugin-history";
import { GraphiQL } from "graphiql";
import { examples } from "./examples.js";
import { EXAMPLES_PLUGIN } from "./examples-plugin.js";
import { fetchFromServer } from "./fetcher.js";

const plugins = [EXAMPLES_PLUGIN, HISTORY_PLUGIN];
const defaultTabs = examples.map(({ query }) => ({ query }));

/** GraphiQL on this server's schema. The browser keeps the tabs; on a first visit they contain the examples. */
export function Playground() {
  return (
    <GraphiQL
      fetcher={fetchFromServer}
      plugins={plugins}
      defaultTabs={defaultTabs}
      defaultEditorToolsVisibility={false}
      shouldPersistHeaders={wantsHeadersKept()}
      showPersistHeadersSettings
      inputValueDeprecation
      schemaDescription
    >
      <GraphiQL.Logo>
        <h1>Lineage</h1>
      </GraphiQL.Logo>
    </GraphiQL>
  );
}

/** The choice in GraphiQL's settings. GraphiQL restores it after a reload only if keeping headers is the default. */
function wantsHeadersKept(): boolean {
  return localStorage.getItem("graphiql:shouldPersistHeaders") === "true";
}
