import type { ReactElement, ReactNode } from "react";

import { useMessages } from "../i18n/language.ts";
import { Icon } from "../ui/icons.tsx";

interface ChipProps {
  readonly mark: ReactNode;
  readonly words: string;
  readonly tone?: "due";
  /** It was not meant; undefined for what is so in any case. */
  readonly onLeave?: () => void;
}

/** One thing that was understood of a line. */
export function Chip({ mark, words, tone, onLeave }: ChipProps): ReactElement {
  const t = useMessages();
  return (
    <li className="chip" data-tone={tone}>
      {mark}
      <bdi>{words}</bdi>
      {onLeave !== undefined && (
        <button type="button" className="chip-action" aria-label={t.leaveAsText(words)} title={t.leaveAsText(words)} onClick={onLeave}>
          <Icon name="close" size={14} />
        </button>
      )}
    </li>
  );
}
