import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

import type { Plugin } from "vite";

const TEMPLATE = new URL("service-worker.js", import.meta.url);
const PUBLIC = ["/first-paint.js", "/icon.svg", "/manifest.webmanifest"];
/** Of the fonts, the scripts of the app's own languages; others are fetched where a title needs them. */
const FONTS = /(inter-latin|noto-sans-arabic-arabic)-wght-normal-.*\.woff2$/;

/** Writes the service worker, with the names of all files of this build. */
export function worksOffline(): Plugin {
  return {
    name: "works-offline",
    apply: "build",
    enforce: "post",
    generateBundle(_options, bundle) {
      const built = Object.keys(bundle).filter((name) => /\.(js|css)$/.test(name) || FONTS.test(name));
      const files = ["/index.html", ...PUBLIC, ...built.toSorted().map((name) => `/${name}`)];
      const list = JSON.stringify(files);
      const template = readFileSync(TEMPLATE, "utf8");
      const version = createHash("sha256").update(template).update(list).digest("hex").slice(0, 12);
      const source = template.replace("__VERSION__", version).replace("__FILES__", list);
      this.emitFile({ type: "asset", fileName: "sw.js", source });
    },
  };
}
