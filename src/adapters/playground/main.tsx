import "./monaco-workers.js";
import "@graphiql/react/style.css";
import "@graphiql/plugin-doc-explorer/style.css";
import "@graphiql/plugin-history/style.css";
import "graphiql/graphiql.css";
import "./playground.css";
import { createRoot } from "react-dom/client";
import { Playground } from "./playground.js";

const container = document.getElementById("playground");
if (!container) throw new Error("index.html has no element #playground to render into.");
createRoot(container).render(<Playground />);
