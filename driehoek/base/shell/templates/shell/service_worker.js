// Keeps what is the same for everybody: styles, scripts, fonts, and the page for when there is no network.
// A page about a person is never kept.
const KEPT = "shell-1";
const OFFLINE = "{{ offline|escapejs }}";
const SHELL = "{{ static|escapejs }}shell/";

self.addEventListener("install", (event) => {
  event.waitUntil(keepOfflinePage().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOlder().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== location.origin) return;
  if (event.request.mode === "navigate") event.respondWith(fetch(event.request).catch(() => caches.match(OFFLINE)));
  else if (address.pathname.startsWith(SHELL)) event.respondWith(keptOrFetched(event));
});

// What rings says only which message it is. What it is about we ask, as who is signed in here.
self.addEventListener("push", (event) => {
  event.waitUntil(showNews(event.data?.json().id));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(openNews(event.notification.data));
});

async function showNews(id) {
  const known = await fetch(`/meldingen/bericht/${id}/`, { redirect: "error" }).then((a) => (a.ok ? a.json() : null)).catch(() => null);
  const { text = "", url = "/", lang = "", dir = "auto" } = known ?? {};
  await self.registration.showNotification("Driehoek", { body: text, lang, dir, tag: id, data: url, icon: `${SHELL}app/icon-192.png` });
}

// A page that is open stays as it is: she may be writing there.
async function openNews(url) {
  const address = new URL(url, location.origin).href;
  const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = open.find((page) => page.url === address);
  return there ? there.focus() : self.clients.openWindow(address);
}

async function keepOfflinePage() {
  const cache = await caches.open(KEPT);
  const page = await fetch(OFFLINE, { credentials: "omit" });
  const html = await page.clone().text();
  await cache.put(OFFLINE, page);
  const files = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map((found) => found[1]);
  await cache.addAll(files.filter((file) => file.startsWith(SHELL)));
}

async function keptOrFetched(event) {
  const cache = await caches.open(KEPT);
  const kept = await cache.match(event.request);
  const fresh = fetch(event.request).then((response) => {
    if (response.ok) cache.put(event.request, response.clone());
    return response;
  });
  if (!kept) return fresh;
  event.waitUntil(fresh.catch(() => undefined));
  return kept;
}

async function forgetOlder() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name)));
}
