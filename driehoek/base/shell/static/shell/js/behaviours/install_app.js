import { keepRinging } from "./ring.js";

// Lets the browser offer the portal as an app, and show a page of ours when there is no network.
export default function installApp() {
  if ("serviceWorker" in navigator) {
    navigator.serviceWorker.register("/sw.js").then((worker) => keepRinging(worker)).catch(() => undefined);
  }
}
