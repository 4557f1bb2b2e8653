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
