import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { use, useState, type ReactElement } from "react";

import { ChooseLanguageContext } from "../i18n/choose-language.ts";
import { LANGUAGES, useLanguage, useMessages, type Language } from "../i18n/language.ts";
import { AccountSettings } from "../settings/account.tsx";
import { DataSettings } from "../settings/data.tsx";
import { chooseTheme, chosenTheme, THEMES } from "../settings/theme.ts";
import { TopBar } from "../shell/top-bar.tsx";

const client = new QueryClient({ defaultOptions: { mutations: { networkMode: "always" } } });

export function Settings(): ReactElement {
  const t = useMessages();
  const language = useLanguage();
  const choose = use(ChooseLanguageContext);
  const [theme, setTheme] = useState(chosenTheme);
  return (
    <main id="content" className="view" tabIndex={-1}>
      <TopBar title={t.settings} />
      <div className="view-body settings">
        <section aria-labelledby="appearance">
          <h2 id="appearance">{t.appearance}</h2>
          <fieldset className="segments">
            <legend>{t.theme}</legend>
            {THEMES.map((each) => (
              <label key={each}>
                <input
                  type="radio"
                  name="theme"
                  checked={theme === each}
                  onChange={() => {
                    chooseTheme(each);
                    setTheme(each);
                  }}
                />
                <span>{t.themes[each]}</span>
              </label>
            ))}
          </fieldset>
          <label className="setting">
            <span>{t.language}</span>
            <select value={language} onChange={(event) => void choose(event.target.value as Language)}>
              {Object.entries(LANGUAGES).map(([code, name]) => (
                <option key={code} value={code} lang={code}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </section>
        <QueryClientProvider client={client}>
          <AccountSettings />
          <DataSettings />
        </QueryClientProvider>
      </div>
    </main>
  );
}
