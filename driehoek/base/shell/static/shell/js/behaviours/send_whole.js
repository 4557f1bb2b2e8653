// Sent while one still speaks: first the recording is made whole, then the form goes. `running` gives the
// recorder that is busy, if any; the field says "change" once the recording is in it.
export default function sendWhole(field, running) {
  field.form?.addEventListener("submit", wait, { capture: true });

  function wait(event) {
    const machine = running();
    if (!machine) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    field.addEventListener("change", () => field.form.requestSubmit(event.submitter), { once: true });
    machine.stop();
  }
}
