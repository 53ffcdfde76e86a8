// Runs before the first paint, so that neither the theme nor the direction of writing flashes.
try {
  const root = document.documentElement;
  const theme = localStorage.getItem("todo.theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  if (localStorage.getItem("todo.language") === "ar") Object.assign(root, { lang: "ar", dir: "rtl" });
} catch {
  // Storage may be forbidden; the system's theme and English it is then.
}
