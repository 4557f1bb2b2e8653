// A part that says how far something is: asked anew every few seconds, until it is no longer busy.
const EVERY = 3000;

export default function follow(part) {
  const isBusy = () => part.querySelector("[data-busy]");
  const later = () => isBusy() && setTimeout(ask, EVERY);
  later();

  async function ask() {
    try {
      const answer = await fetch(part.dataset.address, { cache: "no-store" });
      if (answer.ok) show(await answer.text());
    } catch {
      // no network: the next time tells
    }
    later();
  }

  function show(html) {
    const fresh = new DOMParser().parseFromString(html, "text/html").body;
    const isHeld = part.contains(document.activeElement); // by a keyboard, on the one link in it
    part.replaceChildren(...fresh.childNodes);
    if (isHeld) part.querySelector("a")?.focus();
    if (!isBusy()) part.setAttribute("role", "status"); // the end is said aloud, the way to it is not
  }
}
