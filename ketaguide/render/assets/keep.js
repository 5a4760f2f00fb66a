// Keeping the whole guide for offline use, when a reader asks for it: the worker fetches it and says how far it is.
import { counted } from "./plural.js";

const box = document.querySelector(".keep");
const button = box.querySelector("button");
const status = box.querySelector("[role=status]");
const label = button.textContent;
const sized = (text, bytes) => text.replace("{size}", `${(bytes / 1e6).toFixed(1)} MB`);

function ask(worker, what) {
  const { port1, port2 } = new MessageChannel();
  worker.postMessage(what, [port2]);
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => (data.state ? resolve(data) : progress(data));
  });
}

// Four times on the way, for a screen reader says each of them.
function progress({ n, total }) {
  const quarter = Math.floor((4 * n) / total);
  if (status.dataset.quarter === String(quarter)) return;
  status.dataset.quarter = quarter;
  status.textContent = counted(box.dataset.keeping, total).replace("{n}", n).replace("{total}", total);
}

// `state` is "all" or "some" (kept), "full" or "failed" (not everything could be); `size` is in bytes.
function show({ state, size }) {
  box.hidden = false;
  button.textContent = sized(label, size);
  button.hidden = state === "all";
  button.disabled = false;
  status.textContent = state === "some" ? "" : sized(box.dataset[state === "all" ? "kept" : state], size);
}

if ("serviceWorker" in navigator && isSecureContext) {
  const { active } = await navigator.serviceWorker.ready;
  show(await ask(active, "state"));
  button.addEventListener("click", async () => {
    button.disabled = true;
    delete status.dataset.quarter;
    show(await ask(active, "keep"));
  });
}
