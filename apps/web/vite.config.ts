import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

import { contentSecurityPolicy } from "./build/csp.ts";
import { worksOffline } from "./build/offline.ts";

const api = process.env["TODO_API"] ?? "http://127.0.0.1:8000";
const auth = process.env["TODO_AUTH"] ?? "http://127.0.0.1:8001";
const proxy = { "/v1": api, "/api/auth": auth };

export default defineConfig({
  plugins: [react(), contentSecurityPolicy(), worksOffline()],
  server: { host: "127.0.0.1", proxy },
  preview: { host: "127.0.0.1", proxy },
  build: {
    target: "es2023",
    assetsInlineLimit: 0, // the policy takes nothing that is written into the page
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 400,
  },
});
