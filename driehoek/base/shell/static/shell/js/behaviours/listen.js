// Hears a text without leaving the page: the link plays in place, and stops when it is tapped again.
// One voice at a time. Where the browser cannot play it, the link does what links do.
let speaking;

export default function listen(bar) {
  const link = bar.matches("[data-play]") ? bar : bar.querySelector("[data-play]");
  let sound;

  link.setAttribute("role", "button");
  link.setAttribute("aria-pressed", "false");
  link.addEventListener("keydown", (event) => event.key === " " && (event.preventDefault(), link.click()));
  link.addEventListener("click", (event) => {
    event.preventDefault();
    sound ??= begin();
    if (!sound.paused) return void sound.pause();
    if (speaking && speaking !== sound) speaking.pause();
    speaking = sound;
    link.setAttribute("aria-busy", "true");
    sound.play().catch(() => (location.href = link.href));
  });

  function begin() {
    const made = new Audio(link.dataset.play);
    made.addEventListener("playing", () => tell(true));
    for (const end of ["pause", "ended", "error"]) made.addEventListener(end, () => tell(false));
    return made;
  }

  function tell(plays) {
    link.removeAttribute("aria-busy");
    link.setAttribute("aria-pressed", String(plays));
    bar.classList.toggle("is-playing", plays);
  }
}
