// The part of the address after #, which browsers never send: read and written here alone, and stored nowhere.
// Separated by commas: a part of the page; what was picked ("matter-", "option-", "ask-"); the nation ("in-"); last, words to search for ("q=").
const { body } = document;
const oneFile = body.classList.contains("one-file"); // its pages are addresses after # themselves
const picks = () => (body.dataset.picks ?? "").split(",").filter(Boolean);
const inNation = (id) => id.startsWith("in-");
let seen = null;

function write(here) {
  const words = body.dataset.query ? `q=${encodeURIComponent(body.dataset.query)}` : "";
  const all = [here, ...picks(), words].filter(Boolean);
  if (!oneFile) history.replaceState(history.state, "", `#${all}`);
  seen = location.hash;
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

function read() {
  if (location.hash === seen) return;
  const [list, words] = location.hash.slice(1).split(/(?:^|,)q=(.*)/s);
  if (words !== undefined) body.dataset.query = decoded(words);
  const parts = list.replaceAll("%2C", ",").split(",");
  const here = parts.find((part) => document.getElementById(part));
  const found = parts.filter((part) => /^[a-z0-9-]+$/.test(part) && part !== here && part !== "said");
  seen = location.hash;
  document.querySelector(".aimed")?.classList.remove("aimed");
  if (found.length > 0) body.dataset.picks = [...new Set(found)].join(); // else a part of the page: what was picked stays picked
  const toSentence = document.fragmentDirective && parts.includes("said"); // which the browser has shown
  if (here && parts.length > 1 && !toSentence) location.replace(`#${here}`); // scrolls there
  if (here) document.getElementById(here).classList.add("aimed"); // for :target, which is lost when more is written
  if (picks().length > 0 && !toSentence) write(here);
  if (found.length > 0) document.dispatchEvent(new Event("picked"));
}

document.addEventListener("pick", ({ detail }) => {
  body.dataset.picks = detail.join();
  write();
  document.dispatchEvent(new Event("picked"));
});
addEventListener("hashchange", read);
read();

// Links to other pages of the guide take along what was chosen; a link to a nation chooses it.
function carry({ target, type }) {
  const link = target.closest?.("a[href]");
  if (!link || link.matches(".hide")) return;
  const own = (link.dataset.address ??= link.getAttribute("href"));
  const [place, part = ""] = own.split("#");
  const [name, said] = part.split(":~:");
  const nation = link.dataset.in;
  const mine = picks().filter((id) => /^(matter|option|ask|in)-/.test(id) && !(nation && inNation(id)));
  if (nation) mine.push(`in-${nation}`);
  if (nation && !place && type === "click") document.dispatchEvent(new CustomEvent("pick", { detail: mine }));
  if (!/^[\w./-]+\.html$/.test(place)) return;
  const carried = [...new Set([...name.split(","), ...mine, said && "said"])].filter(Boolean).join();
  link.setAttribute("href", mine.length ? `${place}#${carried}${said ? `:~:${said}` : ""}` : own);
}
for (const kind of ["click", "auxclick", "contextmenu"]) document.addEventListener(kind, carry, true);

// The small search of every page leads to the page of the search, with the words after #.
const seek = document.querySelector(".seek");
seek?.addEventListener("submit", (event) => {
  event.preventDefault();
  const words = seek.querySelector("input").value.trim();
  const kept = picks().filter(inNation);
  location.href = `${seek.dataset.to}#${[...kept, `q=${encodeURIComponent(words)}`]}`;
});
