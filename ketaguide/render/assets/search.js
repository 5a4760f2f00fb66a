// The search form and its results. The index is fetched when the form is first used; words of distress do not wait for it.
import { Distress } from "./distress.js";
import { counted } from "./plural.js";

const form = document.querySelector("form.search");
const field = form.querySelector("input");
const status = document.querySelector(".found [role=status]");
const results = document.querySelector(".found ol");
const ways = document.querySelector(".ways"); // where to go when nothing was found
const lists = document.querySelector(".index"); // everything in the guide, on the search page
const words = form.dataset;
const distress = new Distress(...[words.distress, words.alone, words.names].map((list) => list.split("\n")));
const AT_ONCE = 12; // milliseconds of building the index before keys and touch are attended to
const FIRST = 6; // results drawn with a key; the others follow, unless another key is pressed
let loading = null;
let searches = 0;

async function load() {
  const [{ Finder }, reply] = await Promise.all([import("./finder.js"), fetch("search.json")]);
  const data = await reply.json();
  const finder = new Finder(data);
  let since = performance.now();
  for (const _ of finder.build()) {
    if (performance.now() - since < AT_ONCE) continue;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
  return { finder, data };
}

// The index, fetched once; after a failure, the next key tries again.
function loaded() {
  loading ??= load().catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

function element(name, text, parent, set = {}) {
  const made = Object.assign(document.createElement(name), set);
  made.textContent = text;
  parent.append(made);
  return made;
}

function help() {
  const item = element("li", "", results, { className: "pinned" });
  element("p", words.help, item);
  element("a", words.helpLink, item, { href: words.helpHref });
}

// Part of an address that scrolls to a sentence and marks it, where the browser can; the id before it is for all others.
function sentenceIn(text) {
  if (!text || !document.fragmentDirective) return "";
  const code = (part) => encodeURIComponent(part).replaceAll("-", "%2D");
  const said = text.split(" ");
  return `:~:text=${said.length < 9 ? code(text) : `${code(said.slice(0, 4).join(" "))},${code(said.slice(-4).join(" "))}`}`;
}

function address({ kind, id, title, sentence, at }, data) {
  if (kind === "nation") return data.there[id];
  const part = sentenceIn({ section: sentence, contact: title }[kind]);
  const href = data.hrefs[at];
  return part ? `${href}${href.includes("#") ? "" : "#"}${part}` : href;
}

function draw(found, data) {
  const { kind, title, section, snippet } = found;
  const item = element("li", "", results);
  const said = kind === "myth" ? `${data.words.they_say}: "${title}"` : title;
  element("a", said, element("p", "", item), { href: address(found, data) });
  element("p", filled(data.words[kind], { page: data.pages[section] }), item, { className: "tag" });
  const excerpt = element("p", "", item);
  for (const [text, isMarked] of snippet) {
    if (isMarked) element("mark", text, excerpt);
    else excerpt.append(text);
  }
}

// The place, the corrections and the expansions of a query.
function notes({ place, corrected, expansions }, data) {
  const nations = (place?.nations ?? []).map((nation) => data.nations[nation][3]).join(" and ");
  const lies = place && (place.nations.length === 1 ? data.words.place_in : data.words.place_both);
  return [
    place ? filled(lies, { place: place.name, nation: nations, nations }) : "",
    corrected ? filled(data.words.instead, { words: corrected }) : "",
    expansions.length ? filled(data.words.also, { words: expansions.join(", ") }) : "",
  ].filter(Boolean);
}

function tell(text, inDistress) {
  status.textContent = inDistress ? "" : text; // never "nothing found" to a reader in distress
  if (inDistress) element("span", `${words.help} ${words.helpLink}.`, status, { className: "heard" });
}

async function search({ asTyped = false } = {}) {
  const query = field.value.trim();
  const turn = ++searches;
  const inDistress = query !== "" && distress.matches(query);
  const index = query && (await loaded().catch(() => null));
  if (turn !== searches) return;
  const found = index ? index.finder.find(query, { distress: inDistress, asTyped }) : { found: [], near: [] };
  results.replaceChildren();
  document.querySelector(".undo")?.remove();
  if (inDistress) help();
  if (found.near.length) element("li", index.data.words[found.isNear ? "near" : "most_asked"], results, { className: "near" });
  const shown = [...found.found, ...found.near];
  for (const one of shown.slice(0, FIRST)) draw(one, index.data);
  setTimeout(() => {
    if (turn === searches) for (const one of shown.slice(FIRST)) draw(one, index.data);
  });
  const isFound = found.found.length > 0;
  ways.hidden = !query || isFound || inDistress;
  if (lists) lists.hidden = isFound;
  if (!query) return tell("", false);
  const typed = { query: `"${query}"` };
  if (!isFound) return tell(index ? filled(words.none, typed) : words.unloaded, inDistress);
  const text = filled(counted(words.found, found.found.length).replace("{n}", found.found.length), typed);
  tell([...notes(found, index.data), text].join(" "), false);
  if (inDistress) element("span", ` ${words.help} ${words.helpLink}.`, status, { className: "heard" });
  if (found.corrected) {
    const undo = element("button", filled(index.data.words.as_typed, { words: query }), status.parentNode, { className: "undo", type: "button" });
    undo.addEventListener("click", () => search({ asTyped: true }));
    status.after(undo);
  }
}

for (const one of document.querySelectorAll(".with-search")) one.hidden = false;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});
field.addEventListener("focus", () => loaded().catch(() => {}));
field.addEventListener("input", () => search());
field.value ||= document.body.dataset.query ?? ""; // words from another page (fragment.js)
if (field.value) search();
