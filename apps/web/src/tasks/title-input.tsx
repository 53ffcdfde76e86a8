import { useEffect, useRef, type ReactElement } from "react";

import { useKeeping } from "../ui/use-keeping.ts";

interface TitleInputProps {
  readonly title: string;
  readonly label: string;
  /** The new title; undefined if it is to stay as it was. */
  readonly onDone: (title: string | undefined) => void;
}

/** A title edited in place: Enter keeps it, and so does leaving it; Escape does not. */
export function TitleInput({ title, label, onDone }: TitleInputProps): ReactElement {
  const ref = useRef<HTMLInputElement>(null);
  const text = useRef(title);
  const isOver = useRef(false);
  useEffect(() => {
    ref.current?.focus();
    ref.current?.select();
  }, []);
  const finish = (isKept: boolean): void => {
    if (isOver.current) return;
    isOver.current = true;
    const entered = text.current.trim();
    onDone(isKept && entered !== "" && entered !== title ? entered : undefined);
  };
  useKeeping(() => text.current !== title && finish(true));
  return (
    <input
      ref={ref}
      className="title-input"
      aria-label={label}
      defaultValue={title}
      maxLength={500}
      dir="auto"
      onChange={(event) => {
        text.current = event.target.value;
      }}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onPointerDown={(event) => event.stopPropagation()}
      onBlur={() => finish(true)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter") finish(true);
        if (event.key === "Escape") finish(false);
      }}
    />
  );
}
