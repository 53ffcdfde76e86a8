import type { ReactElement } from "react";

import { Icon } from "../ui/icons.tsx";

/** Where a finger takes hold of a row; the mouse can do so anywhere on it. */
export function Grip(): ReactElement {
  return (
    <span className="grip" data-grip="">
      <Icon name="grip" size={14} />
    </span>
  );
}
