import type { ReactElement } from "react";

const PATHS = {
  inbox: "M3 12.5 5.2 5a1.5 1.5 0 0 1 1.4-1h6.8a1.5 1.5 0 0 1 1.4 1L17 12.5M3 12.5V15a1.5 1.5 0 0 0 1.5 1.5h11A1.5 1.5 0 0 0 17 15v-2.5M3 12.5h3.7l1 1.8h4.6l1-1.8H17",
  today: "M4.5 4.5h11A1.5 1.5 0 0 1 17 6v9.5a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 15.5V6a1.5 1.5 0 0 1 1.5-1.5ZM3 8h14M6.8 3v2.6M13.2 3v2.6M10 10.6v3.8M8.1 12.5h3.8",
  upcoming: "M4.5 4.5h11A1.5 1.5 0 0 1 17 6v9.5a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 15.5V6a1.5 1.5 0 0 1 1.5-1.5ZM3 8h14M6.8 3v2.6M13.2 3v2.6M6.6 11.2h.01M10 11.2h.01M13.4 11.2h.01M6.6 14h.01M10 14h.01",
  search: "m17 17-3.6-3.6M15 9a6 6 0 1 1-12 0 6 6 0 0 1 12 0Z",
  trash: "M3.5 5.5h13M8 5.5V4a1 1 0 0 1 1-1h2a1 1 0 0 1 1 1v1.5m2.8 0-.6 9.6a1.5 1.5 0 0 1-1.5 1.4H7.3a1.5 1.5 0 0 1-1.5-1.4l-.6-9.6M8.3 9v4.5M11.7 9v4.5",
  settings: "M3 6h7m4 0h3M3 14h3m4 0h7M12 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM8 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z",
  plus: "M10 4v12M4 10h12",
  check: "m5 10.5 3.2 3.2L15 7",
  close: "m5.5 5.5 9 9m0-9-9 9",
  more: "M4.8 10h.01M10 10h.01M15.2 10h.01",
  menu: "M3.5 6h13M3.5 10h13M3.5 14h13",
  chevron: "m8 5 5 5-5 5",
  back: "m12 5-5 5 5 5",
  flag: "M5 17V3.8m0 .4c3.5-2 6.5 2 10 0v7.3c-3.5 2-6.5-2-10 0",
  tag: "M3.5 4.5v4.7c0 .4.2.8.4 1.1l6.2 6.1c.6.6 1.5.6 2.1 0l4.3-4.3c.6-.6.6-1.5 0-2.1l-6.2-6.1a1.5 1.5 0 0 0-1-.4H4.5a1 1 0 0 0-1 1ZM7 7.5h.01",
  folder: "M3 6a1.5 1.5 0 0 1 1.5-1.5h3l1.8 2h6.2A1.5 1.5 0 0 1 17 8v6.5a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 14.5V6Z",
  archive: "M3 4.5h14v3.5H3V4.5ZM4.3 8v6.5a1.5 1.5 0 0 0 1.5 1.5h8.4a1.5 1.5 0 0 0 1.5-1.5V8M8 11.2h4",
  grip: "M7.5 5h.01M12.5 5h.01M7.5 10h.01M12.5 10h.01M7.5 15h.01M12.5 15h.01",
  notes: "M4.5 5.5h11M4.5 10h11M4.5 14.5h6",
  subtasks: "M4 5h12M8 10h8M8 15h8M4 5v8.5A1.5 1.5 0 0 0 5.5 15M4 10h1",
  up: "M10 16V4.5M5.5 9 10 4.5 14.5 9",
  down: "M10 4v11.5M5.5 11l4.5 4.5 4.5-4.5",
  move: "M11 5.5 15.5 10 11 14.5M4.5 10h11",
  restore: "M4 8.5h8a4 4 0 0 1 0 8H8M4 8.5 7.5 5M4 8.5 7.5 12",
  offline: "M3 3l14 14M5 10.6a7 7 0 0 1 2.6-1.7m3.2-.4A7 7 0 0 1 15 10.6M2.5 7.8a10.5 10.5 0 0 1 3-1.9m3.4-.9a10.4 10.4 0 0 1 8.6 2.8M7.6 13.3a3.4 3.4 0 0 1 4.8 0M10 16h.01",
  warning: "M10 7.5v3.2m0 2.8h.01M9 3.6 2.6 14.7a1.2 1.2 0 0 0 1 1.8h12.8a1.2 1.2 0 0 0 1-1.8L11 3.6a1.2 1.2 0 0 0-2 0Z",
  keyboard: "M4 5.5h12A1.5 1.5 0 0 1 17.5 7v6a1.5 1.5 0 0 1-1.5 1.5H4A1.5 1.5 0 0 1 2.5 13V7A1.5 1.5 0 0 1 4 5.5ZM6 8.5h.01M9 8.5h.01M12 8.5h.01M14.6 8.5h.01M7 11.8h6",
  clock: "M10 6v4l2.6 1.6M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0Z",
  signOut: "M12 6V4.5A1.5 1.5 0 0 0 10.5 3h-5A1.5 1.5 0 0 0 4 4.5v11A1.5 1.5 0 0 0 5.5 17h5a1.5 1.5 0 0 0 1.5-1.5V14M8.5 10H17m0 0-2.5-2.5M17 10l-2.5 2.5",
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration: what it says is said in words beside it or on its button. */
export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }): ReactElement {
  return (
    <svg className="icon" data-icon={name} width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
