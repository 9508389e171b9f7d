// Sets light or dark and the folded side bar before the first paint; runs in the head, so nothing flashes.
(() => {
  const root = document.documentElement;
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const stored = (name) => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null; // storage may be forbidden; the page works without memory
    }
  };
  const show = () => {
    const choice = stored("dondoc-theme") || "auto";
    root.dataset.themeChoice = choice;
    root.dataset.bsTheme = choice === "auto" ? (dark.matches ? "dark" : "light") : choice;
    document.dispatchEvent(new CustomEvent("dondoc:theme"));
  };
  root.dataset.side = stored("dondoc-side") || "open";
  dark.addEventListener("change", show);
  document.addEventListener("dondoc:choose-theme", show);
  // Paper is white.
  window.addEventListener("beforeprint", () => (root.dataset.bsTheme = "light"));
  window.addEventListener("afterprint", show);
  show();
})();
