import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const directory = import.meta.dirname;

/** The playground as static files in dist/playground. `npm run dev` serves it from the sources and updates it after each saved change. */
export default defineConfig({
  root: directory,
  base: "/playground/",
  plugins: [react()],
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
