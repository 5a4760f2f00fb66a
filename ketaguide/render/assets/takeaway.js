// "My questions": ids follow # in the address, which browsers never send. Stores nothing.
const page = document.querySelector(".take-away");
const picked = page.querySelector(".picked");
const list = picked.querySelector("ol");
const asks = new Map([...page.querySelectorAll("[data-ask]")].map((item) => [item.dataset.ask, item]));
const boxes = new Map();
const mark = (id) => {
  let total = 0x811c9dc5; // FNV-1a, as in html_links.py: the code for a phone has little room
  for (const letter of id) total = Math.imul(total ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return (total % 36 ** 4).toString(36).padStart(4, "0");
};
const ids = new Map([...asks.keys()].flatMap((id) => [[id, id], [mark(id), id]]));
const wanted = () => location.hash.slice(1).split(",").flatMap((name) => ids.get(decodeURIComponentSafe(name)) ?? []);
let chosen = [];

function decodeURIComponentSafe(text) {
  try {
    return decodeURIComponent(text).trim();
  } catch {
    return "";
  }
}

function paint() {
  list.replaceChildren(
    ...chosen.map((id) => {
      const item = document.createElement("li");
      item.textContent = asks.get(id).dataset.text;
      return item;
    }),
  );
  picked.hidden = chosen.length === 0;
  for (const [id, box] of boxes) box.checked = chosen.includes(id);
}

for (const [id, item] of asks) {
  item.dataset.text = item.textContent.trim();
  const label = document.createElement("label");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.addEventListener("change", () => {
    chosen = box.checked ? [...chosen, id] : chosen.filter((other) => other !== id);
    if (!document.body.classList.contains("one-file")) history.replaceState(null, "", `#${chosen.join(",")}`);
    picked.querySelector(".came").hidden = true;
    paint();
  });
  boxes.set(id, box);
  label.append(box, item.dataset.text);
  item.replaceChildren(label);
}
for (const part of page.querySelectorAll(".with-script")) part.hidden = false;
page.querySelector(".print").addEventListener("click", () => print());

function read() {
  chosen = [...new Set(wanted())];
  paint();
}
addEventListener("hashchange", read);
read();
