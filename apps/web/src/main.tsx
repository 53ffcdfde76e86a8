import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/noto-sans-arabic/wght.css";
import "./styles/all.css";

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import { applyDirection, chosenLanguage, messagesOf } from "./i18n/language.ts";
import { Root } from "./root.tsx";
import { Entry } from "./session/entry.ts";

/** Nothing is waited for at the top: another language's file imports what is in this one. */
async function start(place: Element): Promise<void> {
  const language = chosenLanguage();
  applyDirection(language);
  const t = await messagesOf(language);
  createRoot(place).render(
    <StrictMode>
      <Root entry={new Entry()} first={{ language, t }} />
    </StrictMode>,
  );
}

const place = document.querySelector("#root");
if (place === null) throw new Error("The page has no place for the app.");
void start(place);

if (import.meta.env.PROD && "serviceWorker" in navigator) {
  navigator.serviceWorker.register("/sw.js").catch(() => undefined); // without it, the app starts online only
}
