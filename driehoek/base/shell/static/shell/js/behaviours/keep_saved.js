// A form that is kept while one works on it: every change is sent, and the parts that changed by it are replaced.
// <form data-behaviour="keep-saved" data-parts="ids of elements the answer may replace">
import shrinkPhotos from "./shrink_photos.js";

const PAUSE = 900; // milliseconds without typing

export default function keepSaved(form) {
  const parts = form.dataset.parts.split(" ");
  const known = new Map(parts.map((id) => [id, document.getElementById(id)?.innerHTML]));
  let timer, sending, again;
  form.dataset.saves = "yes"; // what only helps without a script may go

  form.addEventListener("input", (event) => event.target.matches("[data-keep]") && soon(PAUSE));
  form.addEventListener("change", async (event) => {
    if (event.target.type === "file") {
      await shrinkPhotos(event.target);
      soon(0);
    } else if (event.target.matches("[data-keep]:not(textarea)")) soon(0);
  });
  form.addEventListener("submit", () => clearTimeout(timer));

  function soon(pause) {
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  }

  async function save() {
    if (sending) return void (again = true);
    sending = true;
    const files = [...form.querySelectorAll("input[type=file]")].filter((field) => field.files.length);
    document.getElementById("saved")?.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
      if (answer.ok || answer.status === 422) show(new DOMParser().parseFromString(await answer.text(), "text/html"));
      for (const field of files) if (field.isConnected) field.value = "";
    } catch {
      // no network: the page still holds everything, and the next change tries again
    }
    sending = false;
    if (again) soon(((again = false), 0));
  }

  function show(page) {
    for (const symbol of page.querySelectorAll(".sprite symbol"))
      if (!document.getElementById(symbol.id)) document.querySelector(".sprite").append(symbol);
    for (const id of parts) {
      const [old, fresh] = [document.getElementById(id), page.getElementById(id)];
      if (!old || !fresh || fresh.innerHTML === known.get(id) || old.contains(document.activeElement)) continue;
      known.set(id, fresh.innerHTML);
      carry(old, fresh);
      old.replaceWith(fresh);
      for (const inner of fresh.querySelectorAll("[id]"))
        if (known.has(inner.id)) known.set(inner.id, inner.innerHTML);
      fresh.dispatchEvent(new CustomEvent("fresh", { bubbles: true }));
    }
    const address = page.getElementById(form.id)?.getAttribute("action");
    if (address) form.setAttribute("action", address); // the first time something is kept, it gets an address
    document.getElementById("saved")?.removeAttribute("aria-busy");
  }
}

// What is answered in a part but is not kept by the server stays answered, unless it was asked about less
// (data-about); what lies open stays open.
function carry(old, fresh) {
  const answers = "input:is([type=radio], [type=checkbox], [data-kites]):not([data-keep])";
  for (const was of old.querySelectorAll(answers)) {
    const same = [...fresh.querySelectorAll(answers)].find(
      (one) => one.name === was.name && (one.value === was.value || one.type === "hidden"),
    );
    if (!same || same.dataset.about !== was.dataset.about) continue;
    if (same.type === "hidden") same.value = was.value;
    else same.checked = was.checked;
  }
  const folded = fresh.querySelectorAll("details");
  old.querySelectorAll("details").forEach((was, number) => folded[number]?.toggleAttribute("open", was.open));
}
