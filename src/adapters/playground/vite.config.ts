import { defineConfig } from "vite";

const directory = import.meta.dirname;

/** The playground as static files in dist/playground. To work on it, run `vite build --watch` beside the server. */
export default defineConfig({
  root: directory,
  base: "/playground/",
  worker: { format: "es" },
  build: {
    outDir: "../../../dist/playground",
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
