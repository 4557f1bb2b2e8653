// Speaking instead of writing: records, counts, plays back, wipes. Puts the recording in the file field of the
// form, so that it is sent like any other file. Where a browser cannot record, the plain field stays.
import sendWhole from "./send_whole.js";

export default function recordVoice(recorder) {
  const part = (name) => recorder.querySelector(`[data-${name}]`);
  const field = recorder.querySelector("input[type=file]");
  if (!field || !navigator.mediaDevices || !window.MediaRecorder) return;
  const [start, stop, wipe, time, says, back] = ["start", "stop", "wipe", "time", "says", "back"].map(part);
  const MOST = 180; // seconds
  const tell = (state) => (says.textContent = says.dataset[state]);
  let machine, timer, began;

  part("plain").hidden = true;
  part("live").hidden = false;
  tell("idle");
  start.addEventListener("click", listen);
  stop.addEventListener("click", () => machine?.stop());
  wipe.addEventListener("click", clear);
  const opener = document.getElementById(recorder.dataset.opens);
  opener?.addEventListener("change", () => (opener.checked ? !field.files.length && listen() : machine?.stop()));
  sendWhole(field, () => machine);

  async function listen() {
    if (machine) return;
    try {
      record(await navigator.mediaDevices.getUserMedia({ audio: true }));
    } catch {
      part("refused").hidden = part("plain").hidden = false;
      part("live").hidden = true;
    }
  }

  function record(sound) {
    const pieces = [];
    machine = new MediaRecorder(sound);
    machine.addEventListener("dataavailable", (event) => pieces.push(event.data));
    machine.addEventListener("stop", () => finish(sound, new Blob(pieces, { type: machine.mimeType })));
    machine.start();
    began = Date.now();
    timer = setInterval(count, 250);
    show({ recording: true });
    stop.focus();
  }

  function count() {
    const seconds = Math.floor((Date.now() - began) / 1000);
    time.value = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    if (seconds >= MOST) machine.stop();
  }

  function finish(sound, blob) {
    clearInterval(timer);
    sound.getTracks().forEach((track) => track.stop());
    machine = undefined;
    const chosen = new DataTransfer();
    chosen.items.add(new File([blob], "spraakbericht", { type: blob.type }));
    field.files = chosen.files;
    back.src = URL.createObjectURL(blob);
    show({ recorded: true });
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function clear() {
    field.value = time.value = "";
    URL.revokeObjectURL(back.src);
    back.removeAttribute("src");
    show({});
    start.focus();
  }

  function show({ recording = false, recorded = false }) {
    start.hidden = recording || recorded;
    stop.hidden = !recording;
    back.hidden = wipe.hidden = !recorded;
    recorder.classList.toggle("is-recording", recording);
    tell(recording ? "recording" : recorded ? "done" : "idle");
  }
}
