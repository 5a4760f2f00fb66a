// Behaviour of every page: hiding, term pop-ups, overdue notes, folds, and offline use.
// The page is hidden in place, under the address of the cover page: Back gives it back as it was, a reload shows the cover page.
const hide = document.querySelector("a.hide");
let hidden = null; // while hidden: what gives the page back

function linkOnCover(page, text, href) {
  const line = page.appendChild(document.createElement("p"));
  line.className = "aside";
  return Object.assign(line.appendChild(document.createElement("a")), { textContent: text, href });
}

function cover(words, help) {
  const [title, focused, at] = [document.title, document.activeElement, scrollY];
  const shown = [...document.body.children].filter((one) => !one.hidden);
  for (const one of shown) one.hidden = one.inert = true;
  const page = document.body.appendChild(document.createElement("main"));
  const heading = page.appendChild(document.createElement("h1"));
  heading.textContent = document.title = words.title;
  heading.tabIndex = -1;
  linkOnCover(page, words.help, help);
  linkOnCover(page, words.show, location.href).addEventListener("click", (event) => {
    event.preventDefault();
    history.back();
  });
  heading.focus();
  hidden = () => {
    hidden = null;
    page.remove();
    for (const one of shown) one.hidden = one.inert = false;
    document.title = title;
    scrollTo({ top: at, behavior: "instant" });
    focused.focus({ preventScroll: true });
  };
}

hide?.addEventListener("click", (event) => {
  event.preventDefault();
  const { href } = hide; // absolute, before the address changes
  const help = document.querySelector("a.get-help").href;
  history.pushState({ hidden: true, help }, "", href);
  cover(hide.dataset, help);
});
addEventListener("popstate", ({ state }) => {
  if (state?.hidden && !hidden) cover(hide.dataset, state.help);
  else if (!state?.hidden) hidden?.();
});
addEventListener("hashchange", (event) => {
  if (event.oldURL === hide?.href) event.stopImmediatePropagation(); // given back: the part in its address is not gone to again
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && hidden) history.back();
});

let meaning = null;
let asked = null;

function close() {
  meaning?.remove();
  meaning = null;
  asked?.focus();
  asked = null;
}

function show(link, word) {
  close();
  meaning = document.createElement("dialog");
  meaning.className = "meaning";
  meaning.setAttribute("aria-label", link.textContent);
  for (const part of word.children) meaning.append(part.cloneNode(true));
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = document.body.dataset.close;
  button.addEventListener("click", close);
  meaning.append(button);
  link.after(meaning);
  meaning.show(); // non-modal, so that the crisis banner stays visible and usable
  asked = link;
  button.focus();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a.term");
  const hash = link?.getAttribute("href");
  const word = hash?.startsWith("#") && document.getElementById(hash.slice(1));
  if (!word || link.closest(".meaning")) return;
  event.preventDefault();
  show(link, word);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && meaning) close();
});

// Shows overdue notes. Uses the page's own date if the clock is behind it.
const now = new Date();
const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
const checked = document.body.dataset.checked;
for (const note of document.querySelectorAll(".due")) note.hidden = note.dataset.by >= (today > checked ? today : checked);
for (const list of document.querySelectorAll(".contacts")) {
  list.append(...[...list.children].filter((contact) => contact.querySelector(".due:not([hidden])"))); // overdue ones last
}

// Opens the fold named in the address; printing opens all folds.
function open() {
  let fold = document.getElementById(location.hash.slice(1).split(",")[0])?.closest("details");
  for (; fold; fold = fold.parentElement.closest("details")) fold.open = true;
}
addEventListener("hashchange", open);
open();
let folded = [];
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("details:not([open], [name])")];
  for (const fold of folded) fold.open = true;
});
addEventListener("afterprint", () => {
  for (const fold of folded) fold.open = false;
});

if ("serviceWorker" in navigator && isSecureContext && !document.body.classList.contains("one-file")) {
  navigator.serviceWorker.register(document.body.dataset.root + "sw.js").catch(() => {}); // only for offline use
}
