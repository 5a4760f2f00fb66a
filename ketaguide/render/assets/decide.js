// What matters most, and options side by side: up to three of each, kept in the page and after # in its address (page.js).
const LIMIT = 3;
const all = () => (document.body.dataset.picks ?? "").split(",").filter(Boolean);

// The ids of a kind that were picked. Options keep the order of the guide, whatever was picked first.
function picked(kind, known) {
  const ids = all().filter((id) => id.startsWith(`${kind}-`)).map((id) => id.slice(kind.length + 1));
  const some = ids.filter((id) => known.includes(id)).slice(0, LIMIT);
  return kind === "option" ? known.filter((id) => some.includes(id)) : some;
}

// Check boxes of which at most three are ticked; one more is answered by a sentence, and nothing else changes.
for (const group of document.querySelectorAll("fieldset[data-pick]")) {
  const kind = group.dataset.pick;
  const boxes = [...group.querySelectorAll("input")];
  const status = group.querySelector("[role=status]");
  const now = () => picked(kind, boxes.map((box) => box.value));
  const show = () => {
    for (const box of boxes) box.checked = now().includes(box.value);
  };
  group.addEventListener("change", ({ target }) => {
    const full = target.checked && now().length >= LIMIT;
    status.replaceChildren(full ? group.dataset.full : "");
    if (full) return show();
    const others = all().filter((id) => !id.startsWith(`${kind}-`));
    const ids = target.checked ? [...now(), target.value] : now().filter((id) => id !== target.value);
    document.dispatchEvent(new CustomEvent("pick", { detail: [...ids.map((id) => `${kind}-${id}`), ...others] }));
  });
  document.addEventListener("picked", show);
  show();
}
for (const part of document.querySelectorAll(".with-script")) part.hidden = false;

// The grid: rows that matter first, in the page as on the screen; the picked options beside carrying on, or all.
for (const grid of document.querySelectorAll(".grid")) {
  const tables = [...grid.querySelectorAll("table")];
  const cards = [...grid.querySelectorAll("[data-option]")];
  const lists = cards.map((card) => [...card.querySelector("dl").children]);
  const [always, ...choices] = cards.map((card) => card.dataset.option); // carrying on comes first
  const things = [...new Set([...grid.querySelectorAll("[data-things]")].flatMap((row) => row.dataset.things.split(" ")))];
  const sorted = (rows, mine) => {
    const matters = (row) => (row.dataset.things ?? "").split(" ").some((id) => mine.includes(id));
    for (const row of rows) for (const mark of row.querySelectorAll(".mine")) mark.hidden = !matters(row);
    return [...rows.filter(matters), ...rows.filter((row) => !matters(row))];
  };
  const whole = tables.map((table) => table.cloneNode(true));
  // A table of these options alone, with columns from the tables of all.
  const beside = (ids) => {
    const made = whole[0].cloneNode(true);
    const heads = [...whole[0].rows];
    for (const [at, row] of [...made.rows].entries()) {
      const columns = ids.map((id) => {
        const from = whole.find((table) => table.querySelector(`th[data-column="${id}"]`));
        const column = [...from.rows[0].cells].findIndex((cell) => cell.dataset.column === id);
        return from.rows[at].cells[column].cloneNode(true);
      });
      row.replaceChildren(heads[at].cells[0].cloneNode(true), ...columns);
    }
    made.caption.textContent = [...made.rows[0].cells].slice(1).map((cell) => cell.textContent.trim()).join(", ");
    return made;
  };
  // The same for a phone: each question once, and below it the answer of every option.
  const stacked = (table) => {
    const [head, ...rows] = table.rows;
    return rows.map(({ cells: [question, ...answers] }) => {
      const [card, title, list] = [cards[0].cloneNode(), cards[0].firstElementChild.cloneNode(), document.createElement("dl")];
      delete card.dataset.option;
      title.append(...question.cloneNode(true).childNodes);
      for (const [at, answer] of answers.entries()) {
        const [pair, name, text] = ["div", "dt", "dd"].map((tag) => document.createElement(tag));
        name.textContent = head.cells[at + 1].textContent;
        text.append(...answer.cloneNode(true).childNodes);
        pair.append(name, text);
        list.append(pair);
      }
      card.append(title, list);
      return card;
    });
  };
  const show = () => {
    const ids = picked("option", choices);
    const mine = picked("matter", things);
    const shown = ids.length ? [beside([always, ...ids])] : whole.map((table) => table.cloneNode(true));
    for (const table of shown) table.tBodies[0].append(...sorted([...table.tBodies[0].rows], mine));
    grid.querySelector(".tables").replaceChildren(...shown);
    for (const [at, card] of cards.entries()) card.querySelector("dl").append(...sorted(lists[at], mine));
    grid.querySelector(".cards").replaceChildren(...(ids.length ? stacked(shown[0]) : cards));
  };
  document.addEventListener("picked", show);
  show();
}

// The sheet to take home: what was picked, and places to write in for the rest.
for (const list of document.querySelectorAll("[data-mine]")) {
  const names = JSON.parse(list.dataset.names);
  const places = [...list.querySelectorAll(".blank")].map((place) => [place, ...place.childNodes]);
  const show = () => {
    const ids = picked(list.dataset.mine, Object.keys(names));
    for (const [at, [place, ...empty]] of places.entries()) place.replaceChildren(...(ids[at] ? [names[ids[at]]] : empty));
  };
  document.addEventListener("picked", show);
  show();
}
