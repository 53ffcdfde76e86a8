import type { ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Icon } from "../ui/icons.tsx";
import type { en } from "../i18n/en.ts";

/** Arrows that point the other way where one writes from right to left. */
const [INWARDS, OUTWARDS] = ["→", "←"];
const MIRRORED: Readonly<Record<string, string>> = { [INWARDS]: OUTWARDS, [OUTWARDS]: INWARDS };

type Name = keyof (typeof en)["shortcutNames"];

const SHEET: Readonly<Record<keyof (typeof en)["shortcutGroups"], readonly (readonly [Name, ...string[]])[]>> = {
  anywhere: [
    ["quickAdd", "Q"],
    ["search", "/"],
    ["undo", "U"],
    ["help", "?"],
    ["escape", "Esc"],
  ],
  go: [
    ["inbox", "G", "I"],
    ["today", "G", "T"],
    ["upcoming", "G", "U"],
  ],
  list: [
    ["next", "↑", "↓"],
    ["open", "Enter"],
    ["rename", "F2"],
    ["complete", "E"],
    ["select", "X"],
    ["selectRange", "Shift", "↑", "↓"],
    ["selectAll", "Ctrl", "A"],
    ["reorder", "Alt", "↑", "↓"],
    ["indent", "Alt", INWARDS],
    ["outdent", "Alt", OUTWARDS],
    ["due", "T"],
    ["priority", "0", "4"],
    ["move", "M"],
    ["labels", "L"],
    ["trash", "Del"],
  ],
};

const GROUPS = ["anywhere", "go", "list"] as const;

export default function Help({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useMessages();
  const isRtl = document.documentElement.dir === "rtl";
  return (
    <Dialog label={t.shortcuts} onClose={onClose}>
      <div className="dialog-head">
        <h2>{t.shortcuts}</h2>
        <button type="button" className="icon-button" aria-label={t.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <div className="help">
        {GROUPS.map((group) => (
          <section key={group}>
            <h3>{t.shortcutGroups[group]}</h3>
            <dl>
              {SHEET[group].map(([name, ...keys]) => (
                <div key={name}>
                  <dt>{t.shortcutNames[name]}</dt>
                  <dd>
                    {keys.map((key) => (
                      <kbd key={key}>{isRtl ? (MIRRORED[key] ?? key) : key}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
