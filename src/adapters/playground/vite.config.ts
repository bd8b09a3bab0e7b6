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
    // Monaco is one large module: splitting it further would only add round trips.
    chunkSizeWarningLimit: 4000,
    rollupOptions: {
      onwarn(warning, warn) {
        // Many dependencies contain "use client", a directive for React servers. It has no effect here.
        if (warning.code !== "MODULE_LEVEL_DIRECTIVE") warn(warning);
      },
    },
  },
});
