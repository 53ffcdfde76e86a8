import { useState, type ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { Dialog } from "./dialog.tsx";

/** Enough to tell things apart, each readable on both backgrounds. */
export const COLORS = ["#e5484d", "#e8710a", "#d9a200", "#3f9142", "#0f9b8e", "#4361d8", "#8e4ec6", "#d6409f"] as const;

interface NameDialogProps {
  readonly title: string;
  readonly label: string;
  readonly name?: string;
  readonly color?: string | null;
  readonly hasColor?: boolean;
  readonly onClose: () => void;
  /** Why it cannot be called so. */
  readonly refuse?: (name: string) => string | undefined;
  readonly onSave: (name: string, color: string | null) => void;
}

export function NameDialog(props: NameDialogProps): ReactElement {
  const { title, label, onClose, onSave, hasColor = false } = props;
  const t = useMessages();
  const [name, setName] = useState(props.name ?? "");
  const [refusal, setRefusal] = useState<string | undefined>(undefined);
  const [color, setColor] = useState<string | null>(props.color ?? null);
  return (
    <Dialog label={title} onClose={onClose} kind="alert">
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          const entered = name.trim();
          if (entered === "") return;
          const refused = props.refuse?.(entered);
          setRefusal(refused);
          if (refused !== undefined) return;
          onSave(entered, color);
          onClose();
        }}
      >
        <h2>{title}</h2>
        <label>
          <span>{label}</span>
          <input value={name} maxLength={100} dir="auto" required onChange={(event) => setName(event.target.value)} />
        </label>
        <p role="alert" className="form-refusal">
          {refusal}
        </p>
        {hasColor && (
          <fieldset className="swatches">
            <legend>{t.color}</legend>
            {[null, ...COLORS].map((each) => (
              <label key={each ?? "none"} className="swatch" title={each ?? t.noColor}>
                <input
                  type="radio"
                  name="color"
                  aria-label={each ?? t.noColor}
                  checked={color === each}
                  onChange={() => setColor(each)}
                />
                <span className="dot" style={each === null ? undefined : { background: each }} />
              </label>
            ))}
          </fieldset>
        )}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {t.cancel}
          </button>
          <button type="submit" className="button primary">
            {t.save}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
