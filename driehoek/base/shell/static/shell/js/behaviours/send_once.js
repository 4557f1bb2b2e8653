// A form that is on its way is not sent again by a second tap; its button says so.
export default function sendOnce(form) {
  const before = new Map();

  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    if (event.submitter) becomeBusy(event.submitter, before);
  });

  // coming back with the back button shows the page as it was left
  window.addEventListener("pageshow", () => {
    delete form.dataset.sent;
    before.forEach((words, button) => {
      button.removeAttribute("aria-busy");
      button.replaceChildren(...words);
    });
    before.clear();
  });
}

function becomeBusy(button, before) {
  button.setAttribute("aria-busy", "true");
  before.set(button, [...button.childNodes]);
  if (button.hasAttribute("aria-label")) return; // an icon alone: its name already says what it does
  button.replaceChildren(document.body.dataset.busy);
}
