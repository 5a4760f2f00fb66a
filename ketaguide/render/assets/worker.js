// Caches the pages of one edition for offline use. FILES maps each file to the hash of its bytes; CORE is fetched unasked,
// the rest when it is read, or when the reader asks for all (SIZE bytes).
// Never caches an error, a foreign page or a page of another edition.
const OURS = `ketaguide ${registration.scope} `; // scoped: another guide on the same host has its own caches
const NAME = OURS + EDITION;
const WAIT = 3000; // milliseconds to wait for the network before using the cached copy
const ALL = Object.keys(FILES);
const TOGETHER = 6; // files fetched at a time
const ASKED = `${registration.scope}kept-all`; // in a cache: the reader asked for all, so a new edition is fetched whole too

const FORMER = "easy/"; // the short pages' former folder

const addressOf = (file) => registration.scope + file;

// The file at an address, ignoring its query. Some hosts serve /get-help for /get-help.html.
function fileAt(url) {
  const address = url.origin + url.pathname;
  if (!address.startsWith(registration.scope)) return undefined;
  const path = address.slice(registration.scope.length);
  return [path, `${path}.html`, `${path}index.html`].find((file) => Object.hasOwn(FILES, file));
}

async function hash(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest.slice(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Copies a response (browsers reject a redirected one for a page) and compares it with this edition's file.
async function read(response, file) {
  const bytes = await response.arrayBuffer();
  const { status, statusText, headers } = response;
  const same = response.ok && (await hash(bytes)) === FILES[file];
  return { copy: new Response(bytes, { status, statusText, headers }), same, bytes };
}

async function keep(files, tell = () => {}) {
  const cache = await caches.open(NAME);
  const keepOne = async (file) => {
    if (await cache.match(addressOf(file))) return;
    const { copy, same } = await read(await fetch(addressOf(file), { cache: "no-cache" }), file);
    if (!same) throw new Error(`${file} is not of this edition`);
    await cache.put(addressOf(file), copy);
  };
  for (let at = 0; at < files.length; at += TOGETHER) {
    tell(at);
    await Promise.all(files.slice(at, at + TOGETHER).map(keepOne));
  }
}

async function keepAll(tell) {
  await keep(ALL, tell);
  await (await caches.open(NAME)).put(ASKED, new Response());
}

async function wasAsked() {
  const ours = (await caches.keys()).filter((name) => name.startsWith(OURS));
  const found = await Promise.all(ours.map(async (name) => (await caches.open(name)).match(ASKED)));
  return found.some(Boolean);
}

self.addEventListener("install", (event) => {
  event.waitUntil(wasAsked().then((asked) => (asked ? keepAll() : keep(CORE))).then(() => self.skipWaiting()));
});

// Answers keep.js: the state of what is kept, after fetching all of it if asked to.
async function stateAfter(what, tell) {
  try {
    if (what === "keep") await keepAll(tell);
  } catch (error) {
    return error.name === "QuotaExceededError" ? "full" : "failed";
  }
  return (await (await caches.open(NAME)).match(ASKED)) ? "all" : "some";
}

self.addEventListener("message", (event) => {
  const [port] = event.ports;
  const tell = (n) => port.postMessage({ n, total: ALL.length });
  if (port) event.waitUntil(stateAfter(event.data, tell).then((state) => port.postMessage({ state, size: SIZE })));
});

self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith(OURS) && name !== NAME;
  event.waitUntil(
    caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name)))).then(() => self.clients.claim()),
  );
});

// True when a response is a file of any edition of the guide, and so may replace the cached copy on screen.
function isOfTheGuide(response, bytes, file) {
  if (!response.ok) return false;
  if (file.endsWith(".html")) return new TextDecoder().decode(bytes).includes('class="help-now"');
  return !(response.headers.get("Content-Type") ?? "").startsWith("text/html");
}

async function fromNetwork(request, file, cache, kept) {
  let response = await fetch(request);
  if (response.type === "opaqueredirect") {
    try {
      response = await fetch(request.url);
    } catch {
      return response; // redirected to another host: the guide has moved there
    }
  }
  const { copy, same, bytes } = await read(response, file);
  if (same && !kept) await cache.put(addressOf(file), copy.clone()).catch(() => {});
  return same || !kept || isOfTheGuide(response, bytes, file) ? copy : kept;
}

async function answer(request, file) {
  const cache = await caches.open(NAME);
  const kept = await cache.match(addressOf(file));
  if (kept && new URL(request.url).searchParams.get("v") === FILES[file].slice(0, 8)) return kept; // the one it asks for
  const fresh = fromNetwork(request, file, cache, kept);
  if (!kept) return fresh.catch((error) => instead(request, error));
  const late = new Promise((resolve) => setTimeout(resolve, WAIT, kept.clone()));
  return Promise.race([fresh.catch(() => kept), late]);
}

// Offline, in place of a page that is not kept: a page that says so, at the same address, with the numbers.
async function instead(request, error) {
  const page = request.mode === "navigate" && (await (await caches.open(NAME)).match(addressOf("offline.html")));
  if (!page) throw error;
  const text = (await page.text()).replaceAll('="./', `="${registration.scope}`); // its address may be deep in the guide
  return new Response(text, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const file = request.method === "GET" && fileAt(url);
  if (request.mode === "navigate" && url.href.startsWith(addressOf(FORMER))) {
    event.respondWith(Response.redirect(addressOf(`short/${url.href.slice(addressOf(FORMER).length)}`)));
  } else if (file) {
    event.respondWith(answer(request, file));
  } else if (request.method === "GET" && request.mode === "navigate") {
    event.respondWith(fetch(request).catch((error) => instead(request, error)));
  }
});
