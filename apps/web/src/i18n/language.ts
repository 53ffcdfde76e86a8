import { createContext, use } from "react";

import { en, type Messages } from "./en.ts";

export const LANGUAGES = { en: "English", ar: "العربية" } as const;
export type Language = keyof typeof LANGUAGES;

const KEY = "todo.language";

export interface Wording {
  readonly language: Language;
  readonly t: Messages;
}

export const WordingContext = createContext<Wording>({ language: "en", t: en });

export function useMessages(): Messages {
  return use(WordingContext).t;
}

export function useLanguage(): Language {
  return use(WordingContext).language;
}

/** What was chosen, or else what the browser asks for. */
export function chosenLanguage(): Language {
  const chosen = localStorage.getItem(KEY);
  if (chosen === "en" || chosen === "ar") return chosen;
  return navigator.language.startsWith("ar") ? "ar" : "en";
}

export async function messagesOf(language: Language): Promise<Messages> {
  return language === "ar" ? (await import("./ar.ts")).ar : en;
}

export function chooseLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
}

export function applyDirection(language: Language): void {
  document.documentElement.lang = language;
  document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
}
