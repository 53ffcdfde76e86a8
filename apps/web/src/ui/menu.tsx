import type { ReactElement } from "react";

import { Dialog } from "./dialog.tsx";
import { Icon, type IconName } from "./icons.tsx";

export interface MenuItem {
  readonly icon: IconName;
  readonly text: string;
  readonly run: () => void;
}

interface MenuProps {
  readonly label: string;
  readonly anchor: DOMRect;
  readonly children: readonly MenuItem[];
  readonly onClose: () => void;
}

export function Menu({ label, anchor, children, onClose }: MenuProps): ReactElement {
  return (
    <Dialog label={label} anchor={anchor} kind="palette" onClose={onClose}>
      <ul className="menu">
        {children.map(({ icon, text, run }) => (
          <li key={text}>
            <button
              type="button"
              className="menu-item"
              onClick={() => {
                onClose();
                run();
              }}
            >
              <Icon name={icon} />
              {text}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
