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
      const subscription = await subscribe(worker, key);
      for (const [name, value] of Object.entries(told(subscription))) form.elements[name].value = value;
      form.submit();
    } catch {
      show("unable");
    }
  });
}

// Browsers change their address now and then, and do not always say so: whoever has one tells it once a visit.
// What was switched off elsewhere ends here as well; and when the portal has a new key, it begins anew with that.
export async function keepRinging(worker, key = "") {
  const subscription = await worker.pushManager?.getSubscription();
  const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value;
  if (!subscription || !token) return;
  if (!key && sessionStorage.getItem("rings") === subscription.endpoint) return;
  const answer = await tell(subscription, token);
  if (answer.status === 410) return subscription.unsubscribe();
  if (answer.status !== 409) return;
  await subscription.unsubscribe();
  return tell(await subscribe(worker, await answer.text()), token);
}

function subscribe(worker, key) {
  return worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
}

async function tell(subscription, token) {
  const body = new URLSearchParams({ ...told(subscription), again: "1", csrfmiddlewaretoken: token });
  const answer = await fetch(PHONE, { method: "POST", redirect: "manual", body });
  if (answer.status === 204) sessionStorage.setItem("rings", subscription.endpoint);
  return answer;
}

function told(subscription) {
  const { endpoint, keys } = subscription.toJSON();
  return { endpoint, p256dh: keys.p256dh, auth: keys.auth, key: keyOf(subscription) };
}

function keyOf(subscription) {
  const bytes = String.fromCharCode(...new Uint8Array(subscription.options.applicationServerKey));
  return btoa(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
