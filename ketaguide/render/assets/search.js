// Client-side search: stemming, prefixes, small typing errors and synonyms.
const form = document.querySelector("form.search");
const field = form.querySelector("input");
const status = document.querySelector(".found [role=status]");
const results = document.querySelector(".found ol");
const lists = document.querySelector(".index"); // everything in the guide, on the search page
const words = form.dataset;
const LIMIT = 20;
let index = null;

const fold = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f’']/g, "");
const split = (text) => fold(text).match(/[a-z0-9]+/g) ?? [];
const stem = (word) => (word.length > 4 ? word.replace(/(ing|ed|es|s|ly)$/, "") : word);

async function load() {
  if (index) return index;
  const data = await (await fetch("search.json")).json();
  const entries = data.entries.map(([kind, title, href, under, more]) => {
    const fields = [[title, 6], [more, 4], [under, 2]].map(([text, weight]) => [split(text).map(stem), weight]);
    return { kind, title, href, under, fields };
  });
  index = { ...data, entries };
  return index;
}

// "1 result", "2 results": fills {n}, and chooses the first of each pair "(result|results)" for one.
const counted = (text, n) => text.replace(/\(([^|)]*)\|([^|)]*)\)/g, n === 1 ? "$1" : "$2").replace("{n}", n);

// True when the words differ by at most one letter added, removed, changed or swapped.
function near(a, b) {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  const [restA, restB] = [a.slice(i), b.slice(i)];
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}

function closeness(wanted, word) {
  if (word === wanted) return 1;
  if (wanted.length > 2 && word.startsWith(wanted)) return 0.7;
  return wanted.length > 4 && near(wanted, word) ? 0.5 : 0;
}

function score(entry, wanted) {
  let sum = 0;
  for (const word of wanted) {
    let best = 0;
    for (const [found, weight] of entry.fields) {
      for (const one of found) best = Math.max(best, weight * closeness(word, one));
    }
    if (best === 0) return 0;
    sum += best;
  }
  return sum + (entry.kind === "page" ? 1 : 0);
}

const squash = (words) => words.join("").replace(/(.)\1+/g, "$1");

// True when the query contains a phrase of distress, in any spacing; a longer one may have one wrong letter.
function inDistress(query, data) {
  const typed = split(query).slice(0, 200);
  if (data.alone.some((said) => split(said).join("") === typed.join(""))) return true;
  const runs = typed.flatMap((_, from) => typed.slice(from, from + 16).map((_, more) => squash(typed.slice(from, from + more + 1))));
  return data.distress.some((said) => {
    const phrase = squash(split(said));
    return runs.some((run) => run === phrase || (phrase.length > 6 && run[0] === phrase[0] && near(phrase, run)));
  });
}

// The variants of a query: as typed, and with the guide's own words for lay ones.
function ways(query, data) {
  const flat = ` ${split(query).join(" ")} `;
  const said = [flat];
  for (const [means, ...lay] of data.synonyms) {
    const hit = lay.find((words) => flat.includes(` ${split(words).join(" ")} `));
    if (hit) said.push(flat.replace(` ${split(hit).join(" ")} `, ` ${means} `));
  }
  return said.map((text) => {
    const all = split(text);
    const telling = all.filter((word) => !data.stopWords.includes(word));
    return (telling.length ? telling : all).map(stem);
  });
}

// The nation's answer for a place in a query, with the words that are searched: those around it, or the nation's name.
function place(query, data) {
  const typed = split(query);
  const isPlace = (run, name) => run.join(" ") === name.join(" ") || (name.length === 1 && name[0].length > 6 && near(run[0], name[0]));
  for (const [title, href, under, own, ...names] of data.places) {
    for (const name of names.map(split)) {
      for (let at = 0; at + name.length <= typed.length; at += 1) {
        if (!isPlace(typed.slice(at, at + name.length), name)) continue;
        const rest = [...typed.slice(0, at), ...typed.slice(at + name.length)];
        const alone = rest.every((word) => data.stopWords.includes(word) || split(title).includes(word));
        return { entry: { kind: "nation", title, href, under }, alone, words: (alone ? [own] : rest).join(" ") };
      }
    }
  }
  return null;
}

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

async function search() {
  const query = field.value.trim();
  const data = await load();
  if (query !== field.value.trim()) return;
  results.replaceChildren();
  if (lists) lists.hidden = query !== "";
  if (!query) {
    status.textContent = "";
    return;
  }
  const distress = inDistress(query, data);
  if (distress) help();
  const there = distress ? null : place(query, data);
  const said = ways(there ? there.words : query, data);
  const found = data.entries
    .map((entry) => [Math.max(...said.map((wanted) => (wanted.length ? score(entry, wanted) : 0))), entry])
    .filter(([sum]) => sum > 0)
    .sort((a, b) => b[0] - a[0])
    .slice(0, LIMIT);
  if (there) found.splice(there.alone ? 0 : 1, 0, [0, there.entry]);
  for (const [, entry] of found) {
    const item = element("li", "", results);
    element("span", `${words[entry.kind]}: `, element("p", "", item), { className: "tag" });
    element("a", entry.title, item.firstChild, { href: entry.href });
    element("p", entry.under, item);
  }
  if (lists) lists.hidden = found.length > 0;
  const none = distress ? "" : words.none; // never show "nothing found" to a reader in distress
  const text = found.length ? counted(words.found, found.length) : none;
  status.textContent = text.replace("{query}", () => `"${query}"`);
  if (distress) element("span", `${words.help} ${words.helpLink}.`, status, { className: "heard" });
}

form.hidden = false;
for (const one of document.querySelectorAll(".with-search")) one.hidden = false;
document.querySelector(".ask-here")?.remove(); // the way to search where no script runs
form.addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});
field.addEventListener("input", search);
