import { useGraphiQL, useGraphiQLActions, type GraphiQLPlugin } from "@graphiql/react";
import type { Example } from "./example.js";
import { examples } from "./examples.js";

/** The sidebar panel that opens an example unchanged, even if its tab was edited or closed. */
export const EXAMPLES_PLUGIN: GraphiQLPlugin = { title: "Examples", icon: ExamplesIcon, content: ExamplesPanel };

function ExamplesPanel() {
  const openExample = useOpenExample();
  return (
    <section className="playground-examples" aria-labelledby="playground-examples-title">
      <h2 id="playground-examples-title">Examples</h2>
      <p>Opens the original example. Your edits stay in their own tabs.</p>
      <ol>
        {examples.map((example) => (
          <li key={example.title}>
            <button type="button" onClick={() => openExample(example)}>
              {example.title}
            </button>
            {example.description && <p>{example.description}</p>}
          </li>
        ))}
      </ol>
      <h3>Principal</h3>
      <p>
        To write as a principal, add this under Headers: <code>{'{ "x-lineage-principal": "ada" }'}</code>
      </p>
    </section>
  );
}

function useOpenExample(): (example: Example) => void {
  const actions = useGraphiQLActions();
  const tabs = useGraphiQL((state) => state.tabs);
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  return ({ query }) => {
    const index = tabs.findIndex((tab) => tab.query === query);
    if (index >= 0) return actions.changeTab(index);
    actions.addTab();
    queryEditor?.setValue(query);
    // The editor reports its change with a delay; until then the tab would have no name.
    actions.updateActiveTabValues({ query });
  };
}

function ExamplesIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round">
      <path d="M4 6h.01M4 12h.01M4 18h.01M9 6h11M9 12h11M9 18h7" />
    </svg>
  );
}
