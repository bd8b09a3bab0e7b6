import { HISTORY_PLUGIN } from "@graphiql/plugin-history";
import { GraphiQL } from "graphiql";
import { examples } from "./examples.js";
import { EXAMPLES_PLUGIN } from "./examples-plugin.js";
import { fetchFromServer } from "./fetcher.js";

const plugins = [EXAMPLES_PLUGIN, HISTORY_PLUGIN];
const defaultTabs = examples.map(({ query }) => ({ query }));

/** GraphiQL on this server's schema. Tabs are kept in the browser; on a first visit they are the examples. */
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

/** The user's choice in GraphiQL's settings, which GraphiQL itself forgets on reload unless keeping headers is the default. */
function wantsHeadersKept(): boolean {
  return localStorage.getItem("graphiql:shouldPersistHeaders") === "true";
}
