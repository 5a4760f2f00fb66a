// The sheet to take home: the questions ticked come to the top, and nothing that was not picked is printed (picks: page.js).
const page = document.querySelector(".take-away");
const picked = page.querySelector(".picked");
const list = picked.querySelector("ol");
const asks = new Map([...page.querySelectorAll("[data-ask]")].map((item) => [item.dataset.ask, item]));
const came = page.querySelector(".came");
const boxes = new Map();
const mark = (id) => {
  let total = 0x811c9dc5; // FNV-1a, as in html_links.py: the code for a phone has little room
  for (const letter of id) total = Math.imul(total ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return (total % 36 ** 4).toString(36).padStart(4, "0");
};
const others = [...page.querySelectorAll("[data-mine]")].flatMap(({ dataset }) =>
  Object.keys(JSON.parse(dataset.names)).map((id) => `${dataset.mine}-${id}`),
);
const ids = new Map([...asks.keys(), ...others].flatMap((id) => [[id, id], [mark(id), id]]));
const chosen = () => (document.body.dataset.picks ?? "").split(",");
const picks = () => chosen().flatMap((name) => ids.get(name) ?? []);
const nation = () => chosen().filter((name) => name.startsWith("in-"));
const blanks = [...list.children];

function paint() {
  const wanted = picks().filter((id) => asks.has(id));
  const items = wanted.map((id) => Object.assign(document.createElement("li"), { textContent: asks.get(id).dataset.text }));
  list.replaceChildren(...(items.length ? items : blanks));
  page.classList.toggle("has-picks", picks().length > 0);
  for (const [id, box] of boxes) box.checked = wanted.includes(id);
}

for (const [id, item] of asks) {
  item.dataset.text = item.textContent.trim();
  const label = document.createElement("label");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.addEventListener("change", () => {
    const rest = picks().filter((other) => other !== id);
    document.dispatchEvent(new CustomEvent("pick", { detail: [...rest, ...(box.checked ? [id] : []), ...nation()] }));
    came.hidden = true;
  });
  boxes.set(id, box);
  label.append(box, item.dataset.text);
  item.replaceChildren(label);
}
for (const part of page.querySelectorAll(".with-script")) part.hidden = false;
const size = document.documentElement.classList;
const usual = size.contains("large");
for (const button of page.querySelectorAll(".print")) {
  button.addEventListener("click", () => {
    size.toggle("large", usual || button.matches(".in-large"));
    print();
  });
}
addEventListener("afterprint", () => size.toggle("large", usual));

function read() {
  if (document.body.dataset.picks) document.body.dataset.picks = [...new Set([...picks(), ...nation()])].join(",");
  paint();
}
came.hidden = picks().length === 0;
document.addEventListener("picked", read);
read();
