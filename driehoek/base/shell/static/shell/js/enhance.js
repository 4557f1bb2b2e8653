// Gives elements their behaviour: data-behaviour="send-once" is behaviours/send_once.js.
import reload from "./behaviours/reload.js";
import sendOnce from "./behaviours/send_once.js";
import installApp from "./behaviours/install_app.js";

const BEHAVIOURS = { reload, "send-once": sendOnce };

for (const element of document.querySelectorAll("[data-behaviour]")) {
  for (const name of element.dataset.behaviour.split(" ")) BEHAVIOURS[name]?.(element);
}
installApp();
