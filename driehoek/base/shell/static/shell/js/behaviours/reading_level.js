// Says how a text reads while one writes it: asks for the piece that says so, and puts it in its place.
// <form data-behaviour="reading-level" data-level="address" data-reads="name of the field" data-part="id of the piece">
const PAUSE = 900; // milliseconds without typing

export default function readingLevel(form) {
  const { level, reads, part } = form.dataset;
  const field = form.elements[reads];
  let timer, asked;
  form.dataset.reading = "yes"; // what only helps without a script may go

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });

  async function ask() {
    const said = field.value;
    if (said === asked) return;
    asked = said;
    const body = new FormData();
    body.set("text", said);
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    try {
      const answer = await fetch(level, { method: "POST", body });
      if (answer.ok && said === field.value) show(new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch {
      asked = undefined; // no network: nothing is said, and the next change tries again
    }
  }

  function show(answer) {
    for (const symbol of answer.querySelectorAll(".sprite symbol"))
      if (!document.getElementById(symbol.id)) document.querySelector(".sprite").append(symbol);
    document.getElementById(part).replaceChildren(...answer.getElementById(part).childNodes);
  }
}
