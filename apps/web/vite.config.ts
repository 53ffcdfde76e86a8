import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

import { contentSecurityPolicy } from "./build/csp.ts";
import { worksOffline } from "./build/offline.ts";

/** Where `todo up` answers, for development; Better Auth takes requests of its own origin only. */
const target = process.env["TODO_UP"] ?? "http://127.0.0.1:8000";
const proxy = { "/v1": target, "/api/auth": { target, headers: { origin: target } } };

export default defineConfig({
  plugins: [react(), contentSecurityPolicy(), worksOffline()],
  server: { host: "127.0.0.1", proxy },
  preview: { host: "127.0.0.1", proxy },
  build: {
    target: "es2023",
    assetsInlineLimit: 0, // the policy takes nothing that is written into the page
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 600,
    // All that the entry needs at once in one file: in thirty, each compresses badly.
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: "index", test: /\/src\/main\.tsx$/ }] },
        hashCharacters: "base36", // no name can look like a gap that was not filled in
      },
    },
  },
});
