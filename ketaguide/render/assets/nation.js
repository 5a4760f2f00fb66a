// The nation that a reader chose: the page says which parts are for whom, and this hides, marks and moves them.
const chooser = document.querySelector("select.nation");
const known = [...chooser.options].map(({ value }) => value);
const picks = () => (document.body.dataset.picks ?? "").split(",").filter(Boolean);
const others = () => picks().filter((id) => !id.startsWith("in-"));
const isFor = (names, nation) => names.split(" ").includes(nation);
const rows = new Map([...document.querySelectorAll("[data-own]")].map(({ parentElement }) => [parentElement, [...parentElement.children]]));

function show() {
  const asked = picks().find((id) => id.startsWith("in-"))?.slice(3);
  const nation = known.includes(asked) ? asked : "";
  chooser.value = nation;
  for (const part of document.querySelectorAll("[data-nation]")) part.hidden = nation !== "" && !isFor(part.dataset.nation, nation);
  for (const part of document.querySelectorAll("[data-only]")) part.hidden = !isFor(part.dataset.only, nation);
  for (const [list, all] of rows) {
    const own = all.filter((row) => nation && isFor(row.dataset.own ?? "", nation));
    const first = all.findIndex((row) => row.dataset.own);
    const rest = all.filter((row) => !own.includes(row));
    const wanted = [...rest.slice(0, first), ...own, ...rest.slice(first)];
    if (wanted.some((row, at) => list.children[at] !== row)) list.append(...rest.slice(first)); // its own rows stay where they are
    for (const row of all) row.classList.toggle("own", own.includes(row));
  }
  for (const link of document.querySelectorAll("[data-in]")) {
    if (link.dataset.in === nation) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  // A link to a part for another nation opens it all the same.
  let target = document.querySelector(".aimed")?.closest("[data-nation]");
  for (; target; target = target.parentElement.closest("[data-nation]")) target.hidden = false;
}

chooser.addEventListener("change", () => {
  const ids = chooser.value ? [...others(), `in-${chooser.value}`] : others();
  document.dispatchEvent(new CustomEvent("pick", { detail: ids }));
});
document.addEventListener("picked", show);
addEventListener("hashchange", show);
addEventListener("pageshow", show); // some browsers put back what a field held
show();
