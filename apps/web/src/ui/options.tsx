import { useEffect, useId, useState, type ReactElement, type ReactNode } from "react";

export interface Option<Value> {
  readonly key: string;
  readonly text: string;
  readonly value: Value;
  readonly isOn?: boolean;
  readonly mark?: ReactNode;
}

interface OptionsProps<Value> {
  readonly label: string;
  readonly options: readonly Option<Value>[];
  readonly onChoose: (value: Value) => void;
  readonly placeholder?: string;
  /** What is offered for a text that is none of the options. */
  readonly offer?: (text: string) => Option<Value> | undefined;
}

/** A list to choose from by typing, by arrows or by pointer: a combobox that is always open. */
export function Options<Value>({ label, options, onChoose, placeholder, offer }: OptionsProps<Value>): ReactElement {
  const id = useId();
  const [text, setText] = useState("");
  const [index, setIndex] = useState(() => Math.max(0, options.findIndex(({ isOn }) => isOn)));
  const wanted = text.trim().toLowerCase();
  const found = options.filter((option) => option.text.toLowerCase().includes(wanted));
  const isKnown = options.some((option) => option.text.toLowerCase() === wanted);
  const offered = wanted === "" || isKnown ? undefined : offer?.(text.trim());
  const shown = offered === undefined ? found : [...found, offered];
  const current = shown[Math.min(index, shown.length - 1)];
  const currentId = current && `${id}-${current.key}`;
  useEffect(() => {
    if (currentId !== undefined) document.getElementById(currentId)?.scrollIntoView({ block: "nearest" });
  }, [currentId]);
  return (
    <div className="options">
      <input
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={currentId}
        aria-autocomplete="list"
        autoComplete="off"
        placeholder={placeholder ?? label}
        value={text}
        maxLength={100}
        dir="auto"
        onChange={(event) => {
          setText(event.target.value);
          setIndex(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          const steps = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
          if (steps !== 0) setIndex((Math.min(index, shown.length - 1) + steps + shown.length) % Math.max(1, shown.length));
          else if (event.key === "Enter" && current !== undefined) onChoose(current.value);
          else return;
          event.preventDefault();
        }}
      />
      <div role="listbox" id={`${id}-list`} aria-label={label} aria-multiselectable={options.some(({ isOn }) => isOn !== undefined)}>
        {shown.map((option) => (
          // The keyboard's way is the input's: it has the focus, and tells which option is meant.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- see above
          <div
            key={option.key}
            id={`${id}-${option.key}`}
            role="option"
            className="option"
            aria-selected={option.isOn ?? false}
            data-current={option === current || undefined}
            onClick={() => onChoose(option.value)}
          >
            {option.mark}
            <bdi>{option.text}</bdi>
          </div>
        ))}
      </div>
    </div>
  );
}
