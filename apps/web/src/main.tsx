import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/noto-sans-arabic/wght.css";
import "./styles/all.css";

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import { applyDirection, chosenLanguage, messagesOf } from "./i18n/language.ts";
import { Root } from "./root.tsx";
import { Entry } from "./session/entry.ts";

const language = chosenLanguage();
applyDirection(language);
const messages = await messagesOf(language);
const place = document.querySelector("#root");
if (place === null) throw new Error("The page has no place for the app.");
createRoot(place).render(
  <StrictMode>
    <Root entry={new Entry()} first={{ language, t: messages }} />
  </StrictMode>,
);

if (import.meta.env.PROD && "serviceWorker" in navigator) {
  navigator.serviceWorker.register("/sw.js").catch(() => undefined); // without it, the app starts online only
}
