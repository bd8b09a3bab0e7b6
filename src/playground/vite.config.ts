import { defineConfig } from "vite";

const directory = import.meta.dirname;

/** The playground as static files in dist/playground; `vite dev` passes questions on to a server on port 4000. */
export default defineConfig({
  root: directory,
  base: "/playground/",
  server: { proxy: { "/graphql": "http://127.0.0.1:4000" } },
  worker: { format: "es" },
  build: {
    outDir: "../../dist/playground",
    emptyOutDir: true,
    target: "es2022",
    // Monaco is one editor: splitting it further would only add round trips.
    chunkSizeWarningLimit: 4000,
    rollupOptions: {
      onwarn(warning, warn) {
        // "use client" in a hundred modules of dependencies: meant for React servers, of which there is none.
        if (warning.code !== "MODULE_LEVEL_DIRECTIVE") warn(warning);
      },
    },
  },
});
