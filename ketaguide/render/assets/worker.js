// Keeps the site for reading without a network. A new edition has a new name, and the old one is thrown away.
const NAME = `ketaguide-${EDITION}`;
const WAIT = 3000; // milliseconds for a network that says nothing, before the kept copy is shown

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(CORE)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith("ketaguide-") && name !== NAME;
  event.waitUntil(
    caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name)))).then(() => self.clients.claim()),
  );
});

async function keepEasy() {
  const cache = await caches.open(NAME);
  if (!(await cache.match(EASY[0]))) await cache.addAll(EASY);
}

async function answer(request) {
  const cache = await caches.open(NAME);
  const kept = await cache.match(request, { ignoreSearch: true });
  const fresh = fetch(request).then((response) => {
    if (response.ok) cache.put(request, response.clone());
    return response;
  });
  if (!kept) return fresh.catch((error) => instead(cache, request, error));
  const late = new Promise((resolve) => setTimeout(resolve, WAIT, kept.clone()));
  return Promise.race([fresh.catch(() => kept), late]);
}

// Without a network, a page that is not kept gives way to the first page, where who to call stands too.
async function instead(cache, request, error) {
  const first = request.mode === "navigate" && (await cache.match(new URL("index.html", request.url)));
  if (first) return first;
  throw error;
}

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  if (url.pathname.includes("/easy/")) event.waitUntil(keepEasy().catch(() => {}));
  event.respondWith(answer(event.request));
});
