import { createContext } from "react";

import type { Language } from "./language.ts";

export const ChooseLanguageContext = createContext<(language: Language) => Promise<void>>(async () => undefined);
