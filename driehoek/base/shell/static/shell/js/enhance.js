// Gives elements their behaviour: data-behaviour="send-once" is behaviours/send_once.js.
import follow from "./behaviours/follow.js";
import listen from "./behaviours/listen.js";
import heard from "./behaviours/heard.js";
import print from "./behaviours/print.js";
import coverFace from "./behaviours/cover_face.js";
import keepSaved from "./behaviours/keep_saved.js";
import openWith from "./behaviours/open_with.js";
import recordVoice from "./behaviours/record_voice.js";
import readingLevel from "./behaviours/reading_level.js";
import reload from "./behaviours/reload.js";
import sendOnce from "./behaviours/send_once.js";
import ring from "./behaviours/ring.js";
import installApp from "./behaviours/install_app.js";

const BEHAVIOURS = {
  "cover-face": coverFace,
  follow,
  heard,
  "keep-saved": keepSaved,
  listen,
  "open-with": openWith,
  print,
  "reading-level": readingLevel,
  "record-voice": recordVoice,
  reload,
  ring,
  "send-once": sendOnce,
};

function enhance(part) {
  for (const element of part.querySelectorAll("[data-behaviour]")) {
    for (const name of element.dataset.behaviour.split(" ")) BEHAVIOURS[name]?.(element);
  }
}

enhance(document);
document.addEventListener("fresh", (event) => enhance(event.target)); // a part that came later
installApp();
