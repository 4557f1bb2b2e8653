// This browser may be rung when there is news: after one tap, and the portal hears of it again when she visits.
const PHONE = "/ik/meldingen/telefoon/";

export default async function ring(section) {
  const form = section.querySelector("form[data-when=off]");
  const { key } = section.dataset;
  const show = (state) => {
    for (const part of section.querySelectorAll("[data-when]")) part.hidden = part.dataset.when !== state;
  };
  if (!("serviceWorker" in navigator && "PushManager" in window && "Notification" in window)) return;
  const worker = await navigator.serviceWorker.ready;
  if (Notification.permission === "denied") return show("no");
  await keepRinging(worker, key);
  if (Notification.permission === "granted" && (await worker.pushManager.getSubscription())) return show("on");
  show("off");
  form.querySelector("button").addEventListener("click", async () => {
    if ((await Notification.requestPermission()) !== "granted") return show("no");
    try {
      const subscription = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
      for (const [name, value] of Object.entries(told(subscription))) form.elements[name].value = value;
      form.submit();
    } catch {
      show("unable");
    }
  });
}

// Browsers change their address now and then, and do not always say so: whoever has one tells it once a visit.
// What was switched off elsewhere, or made with a key of before, ends here as well.
export async function keepRinging(worker, key = "") {
  const subscription = await worker.pushManager?.getSubscription();
  const token = document.querySelector("[name=csrfmiddlewaretoken]");
  if (!subscription || !token) return;
  if (key && key !== keyOf(subscription)) return subscription.unsubscribe();
  if (!key && sessionStorage.getItem("rings") === subscription.endpoint) return;
  const body = new URLSearchParams({ ...told(subscription), again: "1", csrfmiddlewaretoken: token.value });
  const { status } = await fetch(PHONE, { method: "POST", redirect: "manual", body });
  if (status === 204) sessionStorage.setItem("rings", subscription.endpoint);
  if (status === 410) return subscription.unsubscribe();
}

function told(subscription) {
  const { endpoint, keys } = subscription.toJSON();
  return { endpoint, p256dh: keys.p256dh, auth: keys.auth };
}

function keyOf(subscription) {
  const bytes = String.fromCharCode(...new Uint8Array(subscription.options.applicationServerKey));
  return btoa(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
